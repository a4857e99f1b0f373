import type { ValueWords } from '../codebook/display.ts'
import { checkValue } from '../codebook/check-value.ts'
import { isoDate, readDate, withDateTyped, dateDraft } from '../codebook/inputs/date-input.ts'
import { folded } from '../codebook/inputs/narrow.ts'
import { readNumber } from '../codebook/inputs/number-input.ts'
import { readQuantity } from '../codebook/inputs/quantity-input.ts'
import { offeredLabels } from '../codebook/lookup.ts'
import type { Attribute, Codebook } from '../model/codebook.ts'
import type { Entity, Payload, Value } from '../model/value.ts'

/** Why the text of a cell cannot be taken. */
export type ReadProblem =
  | 'choice' | 'number' | 'below' | 'above' | 'backwards' | 'outside' | 'date' | 'quantity' | 'boolean' | 'too_many' | 'link'
  | 'label' | 'fixed' | 'unavailable' | 'beyond'

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ReadProblem }

const good = <T>(value: T): Read<T> => ({ ok: true, value })
const bad = (problem: ReadProblem): Read<never> => ({ ok: false, problem })

/**
 * What the text of a cell records, by the attribute's type: the same forms that cells are shown in, and those that people
 * type. Empty: nothing. What cannot be read is refused as a whole, never half taken.
 */
export function readCell(codebook: Codebook, attribute: Attribute, text: string, words: ValueWords): Read<Value | null> {
  const typed = text.trim()
  if (typed === '') return good(null)
  const key = folded(typed)
  if (key === folded(words.notStated)) return good({ state: 'not_stated' })
  if (key === folded(words.notApplicable)) return good({ state: 'not_applicable' })
  const payload = readPayload(codebook, attribute, typed, words)
  if (!payload.ok) return payload
  if (payload.value === null) return good(null)
  const value: Value = { state: 'decided', value: payload.value }
  if (checkValue(codebook, attribute, value) === null) return good(value)
  return bad(Array.isArray(payload.value) && payload.value.length > (attribute.max_values ?? Infinity) ? 'too_many' : problemOf(attribute))
}

/** The label that a name, an id or a key stands for, of those that are offered. */
export function readLabel(codebook: Codebook, text: string): Read<string> {
  const key = folded(text)
  const labels = offeredLabels(codebook)
  const found = labels.find(({ name }) => folded(name) === key) ?? labels.find(({ id }) => folded(id) === key)
  return found ? good(found.id) : bad('label')
}

function readPayload(codebook: Codebook, attribute: Attribute, text: string, words: ValueWords): Read<Payload | null> {
  switch (attribute.type) {
    case 'text':
      return good(text)
    case 'number': {
      const { value, problem } = readNumber(text, attribute)
      return problem === null ? good(value) : bad(problem)
    }
    case 'boolean':
      return readBoolean(text, words)
    case 'choice':
    case 'scale':
      return choiceNamed(attribute, text)
    case 'choices':
      return readChoices(attribute, text)
    case 'quantity':
      return readAmount(attribute, text)
    case 'date':
      return readPeriod(text)
    case 'entities':
      return good(splitList(text).map((part) => entityNamed(codebook, part)))
    case 'link':
      return bad('link')
  }
}

function problemOf({ type }: Attribute): ReadProblem {
  if (type === 'choices' || type === 'scale') return 'choice'
  return type === 'entities' ? 'too_many' : type === 'text' ? 'fixed' : type
}

function readBoolean(text: string, { yes, no }: ValueWords): Read<boolean> {
  const key = folded(text)
  if ([folded(yes), 'true', '1'].includes(key)) return good(true)
  return [folded(no), 'false', '0'].includes(key) ? good(false) : bad('boolean')
}

function choiceNamed(attribute: Attribute, text: string): Read<string> {
  const key = folded(text)
  const values = (attribute.values ?? []).filter(({ retired }) => !retired)
  const found = values.find(({ name }) => folded(name) === key) ?? values.find(({ id }) => folded(id) === key)
  return found ? good(found.id) : bad('choice')
}

/** A name may hold a semicolon itself. */
function readChoices(attribute: Attribute, text: string): Read<string[]> {
  const whole = choiceNamed(attribute, text)
  if (whole.ok) return good([whole.value])
  const ids: string[] = []
  for (const part of splitList(text)) {
    const found = choiceNamed(attribute, part)
    if (!found.ok) return found
    if (!ids.includes(found.value)) ids.push(found.value)
  }
  return good(ids)
}

/** Semicolons part a list, except in brackets. */
function splitList(text: string): string[] {
  return (text.match(/(?:\([^)]*\)|[^;])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')
}

/** `Norvia (NVA, GOV)`: a code and a sector, or one of them; other words in brackets belong to the name. */
function entityNamed(codebook: Codebook, text: string): Entity {
  const [, name = '', inside = ''] = /^(.+?)\s*\(([^()]+)\)$/s.exec(text) ?? []
  const parts = inside.split(',').map((part) => part.trim())
  const sector = codebook.sectors.find(({ id }) => id === parts.at(-1))?.id
  const rest = sector === undefined ? parts : parts.slice(0, -1)
  const [code] = rest
  if (rest.length > 1 || (code !== undefined && !/^[A-Z0-9][A-Z0-9_-]{1,15}$/.test(code))) return { name: text }
  if (code === undefined && sector === undefined) return { name: text }
  return { name, ...(code === undefined ? {} : { code }), ...(sector === undefined ? {} : { sector }) }
}

const IN_BRACKETS = /^(.*?)\s*\((.*)\)$/s

/** `2031-06`, `2031-06-01/2031-06-30`, `../2031-06`, each with the words behind it in brackets; words without a figure alone. */
function readPeriod(text: string): Read<Payload | null> {
  const [, before = text, words = ''] = IN_BRACKETS.exec(text) ?? []
  // A date in ISO with slashes has figures on both sides of each.
  const [first = '', second, third] = isoDate(before) === null ? before.split('/').map((part) => part.trim()) : [before]
  const start = first === '..' ? '' : first
  const end = second ?? ''
  const isDate = third === undefined && (start !== '' || end !== '') && [start, end].every((part) => part === '' || isoDate(part) !== null)
  // Words that hold a figure may be a date in another form: better refused than kept as an event.
  if (!isDate) return /\d/.test(text) || /\p{Nd}/u.test(text) ? bad('date') : good({ words: text, precision: 'event' })
  const { value, problems } = readDate({ ...withDateTyped(dateDraft(null), { start, end }), words })
  if (Object.keys(problems).length > 0) return bad(problems.end === 'backwards' ? 'backwards' : 'date')
  return good(value)
}

const NUMBER = String.raw`[+\-−]?[\p{Nd}][\p{Nd}.,'’_٫٬]*(?:[\s\u00a0][\p{Nd}]{3}(?![\p{Nd}]))*(?![\p{Nd}])`
const AMOUNT = new RegExp(
  String.raw`^(?<amount>${NUMBER})?\s*(?:(?<open>\[)?(?:(?<min>${NUMBER})\s*–\s*(?<max>${NUMBER})|≥\s*(?<least>${NUMBER})|≤\s*(?<most>${NUMBER}))\]?)?\s*(?<unit>[^\p{Nd}\[\]≤≥–]*)$`,
  'u',
)

/** `40 items (40 ambulances)`, `10–20 %`, `≤ 120 people`, `15 [10–20] %`; words without a figure alone. */
function readAmount(attribute: Attribute, text: string): Read<Payload | null> {
  const [, before = text, words = ''] = IN_BRACKETS.exec(text) ?? []
  if (!/\p{Nd}/u.test(text)) return good({ words: text })
  const parts = AMOUNT.exec(before.trim())?.groups
  if (!parts) return bad('quantity')
  const draft = {
    words,
    amount: parts['amount'] ?? '',
    unit: parts['unit'] ?? '',
    min: parts['min'] ?? parts['least'] ?? '',
    max: parts['max'] ?? parts['most'] ?? '',
  }
  const { value, problems } = readQuantity(draft, attribute)
  const [problem] = Object.values(problems)
  return problem === undefined ? good(value) : bad(problem)
}
