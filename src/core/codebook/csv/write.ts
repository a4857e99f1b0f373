import type { Attribute, Codebook, Label } from '../../model/codebook.ts'
import { defuse, writeRow } from '../../formats/csv-cells.ts'
import { columns, flagCell, jsonCell, listCell, plainTextCell, textCell, type Cells, type Column, type RowKind } from './columns.ts'

type Row = Cells & { readonly kind: RowKind }

/** Numbers are no formulas, and are never touched. */
const NUMBERS: ReadonlySet<Column> = new Set(['most', 'least', 'greatest'])

/**
 * A codebook as one table with a row for each thing in it, for spreadsheets: RFC 4180, with a BOM, without which they
 * would take it for another encoding. Reading it gives the same codebook, byte for byte.
 */
export function codebookCsv(codebook: Codebook): string {
  const lines = rowsOf(codebook).map((row) =>
    writeRow(columns.map((column) => (NUMBERS.has(column) ? (row[column] ?? '') : defuse(row[column] ?? '')))),
  )
  return `\ufeff${writeRow(columns)}${lines.join('')}`
}

function rowsOf(codebook: Codebook): Row[] {
  const { extra, parent } = codebook
  return [
    {
      kind: 'codebook', id: plainTextCell(codebook.id), name: plainTextCell(codebook.name), text: plainTextCell(codebook.notes), parent: parent ?? '',
      change: plainTextCell(codebook.change), extra: extra === undefined ? '' : jsonCell(extra),
    },
    ...codebook.labels.flatMap(labelRows),
    ...codebook.attributes.flatMap(attributeRows),
    ...codebook.relations.map(({ id, name, definition, from, to, retired }): Row => ({
      kind: 'relation', id: plainTextCell(id), name: plainTextCell(name), text: plainTextCell(definition), from: listCell(from), to: listCell(to), retired: flagCell(retired),
    })),
    ...codebook.sectors.map(({ id, name, definition, retired }): Row => ({
      kind: 'sector', id: plainTextCell(id), name: plainTextCell(name), text: textCell(definition), retired: flagCell(retired),
    })),
    ...(codebook.entities?.length === 0 ? [{ kind: 'entity' } as const] : []),
    ...(codebook.entities ?? []).map(({ id, name, code, sector, aliases }): Row => ({
      kind: 'entity', id: plainTextCell(id), name: plainTextCell(name), code: textCell(code), sector: textCell(sector), aliases: listCell(aliases),
    })),
    ...codebook.rules.map(({ id, text }): Row => ({ kind: 'rule', id: plainTextCell(id), text: plainTextCell(text) })),
    ...codebook.examples.map(({ id, text, coding }): Row => ({ kind: 'worked_example', id: plainTextCell(id), text: plainTextCell(text), note: plainTextCell(coding) })),
    ...codebook.aliases.map(({ kind, attribute, from, to }): Row => ({ kind: 'merge', type: kind, of: textCell(attribute), from: plainTextCell(from), to: plainTextCell(to) })),
  ]
}

function labelRows(label: Label): Row[] {
  const { id, include, exclude, examples } = label
  return [
    {
      kind: 'label', id: plainTextCell(id), name: plainTextCell(label.name), text: plainTextCell(label.definition), key: textCell(label.key), colour: label.tint,
      underline: label.underline, marks: label.kind, offered: flagCell(label.active), retired: flagCell(label.retired), source: textCell(label.source),
    },
    ...include.map((text): Row => ({ kind: 'include', of: plainTextCell(id), text: plainTextCell(text) })),
    ...exclude.map((text): Row => ({ kind: 'exclude', of: plainTextCell(id), text: plainTextCell(text) })),
    ...examples.map(({ text, note, counter, from }): Row => ({
      kind: counter === true ? 'counter_example' : 'example', of: plainTextCell(id), text: plainTextCell(text), note: textCell(note), from: from === undefined ? '' : plainTextCell(from.article), source: from === undefined ? '' : plainTextCell(from.annotator),
      // An example says so only where the file does.
      ...(counter === false ? { extra: jsonCell({ counter: false }) } : {}),
    })),
  ]
}

function attributeRows(attribute: Attribute): Row[] {
  const { id, values, required_when, default: rule } = attribute
  return [
    {
      kind: 'attribute', id: plainTextCell(id), name: plainTextCell(attribute.name), text: plainTextCell(attribute.help), type: attribute.type, labels: listCell(attribute.labels),
      asked: attribute.stage, retired: flagCell(attribute.retired), source: textCell(attribute.source), relation: textCell(attribute.relation),
      most: numberCell(attribute.max_values), units: listCell(attribute.units, true), least: numberCell(attribute.min), greatest: numberCell(attribute.max),
      ...(required_when ? { required_when: plainTextCell(required_when.attribute), required_values: listCell(required_when.equals) } : {}),
      ...(rule ? { default: rule.rule } : {}),
      ...(rule?.rule === 'value' ? { default_value: typeof rule.value === 'string' ? textCell(rule.value) : jsonCell(rule.value) } : {}),
      ...(rule?.rule === 'form_from_actors' ? { default_counts: textCell(rule.attribute) } : {}),
      ...(rule?.unless ? { default_unless: plainTextCell(rule.unless.attribute), default_unless_values: listCell(rule.unless.equals) } : {}),
    },
    ...(values?.length === 0 ? [{ kind: 'value', of: plainTextCell(id) } as const] : []),
    ...(values ?? []).map((value): Row => ({
      kind: 'value', of: plainTextCell(id), id: plainTextCell(value.id), name: plainTextCell(value.name), text: textCell(value.definition), retired: flagCell(value.retired),
    })),
  ]
}

function numberCell(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
