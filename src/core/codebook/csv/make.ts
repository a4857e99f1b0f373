import type { Column } from './columns.ts'
import { jsonOf } from './columns.ts'
import type { TableRow } from './read.ts'

/** What a table says, not yet checked, and the line that each item of each list comes from. */
export interface Made {
  readonly codebook: unknown
  readonly lines: ReadonlyMap<string, readonly TableRow[]>
}

type Refuse = (line: number, message: string, remedy: string) => void
type Fields = Record<string, unknown>

/** Rows that belong to another name it in `of`; they may stand anywhere. */
export function made(rows: readonly TableRow[], version: number, refuse: Refuse): Made {
  const of = (kind: TableRow['kind']) => rows.filter((row) => row.kind === kind)
  const [own, second] = of('codebook')
  if (!own) refuse(1, 'there is no row of the kind “codebook”.', 'Add one with the id and the name of the codebook.')
  if (second) refuse(second.line, 'this is a second row of the kind “codebook”.', 'Keep one of them.')
  for (const [kind, owner] of [['include', 'label'], ['exclude', 'label'], ['example', 'label'], ['counter_example', 'label'], ['value', 'attribute']] as const) {
    for (const row of of(kind)) {
      if (of(owner).some((each) => each.cell('id') === row.cell('of'))) continue
      refuse(row.line, `it belongs to the ${owner} “${row.cell('of')}”, which there is none of.`, `Write the id of a ${owner} into the column “of”.`)
    }
  }
  const labels = of('label')
  const attributes = of('attribute')
  const entities = of('entity')
  const examples = rows.filter(({ kind }) => kind === 'example' || kind === 'counter_example')
  const belonging = (list: readonly TableRow[], owner: TableRow) => list.filter((row) => row.cell('of') === owner.cell('id'))
  const texts = (kind: 'include' | 'exclude', owner: TableRow) => belonging(of(kind), owner).map((row) => text(row, 'text'))
  const codebook = {
    format: 'concord/codebook',
    version,
    id: own ? text(own, 'id') : '',
    name: own ? text(own, 'name') : '',
    notes: own ? text(own, 'text') : '',
    parent: own?.cell('parent') ? text(own, 'parent') : null,
    change: own ? text(own, 'change') : '',
    labels: labels.map((row) => ({
      ...fields(row, { id: text, name: text, definition: [text, 'text'], key: optional, tint: [text, 'colour'], underline: text, kind: [text, 'marks'], retired: flag, source: optional }),
      active: row.cell('offered').trim() === '' ? true : flag(row, 'offered'),
      include: texts('include', row),
      exclude: texts('exclude', row),
      examples: belonging(examples, row).map((example) => ({
        ...fields(example, { text, note: optional }),
        ...(example.cell('from') === '' ? {} : { from: { article: text(example, 'from'), annotator: text(example, 'source') } }),
        ...(example.kind === 'counter_example' ? { counter: true } : example.cell('extra') === '' ? {} : { counter: false }),
      })),
    })),
    attributes: attributes.map((row) => attributeOf(row, belonging(of('value'), row))),
    relations: of('relation').map((row) => fields(row, { id: text, name: text, definition: [text, 'text'], from: list, to: list, retired: flag })),
    sectors: of('sector').map((row) => fields(row, { id: text, name: text, definition: [optional, 'text'], retired: flag })),
    ...(entities.length === 0
      ? {}
      : { entities: entities.filter(isItem).map((row) => fields(row, { id: text, name: text, code: optional, sector: optional, aliases: list })) }),
    rules: of('rule').map((row) => fields(row, { id: text, text })),
    examples: of('worked_example').map((row) => fields(row, { id: text, text, coding: [text, 'note'] })),
    aliases: of('merge').map((row) => fields(row, { kind: [text, 'type'], attribute: [optional, 'of'], from: text, to: text })),
    ...(own && own.cell('extra') !== '' ? { extra: payload(own, 'extra') } : {}),
  }
  const lines = new Map([
    ['labels', labels], ['attributes', attributes], ['relations', of('relation')], ['sectors', of('sector')], ['entities', entities.filter(isItem)],
    ['rules', of('rule')], ['examples', of('worked_example')], ['aliases', of('merge')], ['', own ? [own] : []],
  ])
  return { codebook, lines }
}

/** Not the mark of an empty list. */
function isItem(row: TableRow): boolean {
  return row.cell('id') !== '' || row.cell('name') !== ''
}

function attributeOf(row: TableRow, values: readonly TableRow[]): Fields {
  const rule = row.cell('default').trim()
  const condition = (attribute: Column, equals: Column) => (row.cell(attribute) === '' ? undefined : { attribute: text(row, attribute), equals: list(row, equals) })
  const unless = condition('default_unless', 'default_unless_values')
  const required = condition('required_when', 'required_values')
  return {
    ...fields(row, {
      id: text, name: text, help: [text, 'text'], type: text, labels: list, stage: [text, 'asked'], max_values: [number, 'most'], relation: optional,
      units: optionalList, min: [number, 'least'], max: [number, 'greatest'], source: optional, retired: flag,
    }),
    ...(required ? { required_when: required } : {}),
    ...(rule === ''
      ? {}
      : {
          default: {
            rule,
            ...(rule === 'value' ? { value: payload(row, 'default_value') } : {}),
            ...(row.cell('default_counts') === '' ? {} : { attribute: text(row, 'default_counts') }),
            ...(unless ? { unless } : {}),
          },
        }),
    ...(values.length === 0
      ? {}
      : { values: values.filter(isItem).map((value) => fields(value, { id: text, name: text, definition: [optional, 'text'], retired: flag })) }),
  }
}

type Reader = (row: TableRow, column: Column) => unknown

/** By the name of the field, with how it is read, and from which column where that has another name. Undefined is left out. */
function fields(row: TableRow, readers: Readonly<Record<string, Reader | readonly [Reader, Column]>>): Fields {
  const found: Fields = {}
  for (const [field, how] of Object.entries(readers)) {
    const [read, column] = typeof how === 'function' ? [how, field as Column] : how
    const value = read(row, column)
    if (value !== undefined) found[field] = value
  }
  return found
}

function payload(row: TableRow, column: Column): unknown {
  const cell = row.cell(column)
  const json = jsonOf(cell)
  return json ? json.value : cell
}

function text(row: TableRow, column: Column): unknown {
  return payload(row, column)
}

function optional(row: TableRow, column: Column): unknown {
  return row.cell(column) === '' ? undefined : payload(row, column)
}

function list(row: TableRow, column: Column): unknown {
  const json = jsonOf(row.cell(column))
  return json ? json.value : row.cell(column).split(';').map((item) => item.trim()).filter((item) => item !== '')
}

function optionalList(row: TableRow, column: Column): unknown {
  return row.cell(column) === '' ? undefined : list(row, column)
}

const FLAGS: Readonly<Record<string, boolean | undefined>> = { yes: true, true: true, x: true, '1': true, no: false, false: false, '0': false }

/** What is no yes or no stays as it is, to be refused. */
function flag(row: TableRow, column: Column): unknown {
  const cell = row.cell(column).trim()
  return cell === '' ? undefined : (FLAGS[cell.toLowerCase()] ?? cell)
}

function number(row: TableRow, column: Column): unknown {
  const cell = row.cell(column).trim()
  if (cell === '') return undefined
  return Number.isFinite(Number(cell)) ? Number(cell) : cell
}
