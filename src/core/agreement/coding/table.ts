/** A square table of counts, row by row. Tables of documents add up cell by cell, so that resampling only sums them. */
export interface Table {
  readonly size: number
  readonly cells: Float64Array
}

export function emptyTable(size: number): Table {
  return { size, cells: new Float64Array(size * size) }
}

export function tableOf(rows: readonly (readonly number[])[]): Table {
  return { size: rows.length, cells: Float64Array.from(rows.flat()) }
}

export function cell(table: Table, row: number, column: number): number {
  return table.cells[row * table.size + column] ?? 0
}

export function addTo(table: Table, row: number, column: number, amount: number): void {
  const at = row * table.size + column
  table.cells[at] = (table.cells[at] ?? 0) + amount
}

export function total(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

export function rowSums(table: Table): Float64Array {
  return sums(table, (row) => row)
}

export function columnSums(table: Table): Float64Array {
  return sums(table, (_, column) => column)
}

function sums(table: Table, which: (row: number, column: number) => number): Float64Array {
  const result = new Float64Array(table.size)
  for (let row = 0; row < table.size; row += 1) {
    for (let column = 0; column < table.size; column += 1) {
      const at = which(row, column)
      result[at] = (result[at] ?? 0) + cell(table, row, column)
    }
  }
  return result
}

/** Σ of a function of row and column, weighted by the cells. */
export function weighted(table: Table, weight: (row: number, column: number) => number): number {
  let sum = 0
  for (let row = 0; row < table.size; row += 1) {
    for (let column = 0; column < table.size; column += 1) {
      const amount = cell(table, row, column)
      if (amount !== 0) sum += amount * weight(row, column)
    }
  }
  return sum
}

export function sum(values: Iterable<number>): number {
  let result = 0
  for (const value of values) result += value
  return result
}
