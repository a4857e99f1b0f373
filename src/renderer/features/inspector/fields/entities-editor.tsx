import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sectorById } from '../../../../core/codebook/lookup.ts'
import type { Entity } from '../../../../core/model/value.ts'
import { Chips } from '../controls/chips.tsx'
import { Combobox } from '../controls/combobox.tsx'
import { useDraft } from '../controls/use-draft.ts'
import { useNeighbourhood } from '../reading/use-words-around.ts'
import type { EditorProps } from './editor-props.ts'
import { EntityForm } from './entity-form.tsx'
import { sameEntity, useSuggestions } from './use-suggestions.ts'

/** A list of entities: type a name, Enter adds the one from the register or a new one; a press on one opens its code and sector. */
export function EntitiesEditor({ attribute, annotation, codebook, payload, tentative, onChange, placeholder, labelledBy, describedBy }: EditorProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number | null>(null)
  const entities = Array.isArray(payload) ? payload.filter((item) => typeof item === 'object') : []
  const write = (next: readonly Entity[]) => onChange(next.length === 0 ? null : [...next])
  const add = (entity: Entity) => {
    if (!entities.some((known) => sameEntity(known, entity))) write([...entities, entity])
  }
  // A name that was typed and left is kept as it stands.
  const typing = useDraft<string | null>(
    null,
    (text) => {
      if (text !== null && text.trim() !== '') add({ name: text.trim() })
      return true
    },
    true,
  )
  const typed = typing.draft
  const near = useNeighbourhood(annotation)
  const { options, entityOf } = useSuggestions(typed, entities, codebook, near)
  const isFull = attribute.max_values !== undefined && entities.length >= attribute.max_values
  const opened = open === null ? undefined : entities[open]

  return (
    <div ref={frame}>
      <Chips
        chips={entities.map((entity, index) => ({
          id: `${index} ${entity.name} ${entity.code ?? ''}`,
          text: entity.name,
          detail: [entity.code, entity.sector].filter((part) => part !== undefined).join(' · ') || undefined,
          title: entity.sector === undefined ? entity.name : `${entity.name} – ${sectorById(codebook, entity.sector)?.name ?? entity.sector}`,
          open: index === open,
        }))}
        onRemove={(index) => {
          setOpen(null)
          write(entities.filter((_, each) => each !== index))
        }}
        onOpen={(index) => setOpen(index === open ? null : index)}
        tentative={tentative}
      >
          <Combobox
            bare
            options={isFull ? [] : options}
            shown=""
            typed={typed}
            onType={(text) => (text === null ? typing.revert() : typing.change(text))}
            onChoose={(option) => add(entityOf(option.id))}
            onLeave={typing.finish}
            placeholder={entities.length === 0 ? placeholder : ''}
            empty={isFull ? t('field.max', { count: attribute.max_values ?? 0 }) : (typed ?? '') === '' ? t('field.entity.type') : t('field.none')}
            labelledBy={labelledBy}
            describedBy={describedBy}
          />
      </Chips>
      {open !== null && opened !== undefined && (
        <EntityForm
          key={open}
          entity={opened}
          sectors={codebook.sectors}
          onChange={(next) => write(entities.map((entity, index) => (index === open ? next : entity)))}
          onClose={() => {
            setOpen(null)
            frame.current?.querySelector('input')?.focus()
          }}
        />
      )}
    </div>
  )
}
