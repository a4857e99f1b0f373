import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { choiceShape } from '../../../../core/codebook/inputs/choice-shape.ts'
import { narrow } from '../../../../core/codebook/inputs/narrow.ts'
import { choiceById, nameOfChoice } from '../../../../core/codebook/lookup.ts'
import { Combobox, type Option } from '../controls/combobox.tsx'
import { Segmented, type Segment } from '../controls/segmented.tsx'
import type { EditorProps } from './editor-props.ts'

/** One of a list: all in sight where they are few, else a list that narrows; a scale always shows its order. */
export function ChoiceEditor(props: EditorProps) {
  const { attribute, codebook, payload, tentative, onChange, labelledBy, describedBy } = props
  const stored = typeof payload === 'string' ? payload : null
  const chosen = stored === null ? null : (choiceById(codebook, attribute, stored)?.id ?? stored)
  const offered = (attribute.values ?? []).filter((value) => !value.retired || value.id === chosen)
  const segments: Segment[] = offered.map(({ id, name, definition }) => ({ id, text: name, title: definition }))
  // What the codebook does not know is shown, and can be kept.
  if (chosen !== null && !offered.some(({ id }) => id === chosen)) segments.push({ id: chosen, text: chosen })
  const isScale = attribute.type === 'scale'
  const shape = choiceShape(isScale ? 'scale' : 'choice', segments.map(({ text }) => text))
  if (shape === 'list') return <ListChoice {...props} segments={segments} chosen={chosen} />
  return (
    <Segmented segments={segments} value={chosen} onChoose={onChange} shape={shape} ordered={isScale} tentative={tentative} labelledBy={labelledBy} describedBy={describedBy} />
  )
}

export function BooleanEditor({ payload, tentative, onChange, labelledBy, describedBy }: EditorProps) {
  const { t } = useTranslation()
  return (
    <Segmented
      segments={[
        { id: 'yes', text: t('field.yes') },
        { id: 'no', text: t('field.no') },
      ]}
      value={payload === true ? 'yes' : payload === false ? 'no' : null}
      onChoose={(id) => onChange(id === 'yes')}
      shape="row"
      tentative={tentative}
      labelledBy={labelledBy}
      describedBy={describedBy}
    />
  )
}

function ListChoice({ attribute, codebook, tentative, onChange, placeholder, labelledBy, describedBy, segments, chosen }: EditorProps & { readonly segments: readonly Segment[]; readonly chosen: string | null }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const options: Option[] = segments.map(({ id, text, title }) => ({ id, text, also: title, detail: title, chosen: id === chosen }))
  return (
    <Combobox
      options={narrow(options, typed ?? '')}
      shown={chosen === null ? '' : nameOfChoice(codebook, attribute, chosen)}
      typed={typed}
      onType={setTyped}
      onChoose={(option) => onChange(option.id)}
      tentative={tentative}
      placeholder={placeholder}
      empty={t('field.none')}
      labelledBy={labelledBy}
      describedBy={describedBy}
    />
  )
}
