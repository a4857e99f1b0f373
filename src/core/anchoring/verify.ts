import type { Annotation, Fragment } from '../model/annotation.ts'

/**
 * Whether an annotation still says what the text says. Offsets are UTF-16 over the normalised text.
 * Returns null when every quote is exactly the slice at its offsets, else what is wrong, in words. Never repairs.
 */
export function verifyAnnotation(text: string, annotation: Pick<Annotation, 'id' | 'fragments'>): string | null {
  let previousEnd = -1
  for (const fragment of annotation.fragments) {
    const problem = verifyFragment(text, fragment)
    if (problem) return `annotation ${annotation.id}: ${problem}`
    // Pieces that touch or overlap would be one piece: two records for the same span could then differ.
    if (fragment.start <= previousEnd) {
      return `annotation ${annotation.id}: its pieces are not in text order and apart (${previousEnd} then ${fragment.start})`
    }
    previousEnd = fragment.end
  }
  return null
}

function verifyFragment(text: string, { start, end, quote }: Fragment): string | null {
  if (start >= end) return `the span ${start}–${end} is empty or reversed`
  if (end > text.length) return `the span ${start}–${end} ends after the text, which has ${text.length} UTF-16 units`
  if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end)) {
    return `the span ${start}–${end} cuts a character in two`
  }
  const found = text.slice(start, end)
  return found === quote ? null : `the text at ${start}–${end} is ${shown(found)}, the quote says ${shown(quote)}`
}

/** Whether a UTF-16 offset lies between the two halves of one character. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** A quote short enough for a message, with line ends and other controls visible. */
function shown(quote: string): string {
  const points = [...quote]
  return JSON.stringify(points.length > 60 ? `${points.slice(0, 59).join('')}…` : quote)
}
