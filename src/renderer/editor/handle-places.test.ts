import { describe, expect, it } from 'vitest'
import { handleAt, type HandlePlace } from './handle-places.ts'

const start: HandlePlace = { fragment: 0, edge: 'start', x: 100, top: 40, height: 30, inward: 1 }
const end: HandlePlace = { fragment: 0, edge: 'end', x: 220, top: 40, height: 30, inward: -1 }

describe('where a span can be taken hold of', () => {
  it('is wider beside the span than in it, whose words stay free', () => {
    expect(handleAt([start, end], 92, 50)).toBe(start)
    expect(handleAt([start, end], 103, 50)).toBe(start)
    expect(handleAt([start, end], 108, 50)).toBeNull()
    expect(handleAt([start, end], 212, 50)).toBeNull()
    expect(handleAt([start, end], 228, 50)).toBe(end)
    expect(handleAt([start, end], 100, 75)).toBeNull()
  })

  it('is the other way round where the text runs from right to left', () => {
    const rtl: HandlePlace = { ...start, inward: -1 }
    expect(handleAt([rtl], 108, 50)).toBe(rtl)
    expect(handleAt([rtl], 92, 50)).toBeNull()
  })

  it('is the nearer handle where two meet', () => {
    const next: HandlePlace = { ...start, fragment: 1, x: 226 }
    expect(handleAt([end, next], 222, 50)).toBe(end)
    expect(handleAt([end, next], 224, 50)).toBe(next)
  })
})
