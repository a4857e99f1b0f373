import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../model/value.ts'
import { differences, type Item } from './differences.ts'
import { codebook, reviewed, shuffled, someSets, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aSetOf, AT } from './testing/sets.ts'

const mark = (id: string, start: number, end: number, label = 'pledge', attributes: Record<string, Value> = {}) =>
  anAnnotationOn(TEXT, id, start, end, label, attributes)
const groups = (items: readonly Item[]): string[] => items.map(({ group }) => group)
const actor = (...names: string[]): Value => ({ state: 'decided', value: names.map((name) => ({ name })) })

describe('differences', () => {
  it('names what differs, the first of it as the group', () => {
    const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 30, 60), mark('a3', 70, 80), mark('a4', 90, 99, 'pledge', { actor: actor('Norvia') }), mark('a5', 100, 110)]))
    const leo = reviewed(aSetOf('Leo', [mark('l1', 0, 20), mark('l2', 33, 60), mark('l3', 70, 80, 'demand'), mark('l4', 90, 99)]))
    const items = differences([ana, leo], codebook)
    expect(groups(items)).toEqual(['agreed', 'boundaries', 'label', 'attributes', 'only_some'])
    expect(items.at(-1)).toMatchObject({ lacking: ['leo'], aspects: ['only_some'], start: 100, end: 110 })
  })

  it('compares attributes by what they mean', () => {
    const pair = (mine: Record<string, Value>, theirs: Record<string, Value>) => {
      const [item] = differences([reviewed(aSetOf('Ana', [mark('a', 0, 20, 'pledge', mine)])), reviewed(aSetOf('Leo', [mark('l', 0, 20, 'pledge', theirs)]))], codebook)
      return item?.kind === 'annotation' ? [item.group, ...item.attributes.map(({ outcome }) => outcome)] : []
    }
    expect(pair({ actor: actor('Norvia', 'Kenya') }, { actor: { state: 'decided', value: [{ name: 'KENYA', code: 'KEN' }, { name: ' norvia' }] } })).toEqual(['agreed', 'same'])
    expect(pair({ actor: actor('Norvia') }, { actor: actor('Norvia', 'Kenya') })).toEqual(['attributes', 'differs'])
    expect(pair({ actor: actor('Norvia') }, { actor: { state: 'default', value: [{ name: 'Kenya' }] } })).toEqual(['agreed', 'unconfirmed'])
    expect(pair({ actor: { state: 'not_stated' } }, {})).toEqual(['agreed', 'unanswered'])
    expect(pair({ actor: { state: 'not_stated' } }, { actor: actor('Norvia') })).toEqual(['attributes', 'differs'])
    const by = (words: string): Value => ({ state: 'decided', value: { words, start: '2031-06', precision: 'month' } })
    expect(pair({ deadline: by('by June') }, { deadline: by('in June') })).toEqual(['agreed', 'same'])
  })

  it('leaves notes out, and waits for sets that are not done', () => {
    const ana = reviewed(aSetOf('Ana', [{ ...mark('a1', 0, 20), note: 'sure?' }, mark('a2', 30, 60)]))
    const leo = aSetOf('Leo', [mark('l1', 0, 20)])
    const begun = { ...leo, state: { status: 'in_progress' as const, changed: AT } }
    expect(groups(differences([ana, reviewed(leo)], codebook))).toEqual(['agreed', 'only_some'])
    expect(groups(differences([ana, reviewed(begun)], codebook))).toEqual(['agreed', 'single'])
    expect(groups(differences([ana], codebook))).toEqual(['single', 'single'])
    expect(groups(differences([ana, reviewed(aSetOf('Leo'))], codebook))).toEqual(['only_some', 'only_some'])
  })

  it('compares only those that are asked for, without taking apart what belongs together', () => {
    const sets = [reviewed(aSetOf('Ana', [mark('a1', 0, 20)])), reviewed(aSetOf('Leo', [mark('l1', 0, 20)])), reviewed(aSetOf('Kim', [mark('k1', 0, 20, 'demand'), mark('k2', 50, 60)]))]
    expect(groups(differences(sets, codebook))).toEqual(['label', 'only_some'])
    const [pair, ...rest] = differences(sets, codebook, { among: ['ana', 'leo'] })
    expect([pair?.group, pair?.members.length, rest.length]).toEqual(['agreed', 3, 0])
  })

  it('finds a relation that one lacks, and one of another type', () => {
    const end = (annotation: string) => ({ article: 'a.txt', annotation })
    const link = (id: string, type: string, from: string, to: string) => ({ id, type, from: end(from), to: end(to), created: AT, modified: AT })
    const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 30, 60)], { relations: [link('r1', 'part_of', 'a1', 'a2'), link('r2', 'responds_to', 'a2', 'a1')] }))
    const leo = reviewed(aSetOf('Leo', [mark('l1', 0, 20), mark('l2', 30, 60)], { relations: [link('r1', 'responds_to', 'l1', 'l2')] }))
    const items = differences([ana, leo], codebook).filter(({ kind }) => kind === 'relation')
    expect(items.map(({ group, lacking, members }) => [group, lacking.length, members.length])).toEqual([['relations', 0, 2], ['relations', 1, 1]])
  })

  it('finds none between a set and itself under another name', () => {
    fc.assert(
      fc.property(someSets({ minLength: 1, maxLength: 1 }), ([one]) => {
        if (!one) throw new Error('no set')
        const done = { ...one.set, state: { status: 'done' as const, changed: AT } }
        const items = differences([reviewed(done), reviewed({ ...done, annotator: { key: 'twin', name: 'Twin' } })], codebook)
        expect(new Set(groups(items))).toEqual(new Set(items.length > 0 ? ['agreed'] : []))
      }),
    )
  })

  it('does not depend on the order of the sets', () => {
    fc.assert(
      fc.property(someSets(), fc.array(fc.nat(), { minLength: 1 }), (sets, keys) => {
        expect(differences(shuffled(sets, keys), codebook)).toEqual(differences(sets, codebook))
      }),
    )
  })
})
