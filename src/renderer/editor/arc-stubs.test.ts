import { describe, expect, it } from 'vitest'
import { stubsOf, type FarRelation } from './arc-stubs.tsx'

const near = { id: 'near', start: 500, top: 80 }
const to = (id: string, start: number, name = 'Part of'): FarRelation => ({ near, far: { id, start }, name })

describe('relations that lead out of what is laid out', () => {
  it('are one arrow in each direction, which leads to the nearest', () => {
    const stubs = stubsOf([to('far-down', 9000), to('down', 4000, 'Follows'), to('up', 100)], ['near'])
    expect(stubs.map(({ far, isDown, names, isSelected }) => ({ far, isDown, names, isSelected }))).toEqual([
      { far: 'down', isDown: true, names: ['Part of', 'Follows'], isSelected: true },
      { far: 'up', isDown: false, names: ['Part of'], isSelected: true },
    ])
  })

  it('stand beside the annotation that is near', () => {
    expect(stubsOf([to('down', 4000)], [])).toEqual([{ near: 'near', far: 'down', top: 80, isDown: true, isSelected: false, names: ['Part of'] }])
    expect(stubsOf([], ['near'])).toEqual([])
  })
})
