import { isObject, type JsonObject } from '../json-lines.ts'
import { isType } from './annotation.ts'

export type Kind = 'list' | 'collection' | 'page' | 'single'

/** What stands around the annotations of a file, the annotations themselves taken out. */
export interface Envelope {
  readonly kind: Kind
  /** With `items: []` where they were; null for lists and single annotations. */
  readonly around: JsonObject | null
  /** How the file is laid out; null: in no way that is known here. */
  readonly style: Style | null
}

export type Style = 'lines' | 'compact' | '1' | '2' | '4' | 'tab' | 'lines-' | 'compact-' | '1-' | '2-' | '4-' | 'tab-'
// With a line end after it, and (-) without.
const STYLES: readonly Style[] = ['lines', '2', '2-', '4', '4-', 'compact', 'compact-', 'tab', 'tab-', '1', '1-', 'lines-']

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

/** The annotations in a file and what is around them, or what a reader of the standard refuses. */
export function openEnvelope(value: unknown, raw: string): { readonly envelope: Envelope; readonly items: readonly unknown[] } | string {
  if (Array.isArray(value)) return withStyle('list', null, value, raw)
  if (!isObject(value)) return 'it holds neither annotations nor a collection of them'
  const kind: Kind | null = isType(value['type'], 'AnnotationCollection') ? 'collection' : isType(value['type'], 'AnnotationPage') ? 'page' : isType(value['type'], 'Annotation') ? 'single' : null
  if (kind === null) return 'its type is neither Annotation nor AnnotationPage nor AnnotationCollection'
  if (!hasContext(value)) return `its @context is not ${CONTEXT}`
  if (kind === 'single') return withStyle('single', null, [value], raw)
  if (kind === 'page') return Array.isArray(value['items']) ? withStyle('page', { ...value, items: [] }, value['items'], raw) : 'the page has no items'
  const { first } = value
  if (isObject(first) && Array.isArray(first['items'])) return withStyle('collection', { ...value, first: { ...first, items: [] } }, first['items'], raw)
  if (Array.isArray(value['items'])) return withStyle('collection', { ...value, items: [] }, value['items'], raw)
  return withStyle('collection', value, [], raw)
}

export function hasContext(value: JsonObject): boolean {
  return [value['@context']].flat().includes(CONTEXT)
}

function withStyle(kind: Kind, around: JsonObject | null, items: readonly unknown[], raw: string) {
  const style = STYLES.find((candidate) => [...closeEnvelope({ kind, around, style: candidate }, items)].join('') === raw) ?? null
  return { envelope: { kind, around, style }, items }
}

/** The file again, in pieces. */
export function* closeEnvelope({ kind, around, style }: Envelope, items: readonly unknown[]): Iterable<string> {
  const name = (style ?? '2').replace('-', '')
  const whole = wholeOf(kind, around, items)
  const end = style?.endsWith('-') ? '' : '\n'
  if (name !== 'lines') {
    yield JSON.stringify(whole, null, { compact: 0, '1': 1, '2': 2, '4': 4, tab: '\t' }[name])
    yield end
    return
  }
  const [head, tail] = cut(JSON.stringify(wholeOf(kind, around, [])))
  yield* lines(head, items.map((item) => JSON.stringify(item)), tail)
  yield end
}

/** One annotation a line. */
export function* lines(head: string, items: Iterable<string>, tail: string): Iterable<string> {
  yield head
  let first = true
  for (const item of items) {
    yield first ? '\n' : ',\n'
    yield item
    first = false
  }
  yield first ? tail : `\n${tail}`
}

/** Before and after the place of the items. */
export function cut(json: string): [head: string, tail: string] {
  const mark = json.startsWith('[') ? '[]' : '"items":[]'
  const at = json.indexOf(mark)
  return at === -1 ? [json, ''] : [json.slice(0, at + mark.length - 1), json.slice(at + mark.length - 1)]
}

function wholeOf(kind: Kind, around: JsonObject | null, items: readonly unknown[]): unknown {
  if (kind === 'single' && items.length === 1) return items[0]
  if (!around) return items
  if (Array.isArray(around['items'])) return { ...around, items }
  return isObject(around['first']) ? { ...around, first: { ...around['first'], items } } : around
}
