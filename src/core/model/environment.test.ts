import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, timestamp } from './environment.ts'

describe('timestamp', () => {
  it('agrees with the platform for every instant between 1800 and 2200', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) }), (milliseconds) => {
        expect(timestamp(milliseconds)).toBe(new Date(milliseconds).toISOString())
      }),
    )
  })
})

describe('newId', () => {
  it('is a version 7 UUID that carries the time and sorts by it', () => {
    const at = (now: number) => newId({ now: () => now, random: (count) => new Uint8Array(count).fill(0xff) })
    expect(at(0x0123456789ab)).toBe('01234567-89ab-7fff-bfff-ffffffffffff')
    expect(at(1000) < at(1001)).toBe(true)
  })
})
