import { useTranslation } from 'react-i18next'
import type { Attribute, Condition } from '../../../../core/model/codebook.ts'
import { Checks } from '../../../ui/choices.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './editor.module.css'
import { CommaField } from './fields.tsx'

interface Props {
  readonly label: string
  /** What no condition means. */
  readonly never: string
  readonly condition: Condition | undefined
  /** Attributes that it may depend on. */
  readonly others: readonly Attribute[]
  readonly disabled: boolean
  readonly onChange: (condition: Condition | undefined) => void
}

/** “When this attribute has one of these values”. */
export function ConditionFields({ label, never, condition, others, disabled, onChange }: Props) {
  const { t } = useTranslation()
  const usable = others.filter((other) => optionsOf(other, t).length > 0 || other.id === condition?.attribute)
  const chosen = others.find(({ id }) => id === condition?.attribute)
  const options = chosen ? optionsOf(chosen, t) : []
  return (
    <div className={styles.items}>
      <SelectField
        label={label}
        value={condition?.attribute ?? ''}
        disabled={disabled}
        options={[{ value: '', text: never }, ...usable.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(id) => {
          const first = usable.find((other) => other.id === id)
          const value = first && optionsOf(first, t)[0]?.value
          onChange(value === undefined ? undefined : { attribute: id, equals: [value] })
        }}
      />
      {condition && options.length > 0 && (
        <Checks
          label={t('condition.is')}
          values={condition.equals}
          options={options}
          // With none of its values it would never hold.
          onChange={(equals) => equals.length > 0 && onChange({ ...condition, equals })}
        />
      )}
      {condition && options.length === 0 && (
        <CommaField label={t('condition.is')} value={condition.equals} disabled={disabled} onChange={(equals) => equals.length > 0 && onChange({ ...condition, equals })} />
      )}
    </div>
  )
}

function optionsOf(attribute: Attribute, t: (key: 'common.yes' | 'common.no') => string): { value: string; text: string }[] {
  if (attribute.type === 'boolean') return [{ value: 'true', text: t('common.yes') }, { value: 'false', text: t('common.no') }]
  return (attribute.values ?? []).filter(({ retired }) => retired !== true).map(({ id, name }) => ({ value: id, text: name }))
}
