import type { Attribute, Codebook } from '../model/codebook.ts'
import {
  dateValueSchema,
  quantitySchema,
  type DateValue,
  type Entity,
  type Payload,
  type Quantity,
  type Value,
} from '../model/value.ts'
import { nameOfChoice } from './lookup.ts'

/** Words of the interface language that values need. */
export interface ValueWords {
  readonly notStated: string
  readonly notApplicable: string
  readonly yes: string
  readonly no: string
}

/** A value in one line, for lists and CSV. What does not fit the attribute's type is shown as it is, never hidden. */
export function formatValue(codebook: Codebook, attribute: Attribute, value: Value, words: ValueWords): string {
  if (value.state === 'not_stated') return words.notStated
  if (value.state === 'not_applicable') return words.notApplicable
  return formatPayload(codebook, attribute, value.value, words)
}

function formatPayload(codebook: Codebook, attribute: Attribute, payload: Payload, words: ValueWords): string {
  if (typeof payload === 'boolean') return payload ? words.yes : words.no
  if (typeof payload === 'string') return nameOfChoice(codebook, attribute, payload)
  if (typeof payload === 'number') return String(payload)
  if (Array.isArray(payload)) {
    return payload
      .map((item) => (typeof item === 'string' ? nameOfChoice(codebook, attribute, item) : formatEntity(item)))
      .join('; ')
  }
  const date = dateValueSchema.safeParse(payload)
  return date.success ? formatDate(date.data) : formatQuantity(quantitySchema.parse(payload))
}

/** `Norvia (NVA, GOV)` */
export function formatEntity(entity: Entity): string {
  const details = [entity.code, entity.sector].filter((item) => item !== undefined).join(', ')
  return details === '' ? entity.name : `${entity.name} (${details})`
}

/**
 * `2031-06`, `2031-06-01/2031-06-30`, with the words it was read from where there is no date: `once the channel is
 * clear`.
 */
export function formatDate(date: DateValue): string {
  const interval = [date.start, date.end].filter((item) => item !== undefined).join('/')
  const open = date.start === undefined && date.end !== undefined ? `../${date.end}` : interval
  if (open === '') return date.words ?? ''
  return date.words === undefined || date.words === '' ? open : `${open} (${date.words})`
}

/** `40 items (40 ambulances)`, `≤ 120 people`, `10–20 %`; only the words where nothing was counted. */
export function formatQuantity(quantity: Quantity): string {
  const { amount, min, max, unit, words } = quantity
  const range =
    min !== undefined && max !== undefined
      ? `${min}–${max}`
      : min !== undefined
        ? `≥ ${min}`
        : max !== undefined
          ? `≤ ${max}`
          : ''
  const number = [amount === undefined ? '' : String(amount), range].filter((part) => part !== '')
  const measured = [number.length === 2 ? `${number[0]} [${number[1]}]` : number.join(''), unit ?? '']
    .filter((part) => part !== '')
    .join(' ')
  if (number.length === 0) return words === undefined || words === '' ? measured : words
  return words === undefined || words === '' || words === measured ? measured : `${measured} (${words})`
}
