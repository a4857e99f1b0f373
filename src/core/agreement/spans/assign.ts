/** Worth of a pair: compared key by key, the first that differs decides. Whole numbers, so that sums are exact. */
export type Worth = readonly [number, number, number]

/**
 * Which column each row takes so that the summed worth is greatest; −1 for rows that take none. Pairs without a worth are
 * not made, and no pair is worth less than nothing.
 *
 * The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n²·m) for the smaller side n. It asks of its costs only
 * that they can be added and compared, so triples that are compared in order do as well as numbers. Ties go to what comes
 * first: the same rows and columns in the same order give the same answer.
 */
export function assign(rows: number, columns: number, worth: (row: number, column: number) => Worth | undefined): Int32Array {
  if (rows > columns) return inverted(assign(columns, rows, (row, column) => worth(column, row)), rows)
  const cost = new Float64Array(rows * columns * 3)
  const possible = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = worth(row, column)
      if (value === undefined) continue
      const at = row * columns + column
      possible[at] = 1
      value.forEach((part, key) => (cost[at * 3 + key] = -part))
    }
  }
  const taken = solve(rows, columns, cost)
  return taken.map((column, row) => (possible[row * columns + column] === 1 ? column : -1))
}

function inverted(taken: Int32Array, size: number): Int32Array {
  const back = new Int32Array(size).fill(-1)
  taken.forEach((other, index) => {
    if (other >= 0) back[other] = index
  })
  return back
}

/** Every row gets a column at the least summed cost. Rows and columns count from 1 here; column 0 is where each search starts. */
function solve(rows: number, columns: number, cost: Float64Array): Int32Array {
  const forRow = new Float64Array((rows + 1) * 3)
  const forColumn = new Float64Array((columns + 1) * 3)
  const rowOf = new Int32Array(columns + 1)
  const way = new Int32Array(columns + 1)
  const least = new Float64Array((columns + 1) * 3)
  const used = new Uint8Array(columns + 1)
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row
    least.fill(Infinity)
    used.fill(0)
    let column = 0
    do {
      used[column] = 1
      const here = get(rowOf, column)
      let next = 0
      for (let other = 1; other <= columns; other += 1) {
        if (used[other] === 1) continue
        const at = ((here - 1) * columns + other - 1) * 3
        const r = here * 3
        const c = other * 3
        const first = get(cost, at) - get(forRow, r) - get(forColumn, c)
        const second = get(cost, at + 1) - get(forRow, r + 1) - get(forColumn, c + 1)
        const third = get(cost, at + 2) - get(forRow, r + 2) - get(forColumn, c + 2)
        if (less(first, second, third, least, c)) {
          least[c] = first
          least[c + 1] = second
          least[c + 2] = third
          way[other] = column
        }
        if (next === 0 || less(get(least, c), get(least, c + 1), get(least, c + 2), least, next * 3)) next = other
      }
      for (let key = 0; key < 3; key += 1) {
        const step = get(least, next * 3 + key)
        for (let other = 0; other <= columns; other += 1) {
          const c = other * 3 + key
          if (used[other] === 1) {
            const r = get(rowOf, other) * 3 + key
            forRow[r] = get(forRow, r) + step
            forColumn[c] = get(forColumn, c) - step
          } else if (other !== next) least[c] = get(least, c) - step
        }
      }
      least.fill(0, next * 3, next * 3 + 3)
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const before = get(way, column)
      rowOf[column] = get(rowOf, before)
      column = before
    }
  }
  const taken = new Int32Array(rows)
  for (let column = 1; column <= columns; column += 1) {
    if (get(rowOf, column) > 0) taken[get(rowOf, column) - 1] = column - 1
  }
  return taken
}

function get(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0
}

/** Whether a triple is less than the one at `at`. */
function less(first: number, second: number, third: number, than: Float64Array, at: number): boolean {
  const a = get(than, at)
  if (first !== a) return first < a
  const b = get(than, at + 1)
  return second !== b ? second < b : third < get(than, at + 2)
}
