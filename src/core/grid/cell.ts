import { formatValue, type ValueWords } from '../codebook/display.ts'
import { carries, isBlank, linksOf } from '../codebook/form.ts'
import { nameOfLabel, storedValue } from '../codebook/lookup.ts'
import { quoteOf, type Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'
import { LABEL, NOTE, type GridColumn, type GridRow } from './columns.ts'

/**
 * `unavailable`: the annotation's label has no such attribute. `missing`: empty, and the codebook wants it filled.
 * `default`: filled in by rule, not confirmed. The rest are what a value can be; `decided` also for what is no attribute.
 */
export type CellState = 'unavailable' | 'missing' | 'empty' | 'decided' | 'default' | 'not_stated' | 'not_applicable'

export interface GridCell {
  /** In one line, as everywhere in the app; empty where nothing is recorded. */
  readonly text: string
  readonly state: CellState
}

const UNAVAILABLE: GridCell = { text: '', state: 'unavailable' }
const MISSING: GridCell = { text: '', state: 'missing' }
const EMPTY: GridCell = { text: '', state: 'empty' }

export function cellOf(codebook: Codebook, row: GridRow, column: GridColumn, words: ValueWords): GridCell {
  const { annotation } = row
  const { attribute } = column
  if (!attribute) return plain(plainText(codebook, row, column))
  const value = valueOf(codebook, annotation, column)
  if (value && (value.state === 'not_stated' || value.state === 'not_applicable' || !isBlank(value.value))) {
    return { text: formatValue(codebook, attribute, value, words), state: value.state }
  }
  if (attribute.type === 'link') {
    const links = linksOf(codebook, attribute, annotation, row.relations)
    if (links.length > 0) return plain(links.map(({ to }) => quoteAt(row.siblings, to.annotation) ?? '…').join('; '))
  }
  if (row.missing.has(attribute.id)) return MISSING
  return isAvailable(codebook, annotation.label, column) ? EMPTY : UNAVAILABLE
}

/** Whether annotations with the label have the column's attribute. */
export function isAvailable(codebook: Codebook, label: string, { attribute }: GridColumn): boolean {
  return !attribute || carries(codebook, attribute, label)
}

/** What is recorded, wherever it stands; undefined for what is no attribute. */
export function valueOf(codebook: Codebook, annotation: Annotation, { attribute }: GridColumn): Value | undefined {
  return attribute ? storedValue(codebook, annotation.attributes, attribute.id)?.value : undefined
}

/** Whether nothing can be put into the cell by hand: where it comes from, what is quoted, and what the label does not have. */
export function isFixed(codebook: Codebook, row: GridRow, column: GridColumn): boolean {
  if (column === LABEL || column === NOTE) return false
  return !column.attribute || (valueOf(codebook, row.annotation, column) === undefined && !isAvailable(codebook, row.annotation.label, column))
}

/** What can be confirmed in these rows and columns: the keys that the values stand under, and how many values there are. */
export function confirmable(codebook: Codebook, rows: readonly GridRow[], columns: readonly GridColumn[]): { readonly attributes: string[]; readonly count: number } {
  const attributes = new Set<string>()
  let count = 0
  for (const { annotation } of rows) {
    for (const { attribute } of columns) {
      const stored = attribute && storedValue(codebook, annotation.attributes, attribute.id)
      if (stored?.value.state !== 'default') continue
      attributes.add(stored.key)
      count += 1
    }
  }
  return { attributes: [...attributes], count }
}

function plain(text: string): GridCell {
  return text === '' ? EMPTY : { text, state: 'decided' }
}

function plainText(codebook: Codebook, { annotation, title }: GridRow, { id }: GridColumn): string {
  if (id === 'article') return title
  if (id === 'label') return nameOfLabel(codebook, annotation.label)
  return id === 'quote' ? quoteOf(annotation) : (annotation.note ?? '')
}

// A table is filtered and sorted by all its cells: looking for each target among thousands would be felt.
const byId = new WeakMap<readonly Annotation[], ReadonlyMap<string, Annotation>>()

function quoteAt(annotations: readonly Annotation[], id: string): string | null {
  const known = byId.get(annotations) ?? new Map(annotations.map((annotation) => [annotation.id, annotation]))
  byId.set(annotations, known)
  const found = known.get(id)
  return found ? quoteOf(found) : null
}
