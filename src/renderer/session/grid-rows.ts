import { cellOf, type GridCell } from '../../core/grid/cell.ts'
import type { GridColumn, GridRow } from '../../core/grid/columns.ts'
import type { CellReader } from '../../core/grid/arrange.ts'
import type { ValueWords } from '../../core/codebook/display.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { rowKey } from './grid.ts'
import { missingIds } from './incomplete.ts'
import { memoLast } from './memo.ts'

interface KnownRow {
  readonly codebook: Codebook
  readonly relations: AnnotationSet['relations']
  readonly row: GridRow
}

// A gesture replaces few records of thousands: the rows of the others stay the same, and are not drawn again.
const rowOf = new WeakMap<Annotation, KnownRow>()
const rowsOf = new WeakMap<AnnotationSet, { readonly codebook: Codebook; readonly title: string; readonly rows: readonly GridRow[] }>()

/** The rows of one set, in text order. */
export function setRows(codebook: Codebook, article: string, title: string, set: AnnotationSet): readonly GridRow[] {
  const known = rowsOf.get(set)
  if (known && known.codebook === codebook && known.title === title) return known.rows
  const missing = missingIds(set, codebook)
  const rows = set.annotations.map((annotation): GridRow => {
    const before = rowOf.get(annotation)
    if (before && before.codebook === codebook && before.relations === set.relations && before.row.title === title) return before.row
    const { relations, annotations: siblings } = set
    const row: GridRow = { key: rowKey(article, annotation.id), article, title, annotation, relations, siblings, missing: missing(annotation) }
    rowOf.set(annotation, { codebook, relations, row })
    return row
  })
  rowsOf.set(set, { codebook, title, rows })
  return rows
}

/** Cells that remember what they show, as long as codebook and language stay. */
export const cellReader: (codebook: Codebook, notStated: string, notApplicable: string, yes: string, no: string) => CellReader = memoLast(
  (codebook: Codebook, notStated: string, notApplicable: string, yes: string, no: string): CellReader => {
    const words: ValueWords = { notStated, notApplicable, yes, no }
    const known = new WeakMap<GridRow, Map<GridColumn, GridCell>>()
    return (row, column) => {
      const cells = known.get(row) ?? new Map<GridColumn, GridCell>()
      known.set(row, cells)
      const cell = cells.get(column) ?? cellOf(codebook, row, column, words)
      cells.set(column, cell)
      return cell
    }
  },
)
