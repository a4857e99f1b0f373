import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCodePoints } from './code-points.ts'
import { isGraphemeBoundary, nextGrapheme, previousGrapheme, snapToGraphemes } from './graphemes.ts'
import { CONTEXT_LENGTH, contextOf } from './selector.ts'
import { awkwardTextWithOffsets } from './testing/awkward-text.ts'

describe('contextOf', () => {
  it('gives 32 code points on either side, fewer at the ends', () => {
    const text = `${'a'.repeat(40)}QUOTE${'😀'.repeat(40)}`
    expect(contextOf(text, 40, 45)).toEqual({ prefix: 'a'.repeat(32), suffix: '😀'.repeat(32) })
    expect(contextOf('abcdef', 2, 4)).toEqual({ prefix: 'ab', suffix: 'ef' })
    expect(contextOf('abcdef', 0, 6)).toEqual({ prefix: '', suffix: '' })
  })

  it('leaves a cluster out rather than cut it', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(contextOf(`${family.repeat(5)}x`, family.length * 5, family.length * 5 + 1).prefix).toBe(family.repeat(4))
    expect(contextOf(`a${'\u0301'.repeat(32)}x`, 33, 34)).toEqual({ prefix: '', suffix: '' })
    expect(contextOf(`xa${'\u0301'.repeat(31)}`, 0, 1).suffix).toBe(`a${'\u0301'.repeat(31)}`)
  })

  it('is next to the span, whole, and as long as it may be', () => {
    fc.assert(
      fc.property(awkwardTextWithOffsets(), ({ text, a, b }) => {
        const { start, end } = snapToGraphemes(text, { start: a, end: b })
        const { prefix, suffix } = contextOf(text, start, end)
        const from = start - prefix.length
        const to = end + suffix.length
        expect(text.slice(from, start)).toBe(prefix)
        expect(text.slice(end, to)).toBe(suffix)
        expect(isGraphemeBoundary(text, from) && isGraphemeBoundary(text, to)).toBe(true)
        expect(countCodePoints(prefix)).toBeLessThanOrEqual(CONTEXT_LENGTH)
        expect(countCodePoints(suffix)).toBeLessThanOrEqual(CONTEXT_LENGTH)
        const more = [text.slice(previousGrapheme(text, from), start), text.slice(end, nextGrapheme(text, to))]
        if (from > 0) expect(countCodePoints(more[0] ?? '')).toBeGreaterThan(CONTEXT_LENGTH)
        if (to < text.length) expect(countCodePoints(more[1] ?? '')).toBeGreaterThan(CONTEXT_LENGTH)
      }),
      { numRuns: 500 },
    )
  })

  it('has nothing beside an offset that falls inside a cluster', () => {
    expect(contextOf('ae\u0301b', 2, 2)).toEqual({ prefix: '', suffix: '' })
  })
})
