import { defuse, writeRow } from '../formats/csv-cells.ts'
import type { FormatFile } from '../formats/adapter.ts'
import { textFile } from '../formats/adapter.ts'
import type { Codebook } from '../model/codebook.ts'
import { STATE_NAMES, STATES, type Cell, type Column } from './columns.ts'
import { readmeOf } from './readme.ts'
import type { Dataset, DataTable } from './tables.ts'

/** The files of a data set: rows, articles, what every column and value means, and how to read them. */
export function datasetFiles(dataset: Dataset, codebook: Codebook): FormatFile[] {
  return [
    tableFile('data.csv', dataset.data),
    tableFile('articles.csv', dataset.articles),
    tableFile('dictionary.csv', dictionaryOf(dataset, codebook)),
    tableFile('values.csv', valuesOf(codebook)),
    textFile('README.md', readmeOf(dataset, codebook)),
  ]
}

function tableFile(path: string, { columns, rows }: DataTable): FormatFile {
  return {
    path,
    content: {
      *[Symbol.iterator]() {
        yield writeRow(columns.map(({ name }) => defuse(name)))
        for (const row of rows) yield writeRow(row.map(cellText))
      },
    },
  }
}

/** Missing is an empty cell, truth values as R and pandas both read them. */
function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'number' ? String(cell) : defuse(cell)
}

const DICTIONARY: readonly Column[] = ['table', 'column', 'type', 'meaning', 'attribute', 'asked_of', 'help'].map((name) => ({ name, type: 'text', meaning: '' }))

function dictionaryOf(dataset: Dataset, codebook: Codebook): DataTable {
  const rows = (table: string, columns: readonly Column[]) =>
    columns.map(({ name, type, meaning, attribute }): Cell[] => {
      const of = codebook.attributes.find(({ id }) => id === attribute)
      return [table, name, type, meaning, attribute ?? null, of?.labels.join('; ') ?? null, of?.help ?? null]
    })
  return { columns: DICTIONARY, rows: [...rows('data', dataset.data.columns), ...rows('articles', dataset.articles.columns)] }
}

const VALUES: readonly Column[] = ['of', 'value', 'order', 'name', 'definition'].map((name) => ({ name, type: 'text', meaning: '' }))

function valuesOf(codebook: Codebook): DataTable {
  const lists = codebook.attributes.flatMap(({ id, values = [] }) => values.map((value, index): Cell[] => [id, value.id, index + 1, value.name, value.definition ?? null]))
  const labels = codebook.labels.map(({ id, name, definition }, index): Cell[] => ['label', id, index + 1, name, definition || null])
  const sectors = codebook.sectors.map(({ id, name, definition }, index): Cell[] => ['sector', id, index + 1, name, definition ?? null])
  return { columns: VALUES, rows: [...labels, ...lists, ...sectors, ...STATES.map((state, index): Cell[] => ['state', state, index + 1, STATE_NAMES[state], null])] }
}
