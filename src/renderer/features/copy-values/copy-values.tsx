import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { annotationById } from '../../../core/annotating/commands.ts'
import { similarTo, type Similar } from '../../../core/annotating/similar.ts'
import { formatValue } from '../../../core/codebook/display.ts'
import { attributeById, nameOfLabel } from '../../../core/codebook/lookup.ts'
import { quoteOf, type Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { fold } from '../../../core/query/article-list.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { perform } from '../../session/perform.ts'
import { loadProjectSets, projectSetsOf } from '../../session/project-sets.ts'
import dialogStyles from '../../ui/dialog.module.css'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import { useValueWords } from '../inspector/use-value-words.ts'
import paletteStyles from '../palette/palette.module.css'
import styles from './copy-values.module.css'

const MOST = 30

/** Values of another annotation for the empty fields of the selected one: the likest words first, each with what it would fill. */
export function CopyValues({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const set = useSessionState((state) => state.article?.set)
  const [id = ''] = session.view.getState().selected
  const target = set && annotationById(set, id)
  return target && codebook && <Choose target={target} set={set} codebook={codebook} onClose={onClose} />
}

interface ChooseProps {
  readonly target: Annotation
  readonly set: AnnotationSet
  readonly codebook: Codebook
  readonly onClose: () => void
}

function Choose({ target, set, codebook, onClose }: ChooseProps) {
  const { t } = useTranslation()
  const session = useSession()
  const { sets, progress } = useStore(projectSetsOf(session))
  const [query, setQuery] = useState('')
  const returnFocus = useReturnFocus()

  useEffect(() => void loadProjectSets(session), [session])
  const similar = useMemo(() => {
    const others = [...sets.values()].filter((other) => other.article.path !== set.article.path)
    return similarTo(target, [...set.annotations, ...others.flatMap(({ annotations }) => annotations)], codebook)
  }, [target, codebook, set, sets])
  const words = fold(query).split(/\s+/)
  const shown = similar.filter(({ annotation }) => words.every((word) => fold(quoteOf(annotation)).includes(word))).slice(0, MOST)

  function take({ fills }: Similar): void {
    onClose()
    perform(session, { kind: 'set_values', rows: [{ id: target.id, values: fills }] })
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className={dialogStyles.scrim} />
        <Radix.Content onCloseAutoFocus={returnFocus} className={paletteStyles.palette}>
          <Radix.Title className="visually-hidden">{t('copy.title')}</Radix.Title>
          <Radix.Description className={styles.about}>{t('copy.about', { label: nameOfLabel(codebook, target.label), quote: quoteOf(target) })}</Radix.Description>
          <Command shouldFilter={false} loop label={t('copy.title')}>
            <Command.Input className={paletteStyles.input} placeholder={t('copy.placeholder')} value={query} dir="auto" onValueChange={setQuery} />
            <Command.List className={paletteStyles.list}>
              <Command.Empty className={paletteStyles.none}>{progress ? t('copy.looking') : similar.length === 0 ? t('copy.none') : t('palette.none')}</Command.Empty>
              {shown.map((one) => (
                <Command.Item key={one.annotation.id} value={one.annotation.id} className={styles.item} onSelect={() => take(one)}>
                  <bdi className={styles.quote}>{quoteOf(one.annotation)}</bdi>
                  <Fills fills={one.fills} codebook={codebook} />
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** What would be filled in, in one line; the rest on hovering. */
function Fills({ fills, codebook }: Pick<Similar, 'fills'> & { readonly codebook: Codebook }) {
  const words = useValueWords()
  const parts = Object.entries(fills).flatMap(([id, value]) => {
    const attribute = attributeById(codebook, id)
    return attribute ? [{ id, name: attribute.name, text: formatValue(codebook, attribute, value, words) }] : []
  })
  return (
    <span className={styles.fills} title={parts.map(({ name, text }) => `${name}: ${text}`).join('\n')}>
      {parts.map(({ id, name, text }) => (
        <span key={id}>
          <span className={styles.name}>{name}</span> {text}
        </span>
      ))}
    </span>
  )
}
