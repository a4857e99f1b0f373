import { useTranslation } from 'react-i18next'
import { isoDate } from '../../../../core/codebook/inputs/date-input.ts'
import { precisionOf } from '../../../../core/codebook/defaults.ts'
import type { Attribute, Codebook, DefaultRule } from '../../../../core/model/codebook.ts'
import type { Payload } from '../../../../core/model/value.ts'
import { Checks } from '../../../ui/choices.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { ConditionFields } from './condition-fields.tsx'
import styles from './editor.module.css'
import { CommaField, NumberField } from './fields.tsx'

interface Props {
  readonly codebook: Codebook
  readonly attribute: Attribute
  readonly others: readonly Attribute[]
  readonly disabled: boolean
  readonly onChange: (rule: DefaultRule | undefined) => void
}

type Rule = DefaultRule['rule']

/** What is filled in by itself, unconfirmed, and when not. */
export function DefaultFields({ codebook, attribute, others, disabled, onChange }: Props) {
  const { t } = useTranslation()
  const rule = attribute.default
  const rules = rulesFor(attribute)
  const counted = others.filter(({ type }) => type === 'entities')

  function choose(next: Rule | ''): void {
    const unless = rule?.unless ? { unless: rule.unless } : {}
    if (next === '') return onChange(undefined)
    if (next === 'value') {
      const value = firstValue(attribute)
      return value === null ? undefined : onChange({ rule: 'value', value, ...unless })
    }
    if (next === 'form_from_actors') return onChange({ rule: next, ...(counted[0] && !codebook.attributes.some(({ id }) => id === 'actor') ? { attribute: counted[0].id } : {}), ...unless })
    onChange({ rule: next, ...unless })
  }

  return (
    <section className={styles.group} aria-label={t('default.title')}>
      <h3 className={styles.groupTitle}>{t('default.title')}</h3>
      <SelectField label={t('default.rule')} value={rule?.rule ?? ''} disabled={disabled} options={(['', ...rules] as const).map((value) => ({ value, text: t(`default.rule.${value === '' ? 'none' : value}`) }))} onChange={choose} />
      {rule?.rule === 'value' && <ValueField attribute={attribute} value={rule.value} disabled={disabled} onChange={(value) => onChange({ ...rule, value })} />}
      {rule?.rule === 'form_from_actors' && counted.length > 0 && (
        <SelectField
          label={t('default.counts')}
          value={rule.attribute ?? 'actor'}
          disabled={disabled}
          options={counted.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(id) => onChange({ ...rule, attribute: id })}
        />
      )}
      {rule && (
        <ConditionFields
          label={t('default.unless')}
          never={t('default.always')}
          condition={rule.unless}
          others={others}
          disabled={disabled}
          onChange={(unless) => {
            const { unless: _, ...always } = rule
            onChange((unless ? { ...always, unless } : always) as DefaultRule)
          }}
        />
      )}
    </section>
  )
}

function rulesFor({ type, values }: Attribute): Rule[] {
  const has = (...ids: string[]) => type === 'choice' && ids.every((id) => values?.some((value) => value.id === id))
  return [
    'value',
    ...(type === 'date' ? (['article_date'] as const) : []),
    ...(has('bilateral', 'multilateral') ? (['form_from_actors'] as const) : []),
    ...(has('direct_quote', 'partial_quote') ? (['quotation_marks'] as const) : []),
  ]
}

/** A first value that fits, to be changed; null where there is none to choose. */
function firstValue({ type, values, min, units }: Attribute): Payload | null {
  const first = values?.find(({ retired }) => retired !== true)?.id
  switch (type) {
    case 'text':
      return ''
    case 'number':
      return min ?? 0
    case 'quantity':
      return { amount: min ?? 1, ...(units?.[0] === undefined ? {} : { unit: units[0] }) }
    case 'boolean':
      return false
    case 'choice':
    case 'scale':
      return first ?? null
    case 'choices':
      return first === undefined ? null : [first]
    case 'date':
      return { start: '2000', precision: 'year' }
    case 'entities':
      return []
    case 'link':
      return null
  }
}

interface ValueProps {
  readonly attribute: Attribute
  readonly value: Payload
  readonly disabled: boolean
  readonly onChange: (value: Payload) => void
}

function ValueField({ attribute, value, disabled, onChange }: ValueProps) {
  const { t } = useTranslation()
  const label = t('default.value')
  const options = (attribute.values ?? []).filter(({ id, retired }) => retired !== true || id === value).map(({ id, name }) => ({ value: id, text: name }))
  if (Array.isArray(value)) {
    if (attribute.type === 'choices') {
      return <Checks label={label} values={value.filter((item) => typeof item === 'string')} options={options} onChange={(ids) => ids.length > 0 && onChange(ids)} />
    }
    const names = value.flatMap((item) => (typeof item === 'string' ? [] : [item.name]))
    return <CommaField label={t('default.entities')} value={names} disabled={disabled} onChange={(next) => onChange(next.map((name) => value.find((item): item is Exclude<typeof item, string> => typeof item !== 'string' && item.name === name) ?? { name }))} />
  }
  if (typeof value === 'boolean') {
    return <SelectField label={label} value={String(value)} disabled={disabled} options={[{ value: 'true', text: t('common.yes') }, { value: 'false', text: t('common.no') }]} onChange={(next) => onChange(next === 'true')} />
  }
  if (typeof value === 'number') return <NumberField label={label} value={value} disabled={disabled} onChange={(next) => next !== undefined && onChange(next)} />
  if (typeof value === 'string') {
    if (attribute.type !== 'text') return <SelectField label={label} value={value} disabled={disabled} options={options} onChange={onChange} />
    return <TextField label={label} value={value} disabled={disabled} dir="auto" onChange={(event) => onChange(event.target.value)} />
  }
  if ('precision' in value) return <DateField label={label} value={value.start ?? ''} disabled={disabled} onChange={onChange} />
  const amount = 'amount' in value ? value.amount : undefined
  const unit = 'unit' in value ? value.unit : undefined
  return (
    <div className={styles.row}>
      <NumberField label={label} value={amount} disabled={disabled} onChange={(next) => next !== undefined && onChange({ ...value, amount: next })} />
      <TextField label={t('default.unit')} value={unit ?? ''} disabled={disabled} onChange={(event) => onChange({ ...(amount === undefined ? {} : { amount }), ...(event.target.value === '' ? {} : { unit: event.target.value }) })} />
    </div>
  )
}

function DateField({ label, value, disabled, onChange }: { readonly label: string; readonly value: string; readonly disabled: boolean; readonly onChange: (value: Payload) => void }) {
  const { t } = useTranslation()
  return (
    <TextField
      label={label}
      help={t('default.date')}
      defaultValue={value}
      disabled={disabled}
      onChange={(event) => {
        const start = isoDate(event.target.value)
        if (start !== null) onChange({ start, precision: precisionOf(start) })
      }}
    />
  )
}
