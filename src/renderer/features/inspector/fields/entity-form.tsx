import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Codebook } from '../../../../core/model/codebook.ts'
import type { Entity } from '../../../../core/model/value.ts'
import { classes } from '../../../ui/classes.ts'
import { useDraft } from '../controls/use-draft.ts'
import styles from './entity-form.module.css'
import inputStyles from './input.module.css'
import { Input } from './input.tsx'

interface Props {
  readonly entity: Entity
  readonly sectors: Codebook['sectors']
  readonly onChange: (entity: Entity) => void
  readonly onClose: () => void
}

/** Name, code and sector of one entity of the list. */
export function EntityForm({ entity, sectors, onChange, onClose }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLDivElement>(null)
  const { draft, change, finish } = useDraft(
    { name: entity.name, code: entity.code ?? '', sector: entity.sector ?? '' },
    ({ name, code, sector }) => {
      if (name.trim() === '') return false
      onChange({ name: name.trim(), ...(code.trim() === '' ? {} : { code: code.trim() }), ...(sector === '' ? {} : { sector }) })
      return true
    },
    true,
  )
  useEffect(() => form.current?.querySelector('select')?.focus(), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    finish()
    onClose()
  }

  return (
    <div ref={form} role="presentation" onKeyDown={onKeyDown}>
      <fieldset aria-label={t('field.entity.edit', { name: entity.name })} className={styles.form}>
      <Input dir="auto" aria-label={t('field.entity.name')} value={draft.name} wrong={draft.name.trim() === ''} onChange={(event) => change({ ...draft, name: event.target.value })} onBlur={finish} />
      <Input
        className={styles.code}
        aria-label={t('field.entity.code')}
        placeholder={t('field.entity.code')}
        value={draft.code}
        onChange={(event) => change({ ...draft, code: event.target.value })}
        onBlur={finish}
      />
      <select
        className={classes(inputStyles.input, inputStyles.select, styles.sector)}
        aria-label={t('field.entity.sector')}
        value={draft.sector}
        onChange={(event) => change({ ...draft, sector: event.target.value })}
        onBlur={finish}
      >
        <option value="">{t('field.entity.sector.none')}</option>
        {sectors
          .filter((sector) => !sector.retired || sector.id === draft.sector)
          .map((sector) => (
            <option key={sector.id} value={sector.id}>
              {sector.name}
            </option>
          ))}
      </select>
      </fieldset>
    </div>
  )
}
