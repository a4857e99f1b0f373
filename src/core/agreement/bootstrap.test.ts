import { describe, expect, it } from 'vitest'
import { bootstrapIntervals, summed } from './bootstrap.ts'
import { sharedF1 } from './spans/shared.ts'

const f1 = (counts: Float64Array) => sharedF1({ both: counts[0] ?? 0, a: counts[1] ?? 0, b: counts[2] ?? 0 })
const documents = Array.from({ length: 40 }, (_, index) => Float64Array.of(index % 5, 5, 5))

describe('bootstrap intervals', () => {
  it('are the same for the same seed, hold the estimate, and tell what they stand on', () => {
    const [interval] = bootstrapIntervals(documents, [f1], { seed: 11 })
    expect(bootstrapIntervals(documents, [f1], { seed: 11 })).toEqual([interval])
    expect(bootstrapIntervals(documents, [f1], { seed: 12 })).not.toEqual([interval])
    const estimate = f1(summed(documents))
    expect(estimate).toEqual({ defined: true, value: 0.4 })
    expect(interval).toMatchObject({ level: 0.95, resamples: 1000, seed: 11 })
    expect(interval?.low).toBeLessThan(0.4)
    expect(interval?.high).toBeGreaterThan(0.4)
  })

  it('come close to the normal interval of a mean', () => {
    const [interval] = bootstrapIntervals(documents, [f1], { seed: 3, resamples: 4000 })
    const half = 1.96 * (Math.SQRT2 / 5 / Math.sqrt(40))
    expect(interval?.low).toBeCloseTo(0.4 - half, 1)
    expect(interval?.high).toBeCloseTo(0.4 + half, 1)
  })

  it('are narrow to a point where every document says the same', () => {
    const same = documents.map(() => Float64Array.of(3, 5, 5))
    expect(bootstrapIntervals(same, [f1], { seed: 1 })[0]).toMatchObject({ low: 0.6, high: 0.6 })
  })

  it('are not given for one document, nor where the measure is mostly undefined', () => {
    expect(bootstrapIntervals(documents.slice(0, 1), [f1], { seed: 1 })).toEqual([null])
    const empty = Array.from({ length: 30 }, () => Float64Array.of(0, 0, 0))
    expect(bootstrapIntervals(empty, [f1], { seed: 1 })).toEqual([null])
  })
})
