import { createOffsetMap, isInsidePair } from '../text/code-points.ts'
import { isGraphemeBoundary } from '../text/graphemes.ts'

export type OffsetUnit = 'utf16' | 'codepoint' | 'byte' | 'grapheme'
/** `lf`, `crlf1`: a line end counts one; `crlf2`: a CRLF counts two. */
export type NewlineRule = 'lf' | 'crlf2' | 'crlf1'

export interface Counting {
  readonly unit: OffsetUnit
  readonly newline: NewlineRule
}

export interface UnitMap {
  /** Length of the text in foreign units. */
  readonly length: number
  /** Foreign offset of a UTF-16 offset, which must not be inside a pair. */
  readonly toUnit: (utf16: number) => number
  /** UTF-16 offset of a foreign one; null outside the text, inside a character, or between CR and LF. */
  readonly fromUnit: (offset: number) => number | null
}

/**
 * Converts many offsets of one text. `text` is normalised (LF); `raw` is the text as the foreign tool has it, with its CRs: then a
 * CRLF counts two under `crlf2` only where there is one. Where `raw` has no CR at all, every line end was a CRLF under `crlf2`.
 */
export function createUnitMap(text: string, counting: Counting, raw: string = text): UnitMap {
  const plain = counting.newline !== 'crlf2' || !text.includes('\n')
  if (plain && counting.unit === 'utf16') {
    return { length: text.length, toUnit: (at) => at, fromUnit: (at) => (isOffset(at, text.length) && !isInsidePair(text, at) ? at : null) }
  }
  if (plain && counting.unit === 'codepoint') {
    const map = createOffsetMap(text)
    return { length: map.codePointLength, toUnit: map.toCodePoint, fromUnit: (at) => (isOffset(at, map.codePointLength) ? map.toUtf16(at) : null) }
  }
  return createTable(text, counting, raw)
}

export function toUnit(text: string, offset: number, unit: OffsetUnit, newline: NewlineRule = 'lf'): number {
  return createUnitMap(text, { unit, newline }).toUnit(offset)
}

export function fromUnit(text: string, offset: number, unit: OffsetUnit, newline: NewlineRule = 'lf'): number | null {
  return createUnitMap(text, { unit, newline }).fromUnit(offset)
}

/** For people: `UTF-16 units, CRLF counted twice`. */
export function countingText({ unit, newline }: Counting): string {
  const units = { utf16: 'UTF-16 units', codepoint: 'code points', byte: 'UTF-8 bytes', grapheme: 'grapheme clusters' }[unit]
  return newline === 'crlf2' ? `${units}, CRLF counted as two` : units
}

function isOffset(at: number, length: number): boolean {
  return Number.isInteger(at) && at >= 0 && at <= length
}

function createTable(text: string, { unit, newline }: Counting, raw: string): UnitMap {
  // before[i]: units before UTF-16 offset i. Where i is inside a character, that of the character's start.
  const before = new Uint32Array(text.length + 1)
  const crlf = newline === 'crlf2' ? crlfSigns(text, raw) : null
  let units = 0
  for (let at = 0; at < text.length; at += 1) {
    before[at] = units
    if (isInside(text, at + 1, unit)) continue
    units += unit === 'byte' ? bytesOf(text, at) : 1
    if (crlf && text[at] === '\n' && crlf(at)) units += 1
    before[at + 1] = units
  }
  const total = units
  return {
    length: total,
    toUnit: (at) => before[Math.min(Math.max(at, 0), text.length)] ?? total,
    fromUnit(offset) {
      if (!isOffset(offset, total)) return null
      let low = 0
      let high = text.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((before[middle] ?? 0) < offset) low = middle + 1
        else high = middle
      }
      return before[low] === offset && !isInside(text, low, unit) ? low : null
    },
  }
}

/** Whether no foreign offset stands for this place. */
function isInside(text: string, at: number, unit: OffsetUnit): boolean {
  if (unit === 'utf16') return false
  return unit === 'grapheme' ? !isGraphemeBoundary(text, at) : isInsidePair(text, at)
}

/** Bytes in UTF-8 of the code point that ends at `at` (inclusive). */
function bytesOf(text: string, at: number): number {
  if (isInsidePair(text, at)) return 4
  const code = text.charCodeAt(at)
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3
}

/** Whether the LF at a place of the normalised text is a CRLF in the raw one. */
function crlfSigns(text: string, raw: string): (at: number) => boolean {
  if (!raw.includes('\r')) return () => true
  const signs = new Set<number>()
  let skip = 0
  while (raw.charCodeAt(skip) === 0xfeff) skip += 1
  let at = 0
  for (let i = skip; i < raw.length && at < text.length; i += 1, at += 1) {
    if (raw[i] === '\r' && raw[i + 1] === '\n') {
      signs.add(at)
      i += 1
    }
  }
  return (place) => signs.has(place)
}
