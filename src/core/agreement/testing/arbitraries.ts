import fc from 'fast-check'
import type { Ratings } from '../coding/ratings.ts'
import { inUnitOrder, type GammaContinuum } from '../gamma/dissimilarity.ts'
import type { SpanLike } from '../spans/span.ts'
import { separate, type Continuum } from '../unitizing/continuum.ts'

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

/** What raters said of some items: up to four values, some missing. */
export function someRatings(options: { raters?: number; complete?: boolean; categories?: number } = {}): fc.Arbitrary<Ratings> {
  const raters = options.raters ?? 3
  const size = options.categories ?? 4
  const value = fc.integer({ min: options.complete ? 0 : -1, max: size - 1 })
  const item = fc.record({ count: fc.integer({ min: 1, max: 5 }), values: fc.array(value, { minLength: raters, maxLength: raters }) })
  return fc
    .array(item, { minLength: 1, maxLength: 12 })
    .map((items) => ({ categories: Array.from({ length: size }, (_, index) => index + 1), raters, items }))
}

/** Units of raters on 40 positions; a rater's own units may overlap unless `apart`. */
export function someContinuum(options: { raters?: number; labels?: readonly string[]; apart?: boolean } = {}): fc.Arbitrary<Continuum> {
  const unit = fc
    .record({ start: fc.nat({ max: 34 }), length: fc.integer({ min: 1, max: 6 }), label: fc.constantFrom(...(options.labels ?? ['pledge', 'claim'])) })
    .map(({ start, length, label }) => ({ start, end: start + length, label }))
  const rater = fc.array(unit, { maxLength: 5 }).map((units) => (options.apart ? separate(units, 'longest_first').units : units))
  const raters = options.raters ?? 2
  return fc.array(rater, { minLength: raters, maxLength: raters }).map((all) => ({ begin: 0, length: 40, raters: all }))
}

/** Units for γ: few of each annotator, near each other. */
export function someGammaContinuum(annotators: number, most = 3): fc.Arbitrary<GammaContinuum> {
  const unit = fc
    .record({ start: fc.nat({ max: 20 }), length: fc.integer({ min: 1, max: 8 }), category: fc.constantFrom('x', 'y') })
    .map(({ start, length, category }) => ({ start, end: start + length, category }))
  return fc.array(fc.array(unit, { maxLength: most }).map(inUnitOrder), { minLength: annotators, maxLength: annotators })
}
