import { fitting, textWidth, toneOf, type Picture, type Shape } from './picture.ts'

export interface MatrixCell {
  readonly text: string
  /** 0 to 1: how dark the cell is; null: it says nothing. */
  readonly share: number | null
  readonly title?: string
}

export interface MatrixInput {
  readonly title: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly MatrixCell[])[]
  /** Over the rows’ names, in the table behind it. */
  readonly corner: string
}

const ROW = 28
const CELL = 64
const GAP = 8

/** Names on the left and above, the value in every cell: it can be read without its shades. `cell` of an area is “row column”. */
export function matrix({ title, rows, columns, cells, corner }: MatrixInput): Picture {
  const left = Math.min(180, Math.max(40, ...rows.map(textWidth))) + GAP
  const wide = Math.max(CELL, Math.min(110, Math.max(0, ...columns.map(textWidth)) + GAP))
  const top = ROW
  const shapes: Shape[] = columns.map((column, index) => ({ kind: 'text', x: left + index * wide + wide / 2, y: top - 10, text: fitting(column, wide - 4), anchor: 'middle', on: 'page', faint: true }))
  for (const [row, name] of rows.entries()) {
    const y = top + row * ROW
    shapes.push({ kind: 'text', x: left - GAP, y: y + 18, text: fitting(name, left - GAP), anchor: 'end', on: 'page' })
    for (const [column, cell] of (cells[row] ?? []).entries()) {
      const x = left + column * wide
      const tone = cell.share === null ? 0 : toneOf(cell.share)
      if (cell.share !== null) shapes.push({ kind: 'area', x: x + 1, y: y + 1, width: wide - 2, height: ROW - 2, tone, cell: `${row} ${column}`, title: cell.title ?? `${name}, ${columns[column] ?? ''}: ${cell.text}` })
      shapes.push({ kind: 'text', x: x + wide / 2, y: y + 18, text: cell.text, anchor: 'middle', on: cell.share === null ? 'page' : tone, faint: cell.share === null })
    }
  }
  return {
    title,
    width: left + columns.length * wide + 2,
    height: top + rows.length * ROW + 2,
    shapes,
    table: [[corner, ...columns], ...rows.map((name, row) => [name, ...(cells[row] ?? []).map(({ text }) => text)])],
  }
}
