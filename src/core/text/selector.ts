import { countCodePoints } from './code-points.ts'
import { isGraphemeBoundary, nextGrapheme, previousGrapheme } from './graphemes.ts'

/** At most so many code points on either side. */
export const CONTEXT_LENGTH = 32

export interface Context {
  readonly prefix: string
  readonly suffix: string
}

/**
 * The text right before `start` and right after `end` (UTF-16): whole grapheme clusters, at most 32 code points each.
 * A side is empty at an end of the text, where the next cluster alone is longer than that, or where the offset itself
 * falls inside a cluster.
 */
export function contextOf(text: string, start: number, end: number): Context {
  return { prefix: before(text, start), suffix: after(text, end) }
}

function before(text: string, offset: number): string {
  if (!isGraphemeBoundary(text, offset)) return ''
  let from = offset
  for (let left = CONTEXT_LENGTH; from > 0; ) {
    const at = previousGrapheme(text, from)
    left -= countCodePoints(text.slice(at, from))
    if (left < 0) break
    from = at
  }
  return text.slice(from, offset)
}

function after(text: string, offset: number): string {
  if (!isGraphemeBoundary(text, offset)) return ''
  let to = offset
  for (let left = CONTEXT_LENGTH; to < text.length; ) {
    const at = nextGrapheme(text, to)
    left -= countCodePoints(text.slice(to, at))
    if (left < 0) break
    to = at
  }
  return text.slice(offset, to)
}
