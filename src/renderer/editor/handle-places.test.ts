import { describe, expect, it } from 'vitest'
import { handleAt, type HandlePlace } from './handle-places.ts'

const start: HandlePlace = { fragment: 0, edge: 'start', x: 100, top: 40, height: 30 }
const end: HandlePlace = { fragment: 0, edge: 'end', x: 220, top: 40, height: 30 }

describe('where a span can be taken hold of', () => {
  it('is around the knob: over the line at its start, under it at its end', () => {
    expect(handleAt([start, end], 92, 42)).toBe(start)
    expect(handleAt([start, end], 108, 37)).toBe(start)
    expect(handleAt([start, end], 212, 66)).toBe(end)
    expect(handleAt([start, end], 228, 73)).toBe(end)
  })

  it('leaves the letters beside the boundary free, in the span and out of it', () => {
    for (const x of [88, 99, 100, 101, 112, 219, 220, 221]) for (const y of [52, 55, 58]) expect(handleAt([start, end], x, y)).toBeNull()
    expect(handleAt([start, end], 100, 68)).toBeNull()
    expect(handleAt([start, end], 220, 42)).toBeNull()
    expect(handleAt([start, end], 113, 42)).toBeNull()
    expect(handleAt([start, end], 100, 35)).toBeNull()
  })

  it('is the nearer handle where two meet', () => {
    const next: HandlePlace = { ...end, fragment: 1, x: 226 }
    expect(handleAt([end, next], 222, 68)).toBe(end)
    expect(handleAt([end, next], 224, 68)).toBe(next)
  })
})
