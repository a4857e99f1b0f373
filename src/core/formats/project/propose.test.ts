import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../codebook/empty.ts'
import type { Codebook } from '../../model/codebook.ts'
import { mergeMaps, propose } from './propose.ts'
import { noNames } from './used-names.ts'

const aLabel = (id: string, name: string): Codebook['labels'][number] => ({ id, name, tint: 'blue', underline: 'solid', kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true })
const CODEBOOK: Codebook = { ...emptyCodebook('Mine', 'mine'), labels: [aLabel('pledge', 'Pledge'), aLabel('actor', 'Actor'), { ...aLabel('old', 'Old'), retired: true }] }
const used = () => {
  const names = noNames()
  for (const [name, count] of [['PLEDGE', 2], ['Actors', 5], ['Event', 3], ['Old', 3], ['ORG', 1], ['Misc', 1]] as const) names.labels.set(name, count)
  return names
}

describe('what foreign names are offered to become', () => {
  it('the same, one like it, what was chosen before, or something new; never what is retired', () => {
    const remembered = { labels: { ORG: 'actor', Misc: null, PLEDGE: 'gone' } }
    expect(propose('labels', used(), CODEBOOK, remembered)).toEqual([
      { name: 'Actors', count: 5, target: 'actor', because: 'similar' },
      { name: 'Event', count: 3, target: { create: 'Event' }, because: 'none' },
      { name: 'Old', count: 3, target: { create: 'Old' }, because: 'none' },
      { name: 'PLEDGE', count: 2, target: 'pledge', because: 'same' },
      { name: 'Misc', count: 1, target: null, because: 'remembered' },
      { name: 'ORG', count: 1, target: 'actor', because: 'remembered' },
    ])
  })

  it('remembers names that every object has', () => {
    const names = noNames()
    names.labels.set('constructor', 1)
    expect(propose('labels', names, CODEBOOK, {})).toEqual([{ name: 'constructor', count: 1, target: { create: 'constructor' }, because: 'none' }])
  })

  it('takes the later of two maps', () => {
    expect(mergeMaps([{ labels: { A: 'new' } }, { labels: { A: 'old', B: null } }])).toMatchObject({ labels: { A: 'new', B: null } })
  })
})
