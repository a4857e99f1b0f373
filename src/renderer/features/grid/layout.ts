import { ARTICLE, LABEL, NOTE, QUOTE, type GridColumn } from '../../../core/grid/columns.ts'
import type { AttributeType } from '../../../core/model/codebook.ts'

export const ROW = 28
export const NARROWEST = 56

const WIDTHS: Readonly<Record<AttributeType, number>> = {
  text: 200, number: 100, quantity: 150, boolean: 90, choice: 140, choices: 180, scale: 120, date: 150, entities: 180, link: 180,
}

export interface PlacedColumn {
  readonly column: GridColumn
  readonly width: number
  /** From the start of the row. */
  readonly offset: number
  /** Stays in sight when the table is scrolled sideways. */
  readonly fixed: boolean
}

function usualWidth(column: GridColumn): number {
  if (column === ARTICLE) return 170
  if (column === LABEL) return 130
  if (column === QUOTE) return 260
  return column === NOTE || !column.attribute ? 220 : WIDTHS[column.attribute.type]
}

/** Where each column stands. `keep`: article, label and quote stay in sight. */
export function placeColumns(columns: readonly GridColumn[], widths: Readonly<Record<string, number>>, keep: boolean): PlacedColumn[] {
  let offset = 0
  return columns.map((column) => {
    const width = widths[column.id] ?? usualWidth(column)
    const placed = { column, width, offset, fixed: keep && (column === ARTICLE || column === LABEL || column === QUOTE) }
    offset += width
    return placed
  })
}

/** Scrolls no further than needed to have a cell whole in sight, under the head and beside the columns that stay. */
export function scrollToCell(scroller: HTMLElement, index: number, placed: readonly PlacedColumn[], at: number): void {
  // Not laid out yet: whatever is scrolled now would be wrong.
  if (scroller.clientHeight < 2 * ROW) return
  const top = index * ROW
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + 2 * ROW > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + 2 * ROW - scroller.clientHeight
  const cell = placed[at]
  if (!cell || cell.fixed) return
  const kept = placed.reduce((sum, { fixed, width }) => sum + (fixed ? width : 0), 0)
  const sign = getComputedStyle(scroller).direction === 'rtl' ? -1 : 1
  const from = scroller.scrollLeft * sign
  if (cell.offset < from + kept) scroller.scrollLeft = (cell.offset - kept) * sign
  else if (cell.offset + cell.width > from + scroller.clientWidth) scroller.scrollLeft = Math.min(cell.offset - kept, cell.offset + cell.width - scroller.clientWidth) * sign
}
