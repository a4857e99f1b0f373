import { defuse, writeRow } from '../../../../core/formats/csv-cells.ts'
import type { Refused } from '../../../../core/formats/adapter.ts'
import { placeIn } from '../../../../core/formats/origins.ts'
import type { PlannedSet } from '../../../../core/formats/project/plan-import.ts'
import type { ReceiptRow } from '../../../../core/model/bundle.ts'
import type { PlannedIntake } from './plan-intake.ts'

/** The window shows so many of each kind; the file has all of them. */
export const MOST_ROWS = 200

const COLUMNS = ['outcome', 'file', 'line', 'record', 'why', 'article', 'annotator', 'annotation', 'label', 'quote'] as const

/**
 * What was taken of a foreign set, record by record. `hidden`: the set may not be seen yet, so that nothing is said of what was in it
 * before: neither what was there already, nor which annotation it is.
 */
export function takenRows({ annotator, article, origin, set }: PlannedIntake, { became }: PlannedSet, hidden: boolean): ReceiptRow[] {
  return set.annotations.flatMap(({ id, label, fragments }): ReceiptRow[] => {
    const now = became.get(id)
    if (!now) return []
    const quote = fragments.map((fragment) => fragment.quote).join(' … ')
    return [{ ...placeIn(origin, set.annotator, id), what: `annotation ${id}`, why: !hidden && now.how === 'there' ? THERE : null, article, annotator: annotator.name, annotation: hidden ? null : now.annotation, label, quote }]
  })
}

export const THERE = 'it is there already'

export function refusedRow({ file, line, what, why }: Refused): ReceiptRow {
  return { file, line, what, why, article: null, annotator: null, annotation: null, label: null, quote: null }
}

/** The whole receipt as a table that every spreadsheet opens. */
export function receiptCsv(taken: readonly ReceiptRow[], left: readonly ReceiptRow[]): string {
  const cells = (outcome: string, row: ReceiptRow) => [outcome, row.file, row.line === null ? '' : String(row.line), row.what, row.why ?? '', row.article ?? '', row.annotator ?? '', row.annotation ?? '', row.label ?? '', row.quote ?? '']
  return [
    writeRow([...COLUMNS]),
    ...left.map((row) => writeRow(cells('not taken', row).map(defuse))),
    ...taken.map((row) => writeRow(cells(row.why === null ? 'taken' : 'there already', row).map(defuse))),
  ].join('')
}
