import { describe, expect, it } from 'vitest'
import { suggestFor } from './suggest.ts'

const CANDIDATES = [{ id: 'person', name: 'Person' }, { id: 'place', name: 'Place' }, { id: 'pledge', name: 'Pledge' }, { id: 'organisation', name: 'Organisation' }, { id: 'laenge', name: 'Länge' }]

describe('what a foreign name most likely is', () => {
  it.each([
    ['Pledge', { id: 'pledge', how: 'same' }],
    ['PLEDGE', { id: 'pledge', how: 'same' }],
    ['lange', { id: 'laenge', how: 'same' }],
    ['PER', { id: 'person', how: 'similar' }],
    ['Pledges', { id: 'pledge', how: 'similar' }],
    ['Organization', { id: 'organisation', how: 'similar' }],
    ['ORG', { id: 'organisation', how: 'similar' }],
  ])('%s', (foreign, expected) => {
    expect(suggestFor(foreign, CANDIDATES)).toEqual(expected)
  })

  it.each(['P', 'Pl', '合意', 'Event', ''])('nothing for %s', (foreign) => {
    expect(suggestFor(foreign, CANDIDATES)).toBeNull()
  })
})
