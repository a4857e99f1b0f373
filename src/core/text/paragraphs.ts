import { isBlankAt, skipBlank, skipBlankBack } from './trim.ts'
import type { Range } from './ranges.ts'

/** UTF-16 offset at which each line begins; the first is 0, also in the empty text. Lines are separated by LF. */
export function paragraphStarts(text: string): Uint32Array {
  const starts: number[] = [0]
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1)
  return Uint32Array.from(starts)
}

/** Index in `paragraphStarts` of the line that holds `offset` (UTF-16). A line feed belongs to the line it ends. */
export function paragraphIndexAt(starts: Uint32Array, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The line that holds `offset` (UTF-16), without its line feed; empty for an empty line. */
export function paragraphAt(text: string, offset: number): Range {
  const at = Math.min(Math.max(offset, 0), text.length)
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const feed = text.indexOf('\n', at)
  return { start, end: feed === -1 ? text.length : feed }
}

/** Start of the next paragraph that is not blank; the text's length when there is none. Caret stop. */
export function nextParagraph(text: string, offset: number): number {
  const { end } = paragraphAt(text, offset)
  const visible = skipBlank(text, end, text.length)
  return visible === text.length ? visible : paragraphAt(text, visible).start
}

/** Start of this paragraph, or when already there, of the one before that is not blank; 0 at the top. Caret stop. */
export function previousParagraph(text: string, offset: number): number {
  const at = Math.min(Math.max(offset, 0), text.length)
  if (at === 0) return 0
  const { start } = paragraphAt(text, at)
  const isInside = at > start && !allBlank(text, start, at)
  if (isInside) return start
  const visible = skipBlankBack(text, 0, start)
  return visible === 0 ? 0 : paragraphAt(text, visible).start
}

function allBlank(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to && isBlankAt(text, at)) at += 1
  return at === to
}
