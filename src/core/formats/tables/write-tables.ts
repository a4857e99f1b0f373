import type { Payload, Value } from '../../model/value.ts'
import { createOffsetMap, type OffsetMap } from '../../text/code-points.ts'
import { exampleOf, loseAll } from '../common-losses.ts'
import { hullOf, joinedQuote, valueText, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet } from '../interchange.ts'
import type { Losses } from '../losses.ts'
import { payloadCell } from '../value-cells.ts'
import { schemeSheet } from './scheme-sheet.ts'
import { FACT, FIXED, STATE, VALUE, type Cell, type Sheet } from './sheet.ts'

export interface TableStyle {
  readonly format: 'csv' | 'xlsx'
  /** `long`: the values in a table of their own, one row each. `wide`: a column for each attribute. */
  readonly layout: 'wide' | 'long' | 'both'
  /** How a value stands in its column: `exact` after ADR 13, or as people read it. */
  readonly cells: 'exact' | 'readable'
}

interface Wide {
  readonly fixed: readonly Cell[]
  readonly attributes: Readonly<Record<string, Value>>
}

const LONG = ['id', 'article', 'annotator', 'label', 'attribute', 'state', 'value', 'json'] as const

/** The tables of an exchange. Texts of articles are not in them; what is has rows that can be sorted, filtered and joined. */
export function toSheets({ scheme, documents }: Interchange, style: TableStyle, losses: Losses): Sheet[] {
  const wide: Wide[] = []
  const long: Cell[][] = []
  const sets: Cell[][] = []
  const relations: Cell[][] = []
  const facts = new Set<string>()
  const described: { name: string; metadata: Readonly<Record<string, unknown>> }[] = []
  losses.add('extra', 'data of other formats on the codebook', scheme.name, scheme.extra ? 1 : 0)
  for (const document of documents) {
    loseAll(losses, document, style.format, ['extra', 'document values'])
    const map = createOffsetMap(document.text)
    described.push({ name: document.name, metadata: document.metadata })
    for (const key of Object.keys(document.metadata)) facts.add(key)
    for (const set of document.sets) {
      sets.push([document.name, set.annotator, set.status ?? null, set.note ?? null])
      for (const annotation of set.annotations) {
        wide.push({ fixed: fixedCells(document, set, annotation, map), attributes: annotation.attributes })
        for (const [name, value] of Object.entries(annotation.attributes)) {
          if (style.layout !== 'wide') long.push(longCells(document, set, annotation, name, value))
        }
        if (annotation.fragments.length === 0) losses.add('fragments', 'annotations without a place', exampleOf(document, annotation))
      }
      for (const { id, type, from, to, created, modified } of set.relations) {
        relations.push([id, type, document.name, set.annotator, from.annotation, to.annotation, to.document ?? null, created ?? null, modified ?? null])
      }
    }
  }
  const exact = style.cells === 'exact'
  const textual = new Set(scheme.attributes.filter(({ type }) => ['text', 'choice', 'scale'].includes(type)).map(({ name }) => name))
  const columns = style.layout === 'long' ? [] : attributeColumns(scheme.attributes.map(({ name }) => name), wide)
  const annotationRows = wide.map(({ fixed, attributes }) => [...fixed, ...columns.map((column) => attributeCell(attributes, column, textual, exact))])
  const factColumns = [...facts].toSorted()
  return [
    { name: 'annotations', columns: [...FIXED, ...columns], rows: annotationRows },
    ...(style.layout === 'wide' ? [] : [{ name: 'values' as const, columns: LONG, rows: long }]),
    { name: 'documents', columns: ['article', ...factColumns.map((name) => FACT + name)], rows: described.map(({ name, metadata }) => [name, ...factColumns.map((fact) => factCell(metadata[fact]))]) },
    { name: 'sets', columns: ['article', 'annotator', 'status', 'note'], rows: sets },
    { name: 'relations', columns: ['id', 'type', 'article', 'annotator', 'from', 'to', 'to_article', 'created', 'modified'], rows: relations },
    schemeSheet(scheme),
  ]
}

function fixedCells(document: InterchangeDocument, set: InterchangeSet, annotation: InterchangeAnnotation, map: OffsetMap): Cell[] {
  const { start, end } = hullOf(annotation)
  const pieces = annotation.fragments.map((piece) => ({ start: map.toCodePoint(piece.start), end: map.toCodePoint(piece.end), start_utf16: piece.start, end_utf16: piece.end, quote: piece.quote }))
  const cells: Record<(typeof FIXED)[number], Cell> = {
    id: annotation.id,
    article: document.name,
    annotator: set.annotator,
    label: annotation.label,
    start: map.toCodePoint(start),
    end: map.toCodePoint(end),
    start_utf16: start,
    end_utf16: end,
    quote: joinedQuote(annotation, ' … '),
    created: annotation.created ?? null,
    modified: annotation.modified ?? null,
    fragments: pieces.length > 1 ? JSON.stringify(pieces) : null,
    note: annotation.note ?? null,
  }
  return FIXED.map((column) => cells[column])
}

function longCells(document: InterchangeDocument, set: InterchangeSet, annotation: InterchangeAnnotation, name: string, value: Value): Cell[] {
  const payload = 'value' in value ? value.value : null
  return [annotation.id, document.name, set.annotator, annotation.label, name, value.state, payload === null ? null : readableCell(payload), payload === null ? null : JSON.stringify(payload)]
}

/** The scheme’s attributes in its order, then others that occur; a column of states only where one is not simply decided. */
function attributeColumns(known: readonly string[], rows: readonly Wide[]): string[] {
  const used = new Set<string>()
  const undecided = new Set<string>()
  for (const { attributes } of rows) {
    for (const [name, { state }] of Object.entries(attributes)) {
      used.add(name)
      if (state !== 'decided') undecided.add(name)
    }
  }
  const others = [...used].filter((name) => !known.includes(name)).toSorted()
  return [...new Set(known), ...others].flatMap((name) => (undecided.has(name) ? [VALUE + name, STATE + name] : [VALUE + name]))
}

function attributeCell(attributes: Readonly<Record<string, Value>>, column: string, textual: ReadonlySet<string>, exact: boolean): Cell {
  if (column.startsWith(STATE)) {
    const state = attributes[column.slice(STATE.length)]?.state
    return state === undefined || state === 'decided' ? null : state
  }
  const name = column.slice(VALUE.length)
  const value = attributes[name]
  if (value === undefined || !('value' in value)) return null
  if (!exact) return readableCell(value.value)
  return typeof value.value === 'number' && !textual.has(name) ? value.value : payloadCell(value.value, textual.has(name))
}

export function readableCell(payload: Payload): Cell {
  return typeof payload === 'number' || typeof payload === 'boolean' ? payload : valueText({ state: 'decided', value: payload }).text
}

function factCell(fact: unknown): Cell {
  if (fact === undefined) return null
  return typeof fact === 'string' ? payloadCell(fact, false) : JSON.stringify(fact)
}
