import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings, readingSchema } from '../../ipc/shapes.ts'
import { READING_RANGE, readingStyle, stepped, type ReadingNumber } from './typography.ts'

const whats: readonly ReadingNumber[] = ['size', 'line', 'measure']

describe('typography', () => {
  it('never leaves what can be read and what the settings file may hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...whats), fc.constantFrom(1 as const, -1 as const)), { maxLength: 80 }), (steps) => {
        const end = steps.reduce((reading, [what, by]) => stepped(reading, what, by), defaultSettings.reading)
        expect(readingSchema.safeParse(end).success).toBe(true)
        for (const what of whats) expect(end[what]).toBeGreaterThanOrEqual(READING_RANGE[what].least)
      }),
    )
  })

  it('comes back after a step up and down', () => {
    for (const what of whats) expect(stepped(stepped(defaultSettings.reading, what, 1), what, -1)).toEqual(defaultSettings.reading)
  })

  it('asks for whole pixels', () => {
    expect(readingStyle({ font: 'serif', size: 18, line: 1.7, measure: 65 })).toMatchObject({ '--reading-size': '18px', '--reading-line': '31px', '--reading-wrap': '1.02' })
  })
})
