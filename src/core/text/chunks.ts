import { graphemeFloor } from './graphemes.ts'
import type { Range } from './ranges.ts'

/** Whether the text may be cut at this UTF-16 offset, whatever lies further off. */
export type IsCut = (at: number) => boolean

/**
 * The stretch between two cuts that holds `offset` (UTF-16, before the end of the text). Where no cut comes for `size`
 * units, one is forced at the next multiple of `size`, between grapheme clusters. Where the cuts lie does not depend
 * on `offset`, so that moving there and back meets the same stops; a question looks at a few `size` units at most.
 */
export function stretchAt(text: string, offset: number, size: number, isCut: IsCut): Range {
  const settle = (at: number): number => (at === text.length || isCut(at) ? at : graphemeFloor(text, at))
  let start = cutBefore(offset, size, isCut)
  let end = cutAfter(text, start, offset + 1, size, isCut)
  // A forced cut moves back to the start of its cluster, and so may come to lie before the offset.
  while (settle(end) <= offset) {
    start = end
    end = cutAfter(text, start, start + 1, size, isCut)
  }
  return { start: settle(start), end: settle(end) }
}

/** The last cut at or before `offset`. A multiple of `size` is one when the `size` units before it have none. */
function cutBefore(offset: number, size: number, isCut: IsCut): number {
  const forced = Math.floor(offset / size) * size
  let at = offset
  while (at > 0 && at > forced - size && !isCut(at)) at -= 1
  return forced === 0 || at > forced - size ? at : forced
}

/** The first cut from `from` on, when `start` is the cut before it. */
function cutAfter(text: string, start: number, from: number, size: number, isCut: IsCut): number {
  let at = from
  while (at < text.length && !isCut(at) && !(at % size === 0 && at - start >= size)) at += 1
  return Math.min(at, text.length)
}
