import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linksOf } from '../../../../core/codebook/form.ts'
import { mayEndAt } from '../../../../core/codebook/relations.ts'
import { narrow } from '../../../../core/codebook/inputs/narrow.ts'
import { labelById, nameOfLabel, relationTypeById } from '../../../../core/codebook/lookup.ts'
import { quoteOf, type Relation } from '../../../../core/model/annotation.ts'
import { useSession, useSessionState } from '../../../session/context.tsx'
import { perform } from '../../../session/perform.ts'
import { LabelSwatch } from '../../labels/label-swatch.tsx'
import { Chips, type Chip } from '../controls/chips.tsx'
import { Combobox, type Option } from '../controls/combobox.tsx'
import type { EditorProps } from './editor-props.ts'

/** Annotations of the article that the relation may lead to; a press on one that is linked goes there. */
export function LinkEditor({ attribute, codebook, annotation, onChange, placeholder, labelledBy, describedBy }: EditorProps) {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.article?.set)
  const [typed, setTyped] = useState<string | null>(null)
  const type = attribute.relation === undefined ? undefined : relationTypeById(codebook, attribute.relation)
  if (!set || !type) return null
  const links = linksOf(codebook, attribute, annotation, set.relations)
  const here = (relation: Relation) => (relation.to.article === set.article.path ? relation.to.annotation : null)
  const linked = new Set(links.map(here))
  const options = set.annotations
    .filter((target) => target.id !== annotation.id && !linked.has(target.id) && mayEndAt(codebook, type, target.label))
    .map((target): Option => {
      const label = labelById(codebook, target.label)
      return { id: target.id, text: quoteOf(target), also: label?.name, detail: label?.name, mark: <LabelSwatch look={label} /> }
    })

  const chipOf = (relation: Relation): Chip => {
    const target = set.annotations.find(({ id }) => id === here(relation))
    if (here(relation) === null) return { id: relation.id, text: t('field.link.elsewhere', { article: relation.to.article }) }
    if (!target) return { id: relation.id, text: t('field.link.gone') }
    const title = t('field.link.go', { name: `${nameOfLabel(codebook, target.label)} “${quoteOf(target)}”` })
    return { id: relation.id, text: quoteOf(target), title, mark: <LabelSwatch look={labelById(codebook, target.label)} /> }
  }

  return (
    <Chips
      chips={links.map(chipOf)}
      onRemove={(index) => {
        const relation = links[index]
        if (relation) perform(session, { kind: 'unlink', relation: relation.id })
      }}
      onOpen={(index) => {
        const relation = links[index]
        const target = relation && here(relation)
        if (target && set.annotations.some(({ id }) => id === target)) session.view.setState({ selected: [target] })
      }}
    >
        <Combobox
          bare
          options={narrow(options, typed ?? '')}
          shown=""
          typed={typed}
          onType={setTyped}
          onChoose={(option) => {
            // An answer such as “not stated” is no longer true.
            onChange(null)
            perform(session, { kind: 'link', type: type.id, from: annotation.id, to: { annotation: option.id } })
          }}
          placeholder={links.length === 0 ? placeholder : ''}
          empty={options.length === 0 ? t('field.link.none') : t('field.none')}
          labelledBy={labelledBy}
          describedBy={describedBy}
        />
    </Chips>
  )
}
