import { Command } from 'cmdk'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { narrow } from '../../../core/codebook/inputs/narrow.ts'
import { labelById, nameOfLabel, resolveId } from '../../../core/codebook/lookup.ts'
import { mayEndAt } from '../../../core/codebook/relations.ts'
import { quoteOf, type Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook, RelationType } from '../../../core/model/codebook.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './link-dialog.module.css'

/** So many are listed; typing finds the others. */
const MOST = 50

interface Props {
  readonly codebook: Codebook
  readonly set: AnnotationSet
  readonly source: Annotation
  readonly type: RelationType
  readonly onChoose: (id: string) => void
}

/** The annotations that the relation may lead to and does not yet; typing narrows them, Enter takes one. */
export function Targets({ codebook, set, source, type, onChoose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const linked = new Set(
    set.relations
      .filter(({ from, to, type: stored }) => from.annotation === source.id && to.article === set.article.path && resolveId(codebook, 'relation', stored) === type.id)
      .map(({ to }) => to.annotation),
  )
  const options = set.annotations
    .filter(({ id, label }) => id !== source.id && !linked.has(id) && mayEndAt(codebook, type, label))
    .map((annotation) => ({ id: annotation.id, text: quoteOf(annotation), also: nameOfLabel(codebook, annotation.label), annotation }))
  const shown = narrow(options, typed).slice(0, MOST)
  return (
    <Command shouldFilter={false} loop label={t('link.targets')}>
      <Command.Input className={styles.input} placeholder={t('link.find')} value={typed} dir="auto" onValueChange={setTyped} />
      <Command.List className={styles.list}>
        <Command.Empty className={styles.nothing}>{t('link.none')}</Command.Empty>
        {shown.map(({ id, annotation }) => (
          <Command.Item key={id} value={id} className={styles.item} onSelect={() => onChoose(id)}>
            <TargetLine codebook={codebook} annotation={annotation} />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}

export function TargetLine({ codebook, annotation }: { readonly codebook: Codebook; readonly annotation: Annotation }) {
  return (
    <>
      <LabelSwatch look={labelById(codebook, annotation.label)} />
      <span className={styles.label} dir="auto">
        {nameOfLabel(codebook, annotation.label)}
      </span>
      <span className={styles.quote} dir="auto">
        {quoteOf(annotation)}
      </span>
    </>
  )
}
