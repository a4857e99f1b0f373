export interface MatchEdge {
  readonly column: number
  /** A whole number, 0 or more: what is won by the pair. */
  readonly worth: number
}

/**
 * Which column each row takes so that the worth is greatest, −1 for none. Shortest augmenting paths with potentials (Jonker &
 * Volgenant 1987) over the edges there are, so that rows which have little to do with each other cost little.
 */
export function match(edges: readonly (readonly MatchEdge[])[], columns: number): Int32Array {
  const rows = edges.length
  const forRow = new Float64Array(rows)
  const forColumn = new Float64Array(columns + rows)
  const rowOf = new Int32Array(columns + rows).fill(-1)
  const columnOf = new Int32Array(rows).fill(-1)
  // Every row has a column of its own, after the others, which stands for going without.
  const reach = edges.map((own, row) => [...own.map(({ column, worth }) => ({ column, cost: -worth })), { column: columns + row, cost: 0 }])
  for (let start = 0; start < rows; start += 1) {
    const distance = new Map<number, number>()
    const before = new Map<number, number>()
    const done = new Map<number, number>()
    let row = start
    let shortest = 0
    let column = -1
    do {
      for (const { column: other, cost } of reach[row] ?? []) {
        if (done.has(other)) continue
        const found = shortest + cost - (forRow[row] ?? 0) - (forColumn[other] ?? 0)
        if (found < (distance.get(other) ?? Infinity)) {
          distance.set(other, found)
          before.set(other, row)
        }
      }
      column = -1
      for (const [other, far] of distance) {
        const best = distance.get(column)
        if (best === undefined || far < best || (far === best && other < column)) column = other
      }
      shortest = distance.get(column) ?? 0
      distance.delete(column)
      done.set(column, shortest)
      row = rowOf[column] ?? -1
    } while (row >= 0)
    forRow[start] = (forRow[start] ?? 0) + shortest
    for (const [other, far] of done) {
      if (other === column) continue
      const owner = rowOf[other] ?? -1
      forRow[owner] = (forRow[owner] ?? 0) + shortest - far
      forColumn[other] = (forColumn[other] ?? 0) - (shortest - far)
    }
    for (;;) {
      const owner = before.get(column) ?? start
      const next = columnOf[owner] ?? -1
      rowOf[column] = owner
      columnOf[owner] = column
      if (owner === start) break
      column = next
    }
  }
  return columnOf.map((column) => (column < columns ? column : -1))
}
