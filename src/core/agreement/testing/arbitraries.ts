import fc from 'fast-check'
import type { SpanLike } from '../spans/span.ts'

/** Spans close together, so that equal, nested, touching and crossing ones all come up; some in two pieces. */
export function someSpans(size: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<SpanLike[]> {
  const piece = fc.record({ start: fc.nat({ max: 24 }), length: fc.integer({ min: 1, max: 9 }) })
  const second = fc.option(fc.record({ gap: fc.integer({ min: 1, max: 4 }), length: fc.integer({ min: 1, max: 4 }) }), { freq: 6, nil: undefined })
  const span = fc.record({ label: fc.constantFrom('pledge', 'demand', 'claim'), piece, second }).map(({ label, piece: first, second: more }) => {
    const end = first.start + first.length
    const fragments = [{ start: first.start, end }]
    if (more) fragments.push({ start: end + more.gap, end: end + more.gap + more.length })
    return { label, fragments }
  })
  return fc.array(span, { minLength: size.minLength ?? 0, maxLength: size.maxLength ?? 12 })
}
