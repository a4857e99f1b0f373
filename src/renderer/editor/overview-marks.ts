import type { Tint } from '../../core/model/codebook.ts'

/** A mark on the strip; `row` in pixels. */
export interface Mark {
  readonly row: number
  readonly tint: Tint
  readonly isIncomplete: boolean
}

/** What can be told apart: one mark for a row, tint and state, so that 20,000 spans are a few hundred strokes; incomplete ones last, over the others. */
export function distinctMarks(marks: Iterable<Mark>): Mark[] {
  const distinct = new Map<string, Mark>()
  for (const mark of marks) distinct.set(`${mark.row} ${mark.tint} ${mark.isIncomplete}`, mark)
  return [...distinct.values()].toSorted((a, b) => Number(a.isIncomplete) - Number(b.isIncomplete) || a.row - b.row)
}
