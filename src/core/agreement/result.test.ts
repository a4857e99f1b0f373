import { describe, expect, it } from 'vitest'
import { agreementResult, agreementResultSchema, measured, notDefined } from './result.ts'

const basis = { documents: 3, used: 40, dropped: { not_done: 2 }, method: 'span_f1', version: 1 }

describe('an agreement result', () => {
  it('holds the number and what it stands on', () => {
    const interval = { low: 0.5, high: 0.9, level: 0.95, resamples: 1000, seed: 7 }
    const result = agreementResult(measured(0.75), basis, interval)
    expect(agreementResultSchema.parse(result)).toEqual({ status: 'ok', value: 0.75, ...basis, interval })
  })

  it('has a reason instead of a number where there is none', () => {
    const result = agreementResult(notDefined('no_variation'), basis)
    expect(agreementResultSchema.parse(result)).toEqual({ status: 'undefined', reason: 'no_variation', ...basis })
    expect(result).not.toHaveProperty('value')
  })

  it('never holds NaN', () => {
    expect(() => agreementResult(measured(Number.NaN), basis)).toThrow(RangeError)
    expect(agreementResultSchema.safeParse({ status: 'ok', value: Number.NaN, ...basis, interval: null }).success).toBe(false)
  })
})
