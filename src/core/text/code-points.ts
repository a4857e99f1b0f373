/*
 * A code point is what Python counts: a surrogate pair is one, a lone surrogate is one (as with `surrogatepass`).
 * All conversions are total. An offset inside a pair counts as the start of the pair; what lies outside the text
 * counts as its nearer end, so callers that must refuse such offsets compare with the lengths first.
 */

const BLOCK = 1024

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Whether the UTF-16 offset falls between the halves of a surrogate pair. */
export function isInsidePair(text: string, utf16: number): boolean {
  return isLow(text.charCodeAt(utf16)) && isHigh(text.charCodeAt(utf16 - 1))
}

/** UTF-16 offset of the code point before `utf16`, at least 0. */
export function codePointBefore(text: string, utf16: number): number {
  return Math.max(0, isInsidePair(text, utf16 - 1) ? utf16 - 2 : utf16 - 1)
}

/** UTF-16 offset after the code point that starts at `utf16`, at most the text's length. */
export function codePointAfter(text: string, utf16: number): number {
  return Math.min(text.length, isInsidePair(text, utf16 + 1) ? utf16 + 2 : utf16 + 1)
}

/** Code points that start in `[from, to)`, both UTF-16. */
function countStarts(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) {
    if (!isLow(text.charCodeAt(at)) || !isInsidePair(text, at)) count += 1
  }
  return count
}

/** Length of the text in code points. */
export function countCodePoints(text: string): number {
  return countStarts(text, 0, text.length)
}

/** Code point offset of a UTF-16 offset. Linear: for many offsets of one text use `createOffsetMap`. */
export function toCodePoint(text: string, utf16: number): number {
  const at = Math.min(Math.max(utf16, 0), text.length)
  return countStarts(text, 0, isInsidePair(text, at) ? at - 1 : at)
}

/** UTF-16 offset of a code point offset. Linear: for many offsets of one text use `createOffsetMap`. */
export function toUtf16(text: string, codePoint: number): number {
  return advance(text, 0, codePoint)
}

/** UTF-16 offset `codePoints` code points after `from`, which must not be inside a pair. */
function advance(text: string, from: number, codePoints: number): number {
  let at = from
  for (let left = codePoints; left > 0 && at < text.length; left -= 1) at = codePointAfter(text, at)
  return at
}

export interface OffsetMap {
  /** Length in UTF-16 code units. */
  readonly utf16Length: number
  /** Length in code points. */
  readonly codePointLength: number
  readonly toCodePoint: (utf16: number) => number
  readonly toUtf16: (codePoint: number) => number
}

/** Converts many offsets of one text: one pass to build, then at most one block of 1,024 units per question. */
export function createOffsetMap(text: string): OffsetMap {
  if (!/[\uD800-\uDBFF]/.test(text)) return identityMap(text.length)
  const blocks = Math.floor(text.length / BLOCK) + 1
  // before[i]: code points that start before UTF-16 offset i * BLOCK.
  const before = new Uint32Array(blocks)
  for (let block = 1; block < blocks; block += 1) {
    before[block] = (before[block - 1] ?? 0) + countStarts(text, (block - 1) * BLOCK, block * BLOCK)
  }
  const lastBlock = blocks - 1
  const total = (before[lastBlock] ?? 0) + countStarts(text, lastBlock * BLOCK, text.length)
  return {
    utf16Length: text.length,
    codePointLength: total,
    toCodePoint(utf16) {
      const clamped = Math.min(Math.max(utf16, 0), text.length)
      const at = isInsidePair(text, clamped) ? clamped - 1 : clamped
      const block = Math.floor(at / BLOCK)
      return (before[block] ?? 0) + countStarts(text, block * BLOCK, at)
    },
    toUtf16(codePoint) {
      if (codePoint >= total) return text.length
      let low = 0
      let high = lastBlock
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((before[middle] ?? 0) <= codePoint) low = middle
        else high = middle - 1
      }
      const from = low * BLOCK
      // A block that begins with a low half begins inside a pair, whose start was counted in the block before.
      return advance(text, isInsidePair(text, from) ? from + 1 : from, codePoint - (before[low] ?? 0))
    },
  }
}

function identityMap(length: number): OffsetMap {
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), length)
  return { utf16Length: length, codePointLength: length, toCodePoint: clamp, toUtf16: clamp }
}
