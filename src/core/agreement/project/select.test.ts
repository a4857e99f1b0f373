import { describe, expect, it } from 'vitest'
import type { Round } from '../../model/round.ts'
import { countDropped, selectSets } from './select.ts'
import { candidatesOf } from './testing/project.ts'

const TEXT = 'Norvia will build a bridge by June now. '
const three = { Ana: [[0, 6]], Ben: [[0, 6]], Cem: [[7, 11]] } as const
const ask = { seed: 1 }

function aRound(id: string, kind: Round['kind'], assignments: Round['assignments']): Round {
  const by = { key: 'ana', name: 'Ana' }
  const created = '2031-03-04T09:00:00.000Z'
  return { format: 'concord/round', version: 1, id, name: id, kind, created, by, annotators: [by], overlap: { share: 1, coders: 2, seed: 1 }, assignments }
}

function keysOf(...given: Parameters<typeof selectSets>): string[][] {
  return selectSets(...given).articles.map(({ sets }) => sets.map(({ set, frozen }) => (frozen ? `${set.annotator.key}*` : set.annotator.key)))
}

describe('what agreement is computed on', () => {
  it('is the frozen copy, else the set that is done', () => {
    const one = candidatesOf('a.txt', TEXT, three)
    const copy = one.sets.slice(0, 1)
    expect(keysOf([{ ...one, independent: copy }], [], ask)).toEqual([['ana*', 'ben', 'cem']])
  })

  it('leaves out what was coded after seeing others, unless there is a copy from before', () => {
    const one = candidatesOf('a.txt', TEXT, three, { seen: new Set(['ana', 'ben']) })
    const selection = selectSets([{ ...one, independent: one.sets.slice(0, 1) }], [], ask)
    expect(selection.articles[0]?.sets.map(({ set }) => set.annotator.key)).toEqual(['ana', 'cem'])
    expect(countDropped(selection.dropped)).toEqual({ seen_first: 1 })
  })

  it('tells unfinished, unopened and unusable sets apart, and articles of one annotator', () => {
    const one = candidatesOf('a.txt', TEXT, { ...three, Dia: [] }, { unusable: ['eli'] })
    const inProgress = { status: 'in_progress' as const, changed: '2031-03-04T09:00:00.000Z' }
    const sets = one.sets.map((set) => (['ben', 'dia'].includes(set.annotator.key) ? { ...set, state: inProgress } : set))
    const alone = candidatesOf('b.txt', TEXT, { Ana: [[0, 6]] })
    const rounds = [aRound('r', 'main', [{ article: 'b.txt', annotators: ['ana', 'ben'] }])]
    const selection = selectSets([{ ...one, sets }, alone], rounds, ask)
    expect(selection.articles).toHaveLength(1)
    expect(countDropped(selection.dropped)).toEqual({ not_opened: 2, in_progress: 1, unusable: 1, one_annotator: 1 })
    expect(selection.people.map(({ key }) => key)).toEqual(['ana', 'cem'])
  })

  it('hides what may not be seen yet', () => {
    const selection = selectSets([candidatesOf('a.txt', TEXT, three, { visible: false })], [], ask)
    expect(selection.articles).toEqual([])
    expect(countDropped(selection.dropped)).toEqual({ hidden: 3 })
  })

  it('leaves training out unless it is asked for, and takes a round by itself', () => {
    const rounds = [
      aRound('t', 'training', [{ article: 'a.txt', annotators: ['ana', 'ben', 'cem'] }]),
      aRound('m', 'main', [{ article: 'a.txt', annotators: ['ana', 'ben'] }]),
    ]
    const all = [candidatesOf('a.txt', TEXT, three)]
    expect(keysOf(all, rounds, ask)).toEqual([['ana', 'ben']])
    expect(keysOf(all, rounds, { ...ask, training: true })).toEqual([['ana', 'ben', 'cem']])
    expect(keysOf(all, rounds, { ...ask, round: 'm' })).toEqual([['ana', 'ben']])
    expect(keysOf(all, rounds, { ...ask, round: 't' })).toEqual([['ana', 'ben', 'cem']])
  })

  it('keeps to the annotators and articles that were asked for', () => {
    const all = [candidatesOf('a.txt', TEXT, three), candidatesOf('b.txt', TEXT, three)]
    expect(keysOf(all, [], { ...ask, annotators: ['ana', 'cem'], articles: ['b.txt'] })).toEqual([['ana', 'cem']])
  })

  it('counts “read, nothing to mark”', () => {
    expect(keysOf([candidatesOf('a.txt', TEXT, { Ana: [], Ben: [] })], [], ask)).toEqual([['ana', 'ben']])
  })
})
