import { attributeTypeSchema } from '../../model/codebook.ts'
import type { Scheme, SchemeAttribute, SchemeLabel, SchemeRelation, SchemeValue } from '../interchange.ts'
import { listCell, readListCell, type Cell, type ReadSheet, type Row, type Sheet } from './sheet.ts'

const COLUMNS = ['kind', 'name', 'id', 'of', 'type', 'definition', 'from', 'to', 'parent', 'event_or_mention', 'color', 'key'] as const
type Column = (typeof COLUMNS)[number]

/** The codebook as a table: a row for each label, attribute, value of a list (`of` its attribute) and relation. */
export function schemeSheet(scheme: Scheme): Sheet {
  const rows: Cell[][] = []
  const add = (kind: string, cells: Partial<Record<Column, string | undefined>>) => void rows.push(COLUMNS.map((column) => (column === 'kind' ? kind : (cells[column] ?? null))))
  if (scheme.name !== undefined) add('codebook', { name: scheme.name })
  for (const { kind, name, id, definition, parent, color, key } of scheme.labels) add('label', { name, id, definition, parent, color, key, event_or_mention: kind })
  for (const { name, id, type, labels, definition, values } of scheme.attributes) {
    add('attribute', { name, id, type, definition, of: listCell(labels) })
    for (const value of values ?? []) add('value', { ...value, of: name })
  }
  for (const { name, id, definition, from, to } of scheme.relations) add('relation', { name, id, definition, from: listCell(from), to: listCell(to) })
  return { name: 'codebook', columns: COLUMNS, rows }
}

export function readSchemeSheet(sheet: ReadSheet | undefined): Scheme {
  const labels: SchemeLabel[] = []
  const attributes: (SchemeAttribute & { values?: SchemeValue[] })[] = []
  const relations: SchemeRelation[] = []
  let title: string | undefined
  for (const row of sheet?.rows ?? []) {
    const kind = text(row, 'kind')
    const name = text(row, 'name')
    if (name === '') continue
    const own = { name, ...filled(row, 'id'), ...filled(row, 'definition') }
    if (kind === 'codebook') title = name
    else if (kind === 'label') labels.push({ ...own, ...filled(row, 'parent'), ...filled(row, 'color'), ...filled(row, 'key'), ...kindOf(text(row, 'event_or_mention')) })
    else if (kind === 'relation') relations.push({ ...own, from: readListCell(text(row, 'from')), to: readListCell(text(row, 'to')) })
    else if (kind === 'attribute') attributes.push({ ...own, type: attributeTypeSchema.safeParse(text(row, 'type')).data ?? 'text', labels: readListCell(text(row, 'of')) })
    else if (kind === 'value') {
      const attribute = attributes.findLast((one) => one.name === text(row, 'of'))
      if (attribute) attribute.values = [...(attribute.values ?? []), own]
    }
  }
  return { ...(title !== undefined && { name: title }), labels, attributes, relations }
}

function text(row: Row, column: Column): string {
  return String(row.cells.get(column) ?? '')
}

function filled<C extends Column>(row: Row, column: C): Partial<Record<C, string>> {
  const value = text(row, column)
  const found: Partial<Record<C, string>> = {}
  if (value !== '') found[column] = value
  return found
}

function kindOf(kind: string): { kind?: 'event' | 'mention' } {
  return kind === 'event' || kind === 'mention' ? { kind } : {}
}
