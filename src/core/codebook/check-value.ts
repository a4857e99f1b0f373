import { z } from 'zod'
import type { Attribute, Codebook } from '../model/codebook.ts'
import {
  dateValueSchema,
  entitySchema,
  quantitySchema,
  type DateValue,
  type Payload,
  type Quantity,
  type Value,
} from '../model/value.ts'
import { precisionOf } from './defaults.ts'
import { choiceById, resolveId, sectorById } from './lookup.ts'

const idsSchema = z.array(z.string())
const entitiesSchema = z.array(entitySchema)

/**
 * What is wrong with a value of this attribute, in a sentence, or null. Retired and merged ids are right: old sets hold
 * them.
 */
export function checkValue(codebook: Codebook, attribute: Attribute, value: Value): string | null {
  if (value.state === 'not_stated' || value.state === 'not_applicable') return null
  return checkPayload(codebook, attribute, value.value)
}

/** The same for what a value holds, as in a default of the codebook. */
export function checkPayload(codebook: Codebook, attribute: Attribute, payload: Payload): string | null {
  const name = `“${attribute.name}”`
  switch (attribute.type) {
    case 'text':
      return typeof payload === 'string' ? null : `${name} takes text.`
    case 'boolean':
      return typeof payload === 'boolean' ? null : `${name} takes yes or no.`
    case 'number':
      return typeof payload === 'number' ? inBounds(attribute, payload) : `${name} takes a number.`
    case 'choice':
    case 'scale':
      return typeof payload === 'string'
        ? knownChoice(codebook, attribute, payload)
        : `${name} takes one value of its list.`
    case 'choices':
      return checkChoices(codebook, attribute, payload)
    case 'entities':
      return checkEntities(codebook, attribute, payload)
    case 'quantity': {
      const quantity = quantitySchema.safeParse(payload)
      return quantity.success ? checkQuantity(attribute, quantity.data) : `${name} takes an amount with a unit.`
    }
    case 'date': {
      const date = dateValueSchema.safeParse(payload)
      return date.success
        ? checkDate(date.data)
        : `${name} takes a date such as 2031, 2031-06, 2031-Q2 or 2031-06-12, with its precision.`
    }
    case 'link':
      return `${name} is a link: it is recorded as a relation and holds no value.`
  }
}

function checkChoices(codebook: Codebook, attribute: Attribute, payload: Payload): string | null {
  const ids = idsSchema.safeParse(payload)
  if (!ids.success) return `“${attribute.name}” takes a list of values.`
  const resolved = ids.data.map((id) => resolveId(codebook, 'value', id, attribute.id))
  if (new Set(resolved).size < resolved.length) return `“${attribute.name}” names a value twice.`
  return tooMany(attribute, ids.data.length) ?? firstProblem(ids.data, (id) => knownChoice(codebook, attribute, id))
}

function checkEntities(codebook: Codebook, attribute: Attribute, payload: Payload): string | null {
  const entities = entitiesSchema.safeParse(payload)
  if (!entities.success) return `“${attribute.name}” takes a list of entities, each with a name.`
  return (
    tooMany(attribute, entities.data.length) ??
    firstProblem(entities.data, ({ name, sector }) =>
      sector === undefined || sectorById(codebook, sector)
        ? null
        : `The sector “${sector}” of “${name}” is not in the codebook.`,
    )
  )
}

function firstProblem<T>(items: readonly T[], check: (item: T) => string | null): string | null {
  for (const item of items) {
    const problem = check(item)
    if (problem !== null) return problem
  }
  return null
}

function tooMany(attribute: Attribute, count: number): string | null {
  return attribute.max_values === undefined || count <= attribute.max_values
    ? null
    : `“${attribute.name}” takes ${attribute.max_values} values at most, not ${count}.`
}

function knownChoice(codebook: Codebook, attribute: Attribute, id: string): string | null {
  return choiceById(codebook, attribute, id) ? null : `“${attribute.name}” has no value “${id}”.`
}

function inBounds(attribute: Attribute, value: number): string | null {
  if (attribute.min !== undefined && value < attribute.min)
    return `“${attribute.name}” is ${attribute.min} at least, not ${value}.`
  if (attribute.max !== undefined && value > attribute.max)
    return `“${attribute.name}” is ${attribute.max} at most, not ${value}.`
  return null
}

function checkQuantity(attribute: Attribute, quantity: Quantity): string | null {
  const { amount, min, max } = quantity
  if (min !== undefined && max !== undefined && min > max)
    return `“${attribute.name}” runs from ${min} to ${max}, backwards.`
  if (amount !== undefined && ((min !== undefined && amount < min) || (max !== undefined && amount > max))) {
    return `“${attribute.name}”: ${amount} lies outside its own bounds.`
  }
  return firstProblem(
    [amount, min, max].filter((item) => item !== undefined),
    (item) => inBounds(attribute, item),
  )
}

/**
 * What is wrong with a date, by itself: precision that does not fit, a day that no calendar has, an end before its
 * start.
 */
export function checkDate(date: DateValue): string | null {
  const { start, end, precision } = date
  for (const each of [start, end]) {
    if (each === undefined) continue
    if (!inCalendar(each)) return `There is no day ${each}.`
    if (precision !== 'event' && precisionOf(each) !== precision)
      return `${each} does not have the precision “${precision}”.`
  }
  if (start === undefined && end === undefined && precision !== 'event')
    return 'A date needs a start or an end, unless it is an event.'
  if (start !== undefined && end !== undefined && firstDay(start) > lastDay(end)) return `${end} lies before ${start}.`
  return null
}

function inCalendar(date: string): boolean {
  if (precisionOf(date) !== 'day') return true
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** First day and (not below) last day of a period, as text that sorts. */
function firstDay(date: string): string {
  return firstMonth(date) + (precisionOf(date) === 'day' ? date.slice(7) : '-01')
}

function lastDay(date: string): string {
  if (precisionOf(date) === 'day') return date
  if (precisionOf(date) === 'year') return `${date}-12-31`
  return precisionOf(date) === 'quarter'
    ? `${date.slice(0, 4)}-${twoDigits(Number(date.slice(6)) * 3)}-31`
    : `${date}-31`
}

function firstMonth(date: string): string {
  if (precisionOf(date) === 'year') return `${date}-01`
  return precisionOf(date) === 'quarter'
    ? `${date.slice(0, 4)}-${twoDigits(Number(date.slice(6)) * 3 - 2)}`
    : date.slice(0, 7)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
