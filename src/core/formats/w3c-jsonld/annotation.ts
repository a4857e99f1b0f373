import { valueSchema, type Value } from '../../model/value.ts'
import { timestampOf, type InterchangeAnnotation, type InterchangeFragment } from '../interchange.ts'
import { isObject, type JsonObject } from '../json-lines.ts'
import { parseJson } from '../source-text.ts'
import type { UnitMap } from '../units.ts'
import { idOfIri } from './names.ts'
import { findQuote, textTarget } from './selectors.ts'

/** The text that annotations speak of. Null where it is not there: then positions stay as they are. */
export interface Ground {
  readonly text: string
  readonly map: UnitMap
}

export function isType(value: unknown, type: string): boolean {
  return value === type || (Array.isArray(value) && value.includes(type))
}

export function motivationsOf(raw: JsonObject): string[] {
  return [raw['motivation']].flat().filter((item) => typeof item === 'string')
}

export function targetsOf(raw: JsonObject): unknown[] {
  return [raw['target']].flat()
}

/** Who annotated: the first creator's name, nickname or id. */
export function annotatorOf(raw: JsonObject): string | null {
  const first: unknown = [raw['creator']].flat()[0]
  if (typeof first === 'string') return first === '' ? null : first
  if (!isObject(first)) return null
  const said = [first['name'], first['nickname'], first['nick'], first['id']].flat().find((item) => typeof item === 'string' && item !== '')
  return typeof said === 'string' ? said : null
}

/** An annotation of words in a text as the model has it, or why it cannot be. */
export function readAnnotation(raw: JsonObject, ground: Ground | null): InterchangeAnnotation | string {
  const fragments: InterchangeFragment[] = []
  for (const target of targetsOf(raw)) {
    const found = textTarget(target)
    if (!found) return 'a target of it is no place in a text'
    const fragment = ground ? placeIn(found, ground) : placeWithoutText(found)
    if (typeof fragment === 'string') return fragment
    fragments.push(fragment)
  }
  fragments.sort((a, b) => a.start - b.start || a.end - b.end)
  if (fragments.some(({ start }, index) => index > 0 && start < (fragments[index - 1]?.end ?? 0))) return 'its pieces overlap'
  const { label, attributes, note } = readBodies(raw)
  const [created, modified] = [timestampOf(raw['created']), timestampOf(raw['modified'])]
  return { id: idOfIri(String(raw['id'])), label, fragments, attributes, ...(note !== '' && { note }), ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) }
}

type Found = NonNullable<ReturnType<typeof textTarget>>

function placeIn({ place, quote }: Found, { text, map }: Ground): InterchangeFragment | string {
  if (!place) {
    const at = quote && findQuote(text, quote)
    return at === null || !quote ? `its quote ${JSON.stringify(quote?.exact)} is not at one clear place in the text` : { start: at, end: at + quote.exact.length, quote: quote.exact }
  }
  const [start, end] = [map.fromUnit(place.start), map.fromUnit(place.end)]
  if (start === null || end === null || start > end) return `${place.start}–${place.end} is no place in the text`
  const words = text.slice(start, end)
  if (quote && folded(quote.exact) !== folded(words)) return `the text at ${place.start}–${place.end} is ${JSON.stringify(words)}, its quote ${JSON.stringify(quote.exact)}`
  return { start, end, quote: words }
}

function placeWithoutText({ place, quote }: Found): InterchangeFragment | string {
  if (!place || !quote) return 'without the text, its place needs a position and a quote'
  const { start, end } = place
  const long = end - start
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0) return `${start}–${end} is no place in a text`
  if (long !== quote.exact.length && long !== [...quote.exact].length) return `its place ${start}–${end} is ${long} long, its quote ${JSON.stringify(quote.exact)} is not`
  return { start, end, quote: quote.exact }
}

/** Tools that read a page write its blanks and line ends as they like. */
function folded(words: string): string {
  return words.replace(/\s+/g, ' ')
}

/** What the bodies say: the label is the class, else the first tag; a body with a label of its own is an attribute's value. */
export function readBodies(raw: JsonObject): { readonly label: string; readonly attributes: Record<string, Value>; readonly note: string } {
  const notes: string[] = typeof raw['bodyValue'] === 'string' ? [raw['bodyValue']] : []
  const classes: string[] = []
  const tags: string[] = []
  const attributes = new Map<string, Value>()
  for (const body of [raw['body']].flat()) {
    const said = textOf(body)
    if (said === null) continue
    const { words, purpose, name } = said
    if (name !== null) {
      if (!attributes.has(name)) attributes.set(name, said.value ?? { state: 'decided', value: words })
    } else if (purpose === 'classifying') classes.push(words)
    else if (purpose === 'tagging') tags.push(words)
    else notes.push(words)
  }
  const [label = motivationsOf(raw)[0] ?? (notes.length > 0 ? 'commenting' : 'annotation'), ...others] = [...classes, ...tags]
  if (others.length > 0 && !attributes.has('tags')) attributes.set('tags', { state: 'decided', value: others })
  return { label, attributes: Object.fromEntries(attributes), note: notes.join('\n') }
}

function textOf(body: unknown): { words: string; purpose: string | null; name: string | null; value: Value | null } | null {
  if (!isObject(body)) return null
  const purpose = [body['purpose']].flat().find((item) => typeof item === 'string')
  const { value, label, format, source, id } = body
  const iri = typeof source === 'string' ? source : id
  // A class or tag may be an IRI of somebody's vocabulary.
  if (typeof value !== 'string') return (purpose === 'tagging' || purpose === 'classifying') && typeof iri === 'string' && iri !== '' ? { words: iri, purpose, name: null, value: null } : null
  if (value === '' && label === undefined) return null
  const name = typeof label === 'string' && label !== '' ? label : null
  const json = name !== null && format === 'application/json' ? valueSchema.safeParse(parseJson(value)) : null
  return { words: value, purpose: purpose ?? null, name, value: json?.success ? json.data : null }
}

/** The two ends of an annotation that links two others, with what the link is called; null where it is something else. */
export function readLink(raw: JsonObject, isAnnotation: (iri: string) => boolean): { readonly from: string; readonly to: string; readonly type: string } | null {
  if (!motivationsOf(raw).includes('linking')) return null
  const targets = targetsOf(raw).map(iriOf)
  const bodies = [raw['body']].flat().map(iriOf).filter((iri) => iri !== null && isAnnotation(iri))
  const [from, to, more] = targets.length === 1 ? [...targets, ...bodies] : targets
  if (typeof from !== 'string' || typeof to !== 'string' || more !== undefined || !isAnnotation(from) || !isAnnotation(to)) return null
  const type = [raw['body']].flat().map(textOf).find((said) => said !== null && (said.purpose === 'tagging' || said.purpose === 'classifying'))
  return { from, to, type: type?.words ?? 'linking' }
}

function iriOf(end: unknown): string | null {
  const iri = isObject(end) ? (end['id'] ?? end['source']) : end
  return typeof iri === 'string' ? iri : null
}
