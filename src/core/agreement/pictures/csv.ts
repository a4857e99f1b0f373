import { defuse, writeRow } from '../../formats/csv-cells.ts'
import type { AgreementReport, Scope } from '../project/report.ts'

/** A table as a file that spreadsheets open; a cell that one would run as a formula starts with an apostrophe. */
export function tableCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => writeRow(row.map(defuse))).join('')}`
}

/** Every number of a report in one table, in full precision. */
export function figuresCsv({ figures }: AgreementReport): string {
  const head = ['scope', 'of', 'measure', 'status', 'value', 'reason', 'low', 'high', 'documents', 'used', 'dropped', 'method', 'version']
  const rows = figures.map(({ measure, scope, result }) => {
    const interval = result.status === 'ok' ? result.interval : null
    const dropped = Object.entries(result.dropped).map(([reason, many]) => `${reason}: ${many}`).join('; ')
    return [
      scope.kind,
      ofScope(scope),
      measure,
      result.status,
      result.status === 'ok' ? String(result.value) : '',
      result.status === 'ok' ? '' : result.reason,
      interval ? String(interval.low) : '',
      interval ? String(interval.high) : '',
      String(result.documents),
      String(result.used),
      dropped,
      result.method,
      String(result.version),
    ]
  })
  // Numbers below 0 stay numbers: only what people wrote is defused.
  return `\ufeff${writeRow(head)}${rows.map((row) => writeRow(row.map((cell, column) => (column === 1 ? defuse(cell) : cell)))).join('')}`
}

function ofScope(scope: Scope): string {
  switch (scope.kind) {
    case 'project':
      return ''
    case 'pair':
      return `${scope.a} | ${scope.b}`
    case 'label':
      return scope.label
    case 'attribute':
      return scope.attribute
    case 'article':
      return scope.article
    case 'period':
      return scope.period
  }
}
