import type { Annotation } from '../model/annotation.ts'
import type { Attribute, Codebook } from '../model/codebook.ts'
import type { DateValue, Entity, Payload, Quantity, Value } from '../model/value.ts'
import { collapseBlank } from '../text/trim.ts'
import { COUNTRIES } from './countries.ts'
import { attributesOf, isBlank } from './form.ts'
import { folded } from './inputs/narrow.ts'
import { labelById, resolveId } from './lookup.ts'

/**
 * What a value answers. `keys` are the same for values that mean the same: one for a single value, one for each member of a set
 * (choices, entities), in code-unit order. `nothing`: nobody looked, or the field was cleared.
 */
export interface Meaning {
  readonly answer: 'nothing' | 'unconfirmed' | 'not_stated' | 'not_applicable' | 'value'
  readonly keys: readonly string[]
}

const NOTHING: Meaning = { answer: 'nothing', keys: [] }

/**
 * Choices compare by the value that an id stands for now; entities by code, else by the register's name for them, without case and
 * accents, with their sector; dates and amounts by what was read, not by the words; texts by their words. `attribute` is undefined
 * where the codebook knows none.
 */
export function meaningOf(codebook: Codebook, attribute: Attribute | undefined, value: Value | undefined): Meaning {
  if (!value) return NOTHING
  if (value.state === 'not_stated' || value.state === 'not_applicable') return { answer: value.state, keys: [] }
  if (isBlank(value.value)) return NOTHING
  return { answer: value.state === 'default' ? 'unconfirmed' : 'value', keys: keysOf(codebook, attribute, value.value) }
}

export function sameMeaning(a: Meaning, b: Meaning): boolean {
  return a.answer === b.answer && a.keys.length === b.keys.length && a.keys.every((key, index) => key === b.keys[index])
}

function keysOf(codebook: Codebook, attribute: Attribute | undefined, payload: Payload): readonly string[] {
  if (Array.isArray(payload)) {
    const keys = payload.map((item) => (typeof item === 'string' ? choiceKey(codebook, attribute, item) : entityKey(codebook, item)))
    return [...new Set(keys)].toSorted((a, b) => (a < b ? -1 : 1))
  }
  if (typeof payload === 'string') {
    const chosen = attribute?.type === 'choice' || attribute?.type === 'scale'
    return [chosen ? choiceKey(codebook, attribute, payload) : plainWords(payload)]
  }
  if (typeof payload !== 'object') return [String(payload)]
  return ['precision' in payload ? dateKey(payload) : quantityKey(payload)]
}

function choiceKey(codebook: Codebook, attribute: Attribute | undefined, id: string): string {
  return attribute ? resolveId(codebook, 'value', id, attribute.id) : id
}

/** Where neither date is known, the words are all there is. */
function dateKey({ start, end, precision, words }: DateValue): string {
  if (start === undefined && end === undefined) return JSON.stringify([precision, folded(plainWords(words ?? ''))])
  return JSON.stringify([precision, start ?? '', end === start ? '' : (end ?? '')])
}

function quantityKey({ amount, unit, min, max, words }: Quantity): string {
  const counted = amount !== undefined || min !== undefined || max !== undefined
  return JSON.stringify(counted ? [amount ?? null, unit ?? '', min ?? null, max ?? null] : [unit ?? '', folded(plainWords(words ?? ''))])
}

function plainWords(text: string): string {
  return collapseBlank(text.normalize('NFC'))
}

/** The same for two ways of writing one entity. */
export function entityKey(codebook: Codebook, { name, code, sector }: Entity): string {
  const plain = folded(plainWords(name))
  const registered = registerOf(codebook).get(plain)
  const who = code !== undefined && code !== '' ? `code ${code.toUpperCase()}` : (registered ?? `name ${plain}`)
  return sector === undefined ? who : `${who} (${resolveId(codebook, 'value', sector)})`
}

const registers = new WeakMap<Codebook, ReadonlyMap<string, string>>()

/** By folded name or alias; the project's own entities come before countries. */
function registerOf(codebook: Codebook): ReadonlyMap<string, string> {
  const known = registers.get(codebook)
  if (known) return known
  const made = new Map(COUNTRIES.map(({ name, code }) => [folded(name), `code ${code.toUpperCase()}`]))
  for (const { name, code, aliases } of codebook.entities ?? []) {
    const key = code === undefined ? `name ${folded(name)}` : `code ${code.toUpperCase()}`
    for (const written of [...aliases, name]) made.set(folded(written), key)
  }
  registers.set(codebook, made)
  return made
}

const carried = new WeakMap<Codebook, Map<string, ReadonlySet<string>>>()

/** Ids of the attributes that a label carries, retired ones left out; remembered, as thousands of records are compared at once. */
export function attributeIdsOf(codebook: Codebook, label: Annotation['label']): ReadonlySet<string> {
  const known = carried.get(codebook) ?? new Map<string, ReadonlySet<string>>()
  carried.set(codebook, known)
  const id = labelById(codebook, label)?.id ?? label
  const made = known.get(id) ?? new Set(attributesOf(codebook, id).map((attribute) => attribute.id))
  known.set(id, made)
  return made
}
