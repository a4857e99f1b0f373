import { checkValue } from '../codebook/check-value.ts'
import type { ValueWords } from '../codebook/display.ts'
import type { RowEdit } from '../annotating/set-values.ts'
import type { Codebook } from '../model/codebook.ts'
import { sameJson } from '../model/equal.ts'
import type { Value } from '../model/value.ts'
import { isAvailable, valueOf } from './cell.ts'
import { LABEL, NOTE, type GridColumn, type GridRow } from './columns.ts'
import { readCell, readLabel, type ReadProblem } from './read.ts'

/** What a cell is to hold: a value, nothing (null), or for the columns that are no attributes a text. */
export type CellContent = Value | null | string

/** A cell that was not taken, and why; `row` and `column` count what is shown. */
export interface Refused {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly problem: ReadProblem
}

/** What a gesture on the table does: nothing is changed in cells that are refused. */
export interface GridPlan {
  readonly edits: readonly { readonly row: GridRow; readonly edit: RowEdit }[]
  readonly refused: readonly Refused[]
  /** Cells that get another content. */
  readonly changed: number
}

/** Collects what becomes of each row. A row's new label decides which cells it has. */
export class Planner {
  private readonly codebook: Codebook
  private readonly edits = new Map<GridRow, { label?: string; note?: string; values: Record<string, Value | null> }>()
  private readonly refused: Refused[] = []
  private changed = 0

  constructor(codebook: Codebook) {
    this.codebook = codebook
  }

  refuse(row: number, column: number, text: string, problem: ReadProblem): void {
    this.refused.push({ row, column, text, problem })
  }

  /** Why the cell cannot be filled in at all, or null. */
  obstacle(row: GridRow, column: GridColumn): ReadProblem | null {
    if (column === LABEL || column === NOTE) return null
    if (!column.attribute) return 'fixed'
    if (column.attribute.type === 'link') return 'link'
    const recorded = valueOf(this.codebook, row.annotation, column) !== undefined
    return recorded || isAvailable(this.codebook, this.labelOf(row), column) ? null : 'unavailable'
  }

  labelOf(row: GridRow): string {
    return this.edits.get(row)?.label ?? row.annotation.label
  }

  label(row: GridRow, label: string): void {
    if (label === this.labelOf(row)) return
    this.of(row).label = label
    this.changed += 1
  }

  note(row: GridRow, note: string): void {
    if (note.trim() === (row.annotation.note ?? '')) return
    this.of(row).note = note.trim()
    this.changed += 1
  }

  value(row: GridRow, column: GridColumn, value: Value | null): void {
    if (!column.attribute || sameJson(valueOf(this.codebook, row.annotation, column) ?? null, value)) return
    this.of(row).values[column.attribute.id] = value
    this.changed += 1
  }

  plan(): GridPlan {
    const edits = Array.from(this.edits, ([row, { values, ...rest }]) => ({
      row,
      edit: { id: row.annotation.id, ...rest, ...(Object.keys(values).length === 0 ? {} : { values }) },
    }))
    return { edits, refused: this.refused, changed: this.changed }
  }

  private of(row: GridRow) {
    const edit = this.edits.get(row) ?? { values: {} }
    this.edits.set(row, edit)
    return edit
  }
}

/** A rectangle of cells as shown; both ends included. */
export interface GridRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Shown {
  readonly codebook: Codebook
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
}

/** Calls `act` for each cell of the range, row by row. */
function forCells({ rows, columns }: Shown, range: GridRange, act: (row: GridRow, column: GridColumn, at: { row: number; column: number }) => void): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const [here, there] = [rows[row], columns[column]]
      if (here && there) act(here, there, { row, column })
    }
  }
}

/** One content for all cells of the range that take it: what is typed into a cell, not stated, nothing. */
export function planFill(shown: Shown, range: GridRange, content: Value | null): GridPlan {
  const planner = new Planner(shown.codebook)
  forCells(shown, range, (row, column, at) => {
    const obstacle = planner.obstacle(row, column) ?? (column === LABEL ? 'fixed' : column === NOTE && content !== null ? 'fixed' : null)
    // Emptying what has nothing anyway is no matter.
    if (obstacle !== null) return content === null ? undefined : planner.refuse(at.row, at.column, '', obstacle)
    if (column === NOTE) planner.note(row, '')
    else planner.value(row, column, content)
  })
  return planner.plan()
}

/** A label, a note or a value, as an editor gives it, for one cell. */
export function planCell(shown: Shown, row: GridRow, column: GridColumn, content: CellContent): GridPlan {
  const planner = new Planner(shown.codebook)
  if (typeof content === 'string') {
    if (column === LABEL) planner.label(row, content)
    else planner.note(row, content)
  } else planner.value(row, column, content)
  return planner.plan()
}

/**
 * The first row's cells into all rows below it; with one row only, those of the row above it. What was filled in by rule is
 * decided by whoever fills it down.
 */
export function planFillDown(shown: Shown, range: GridRange): GridPlan {
  const from = range.top === range.bottom ? range.top - 1 : range.top
  const planner = new Planner(shown.codebook)
  const source = shown.rows[from]
  if (!source) return planner.plan()
  forCells(shown, { ...range, top: from + 1 }, (row, column, at) => {
    if (column === LABEL) return planner.label(row, source.annotation.label)
    const obstacle = planner.obstacle(row, column)
    if (obstacle !== null) return planner.refuse(at.row, at.column, '', obstacle)
    if (column === NOTE) return planner.note(row, source.annotation.note ?? '')
    const value = valueOf(shown.codebook, source.annotation, column)
    planner.value(row, column, value?.state === 'default' ? { ...value, state: 'decided' } : (value ?? null))
  })
  return planner.plan()
}

/** What is on the clipboard: texts, and where the table itself put them there, what was recorded. */
export interface Pasted {
  readonly texts: readonly (readonly string[])[]
  readonly exact?: readonly (readonly CellContent[])[] | undefined
}

/** Where a paste goes: the range where it is a multiple of the block, else as large as the block from its first cell on. */
export function pasteArea(range: GridRange, height: number, width: number): GridRange {
  const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1]
  return {
    ...range,
    bottom: rows % height === 0 ? range.bottom : range.top + height - 1,
    right: columns % width === 0 ? range.right : range.left + width - 1,
  }
}

/** Each cell is read by the type of its column. Those that cannot be taken, or that lie outside the table, are refused. */
export function planPaste(shown: Shown, range: GridRange, { texts, exact }: Pasted, words: ValueWords): GridPlan {
  const planner = new Planner(shown.codebook)
  const width = Math.max(1, ...texts.map((row) => row.length))
  const area = pasteArea(range, Math.max(1, texts.length), width)
  // A label first: the other cells of its row follow it.
  for (const labels of [true, false]) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const [up, across] = [(row - area.top) % texts.length, (column - area.left) % width]
        const text = texts[up]?.[across]
        const there = shown.columns[column]
        if (text === undefined || (there === LABEL) !== labels) continue
        paste(planner, shown, { row, column }, text, exact?.[up]?.[across], words)
      }
    }
  }
  return planner.plan()
}

function paste(planner: Planner, { codebook, rows, columns }: Shown, at: { row: number; column: number }, text: string, exact: CellContent | undefined, words: ValueWords): void {
  const [row, column] = [rows[at.row], columns[at.column]]
  if (!row || !column) return planner.refuse(at.row, at.column, text, 'beyond')
  if (column === LABEL) {
    const label = readLabel(codebook, text)
    return label.ok ? planner.label(row, label.value) : planner.refuse(at.row, at.column, text, label.problem)
  }
  const obstacle = planner.obstacle(row, column)
  if (obstacle !== null) return text.trim() === '' ? undefined : planner.refuse(at.row, at.column, text, obstacle)
  if (column === NOTE) return planner.note(row, text)
  if (!column.attribute) return
  // What was copied from the same kind of column comes back whole, with what its text does not show.
  const read = exact !== undefined && typeof exact !== 'string' && fits(codebook, column, exact) ? ({ ok: true, value: exact } as const) : readCell(codebook, column.attribute, text, words)
  if (!read.ok) return planner.refuse(at.row, at.column, text, read.problem)
  planner.value(row, column, read.value)
}

/** Whether a value may stand in a column as it is. */
function fits(codebook: Codebook, { attribute }: GridColumn, value: Value | null): boolean {
  if (!attribute || value === null) return attribute !== null
  return checkValue(codebook, attribute, value) === null
}
