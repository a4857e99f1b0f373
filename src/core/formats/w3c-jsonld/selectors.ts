import { isObject } from '../json-lines.ts'
import type { ForeignPlace } from '../judge-unit.ts'

export interface QuoteSelector {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Where in a text a target is: by its position, by its quote, or both. */
export interface TextTarget {
  /** Null: Recogito leaves it out. */
  readonly source: string | null
  readonly place: ForeignPlace | null
  readonly quote: QuoteSelector | null
}

/** A target that selects words of a text; null for the others: whole resources, pictures, paths in a page. */
export function textTarget(target: unknown): TextTarget | null {
  if (!isObject(target)) return null
  const selectors = (Array.isArray(target['selector']) ? target['selector'] : [target['selector']]).filter(isObject)
  const quote = selectors.map(quoteOf).find((found) => found !== null) ?? null
  const place = selectors.map(placeOf).find((found) => found !== null) ?? null
  if (!quote && !place) return null
  return { source: sourceOf(target), place: place && { ...place, surface: quote?.exact }, quote }
}

export function sourceOf(target: unknown): string | null {
  if (typeof target === 'string') return target
  if (!isObject(target)) return null
  const { source, id } = target
  if (typeof source === 'string') return source
  if (isObject(source) && typeof source['id'] === 'string') return source['id']
  return typeof id === 'string' ? id : null
}

function quoteOf(selector: Readonly<Record<string, unknown>>): QuoteSelector | null {
  const { type, exact, prefix, suffix, refinedBy } = selector
  if (type !== 'TextQuoteSelector' || typeof exact !== 'string' || refinedBy !== undefined) return null
  return { exact, prefix: typeof prefix === 'string' ? prefix : '', suffix: typeof suffix === 'string' ? suffix : '' }
}

function placeOf(selector: Readonly<Record<string, unknown>>): { start: number; end: number } | null {
  const { type, start, end, value, refinedBy } = selector
  if (refinedBy !== undefined) return null
  if (type === 'TextPositionSelector' && typeof start === 'number' && typeof end === 'number') return { start, end }
  // RFC 5147, the fragments of plain text.
  const char = type === 'FragmentSelector' && typeof value === 'string' ? /^char=(\d{1,9}),(\d{1,9})(?:;.*)?$/.exec(value) : null
  return char ? { start: Number(char[1]), end: Number(char[2]) } : null
}

/** Where a quote stands in the text, if it is clear: the one place, or the only one with the words around it. */
export function findQuote(text: string, { exact, prefix, suffix }: QuoteSelector): number | null {
  if (exact === '') return null
  const places: number[] = []
  for (let at = text.indexOf(exact); at !== -1 && places.length < 1000; at = text.indexOf(exact, at + 1)) places.push(at)
  if (places.length <= 1) return places[0] ?? null
  const fitting = places.filter((at) => text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + exact.length))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
