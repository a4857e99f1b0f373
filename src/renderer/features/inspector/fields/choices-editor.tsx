import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { narrow } from '../../../../core/codebook/inputs/narrow.ts'
import { choiceById, nameOfChoice } from '../../../../core/codebook/lookup.ts'
import { Chips } from '../controls/chips.tsx'
import { Combobox } from '../controls/combobox.tsx'
import type { EditorProps } from './editor-props.ts'

/** Several of a list, in the order in which they were chosen, up to the most that the codebook allows. */
export function ChoicesEditor({ attribute, codebook, payload, tentative, onChange, placeholder, labelledBy, describedBy }: EditorProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const stored = Array.isArray(payload) ? payload.filter((item) => typeof item === 'string') : []
  const chosen = stored.map((id) => choiceById(codebook, attribute, id)?.id ?? id)
  const options = (attribute.values ?? [])
    .filter((value) => !value.retired && !chosen.includes(value.id))
    .map(({ id, name, definition }) => ({ id, text: name, also: definition, detail: definition }))
  const isFull = attribute.max_values !== undefined && chosen.length >= attribute.max_values
  const write = (ids: readonly string[]) => onChange(ids.length === 0 ? null : [...ids])

  return (
    <Chips
      chips={stored.map((id) => ({ id, text: nameOfChoice(codebook, attribute, id), title: choiceById(codebook, attribute, id)?.definition }))}
      onRemove={(index) => write(stored.filter((_, each) => each !== index))}
      tentative={tentative}
    >
        <Combobox
          bare
          staysOpen={attribute.max_values === undefined || chosen.length + 1 < attribute.max_values}
          options={isFull ? [] : narrow(options, typed ?? '')}
          shown=""
          typed={typed}
          onType={setTyped}
          onChoose={(option) => write([...stored, option.id])}
          placeholder={chosen.length === 0 ? placeholder : ''}
          empty={isFull ? t('field.max', { count: attribute.max_values ?? 0 }) : t('field.none')}
          labelledBy={labelledBy}
          describedBy={describedBy}
        />
    </Chips>
  )
}
