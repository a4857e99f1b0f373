import type { Attribute, Codebook } from '../model/codebook.ts'
import { dateValueSchema, quantitySchema, type Payload, type Value } from '../model/value.ts'
import { formatEntity } from '../codebook/display.ts'
import { choiceById, resolveId } from '../codebook/lookup.ts'
import { isWithin, readDates } from './dates.ts'
import { named } from './filter-names.ts'
import { foldForSearch } from './fold.ts'

/** What is asked of a value: `undefined` where the annotation holds none. */
export type ValueTest = (value: Value | undefined, codebook: Codebook) => boolean

const NUMBER = /^(>=|<=|>|<)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?$/

/** The test that a text stands for, by the attribute's type; else what it should have been. */
export function readTest(attribute: Attribute, given: string): ValueTest | 'date' | 'number' {
  const answer = given.toLowerCase().replaceAll(/[_ ]/g, '-')
  if (answer === 'any' || given === '*') return (value) => value?.state === 'decided' || value?.state === 'default'
  if (answer === 'empty') return (value) => value === undefined
  if (answer === 'not-stated') return (value) => value?.state === 'not_stated'
  if (answer === 'not-applicable') return (value) => value?.state === 'not_applicable'
  const test = payloadTest(attribute, given)
  if (typeof test === 'string') return test
  return (value, codebook) => value !== undefined && 'value' in value && test(value.value, codebook)
}

type PayloadTest = (payload: Payload, codebook: Codebook) => boolean

function payloadTest(attribute: Attribute, given: string): PayloadTest | 'date' | 'number' {
  switch (attribute.type) {
    case 'boolean': {
      const wanted = !/^(no|false|nein|0)$/i.test(given)
      return (payload) => payload === wanted
    }
    case 'number':
    case 'quantity': {
      const compare = readNumbers(given)
      if (!compare && attribute.type === 'number') return 'number'
      if (!compare) return holdsText(given)
      return (payload) => numbersOf(payload).some(compare)
    }
    case 'date': {
      const dates = readDates(given)
      if (!dates) return /^[\d<>]/.test(given) ? 'date' : holdsText(given)
      return (payload) => {
        const date = dateValueSchema.safeParse(payload)
        return date.success && [date.data.start, date.data.end].some((day) => day !== undefined && isWithin(dates, day))
      }
    }
    case 'choice':
    case 'choices':
    case 'scale':
      return choiceTest(attribute, given)
    default:
      return holdsText(given)
  }
}

function choiceTest(attribute: Attribute, given: string): PayloadTest {
  const wanted = named(attribute.values ?? [], given)
  const pattern = wanted ? null : patternOf(given)
  return (payload, codebook) =>
    (Array.isArray(payload) ? payload : [payload]).some((id) => {
      if (typeof id !== 'string') return false
      if (wanted) return resolveId(codebook, 'value', id, attribute.id) === resolveId(codebook, 'value', wanted.id, attribute.id)
      return pattern?.test(foldForSearch(choiceById(codebook, attribute, id)?.name ?? id)) === true
    })
}

/** Somewhere in what is recorded, with `*` for anything. */
function holdsText(given: string): PayloadTest {
  const pattern = patternOf(given)
  return (payload) => textsOf(payload).some((text) => pattern.test(foldForSearch(text)))
}

/** Folded, not from end to end unless a star stands there. */
export function patternOf(given: string): RegExp {
  const parts = foldForSearch(given).trim().split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
  return new RegExp(parts.length === 1 ? (parts[0] ?? '') : `^${parts.join('.*')}$`, 'su')
}

function textsOf(payload: Payload): string[] {
  if (Array.isArray(payload)) return payload.map((item) => (typeof item === 'string' ? item : formatEntity(item)))
  if (typeof payload !== 'object') return [String(payload)]
  return payload.words === undefined ? [] : [payload.words]
}

function numbersOf(payload: Payload): number[] {
  if (typeof payload === 'number') return [payload]
  const quantity = typeof payload === 'object' && !Array.isArray(payload) ? quantitySchema.safeParse(payload) : null
  return quantity?.success ? [quantity.data.amount, quantity.data.min, quantity.data.max].filter((number) => number !== undefined) : []
}

function readNumbers(given: string): ((number: number) => boolean) | null {
  const found = NUMBER.exec(given)
  if (!found) return null
  const [, sign, first, last] = found
  const from = Number(first)
  if (last !== undefined) return sign === undefined ? (number) => number >= from && number <= Number(last) : null
  const compare: Record<string, (number: number) => boolean> = {
    '>': (number) => number > from, '>=': (number) => number >= from, '<': (number) => number < from, '<=': (number) => number <= from,
  }
  return compare[sign ?? ''] ?? ((number) => number === from)
}
