import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterAnnotations } from './cluster.ts'
import { sourcesOf } from './decide.ts'
import { codebook, reviewed, shuffled, someSets, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aSetOf } from './testing/sets.ts'

const options = { codebook }
const mark = (id: string, start: number, end: number, label = 'pledge') => anAnnotationOn(TEXT, id, start, end, label)

function idsOf(sets: Parameters<typeof clusterAnnotations>[0], together: Parameters<typeof clusterAnnotations>[1]['together'] = []): string[] {
  return clusterAnnotations(sets, { ...options, together }).map(({ members }) => members.map(({ record }) => record.id).join(' '))
}

describe('clusterAnnotations', () => {
  it('puts together what is about the same thing, the best pair first', () => {
    const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 30, 60, 'agreement')]))
    const leo = reviewed(aSetOf('Leo', [mark('l1', 0, 20), mark('l2', 2, 18)]))
    const kim = reviewed(aSetOf('Kim', [mark('k1', 1, 20), mark('k2', 30, 60)]))
    expect(idsOf([ana, leo, kim])).toEqual(['a1 k1 l1', 'l2', 'a2 k2'])
  })

  it('keeps the same words that one annotator marked twice apart', () => {
    const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 0, 20)]))
    const leo = reviewed(aSetOf('Leo', [mark('l1', 0, 20)]))
    expect(idsOf([leo, ana])).toEqual(['a1 l1', 'a2'])
  })

  it('does not take a few words of another label for the same thing', () => {
    const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 40)]))
    const leo = reviewed(aSetOf('Leo', [mark('l1', 0, 19, 'demand')]))
    expect(idsOf([ana, leo])).toEqual(['a1', 'l1'])
    expect(idsOf([ana, reviewed(aSetOf('Leo', [mark('l1', 0, 20, 'demand')]))])).toEqual(['a1 l1'])
    expect(idsOf([ana, reviewed(aSetOf('Leo', [mark('l1', 0, 2)]))])).toEqual(['a1 l1'])
  })

  it('keeps together what was decided together, as long as it is the same', () => {
    const sets = [reviewed(aSetOf('Ana', [mark('a1', 0, 20)])), reviewed(aSetOf('Leo', [mark('l1', 5, 20)]))]
    const decided = sourcesOf(clusterAnnotations(sets, options)[0]?.members ?? [])
    const [ana] = sets
    if (!ana) throw new Error('no set')
    const more = reviewed(aSetOf('Leo', [mark('l1', 5, 20), mark('l2', 0, 20)]))
    expect(idsOf([ana, more])).toEqual(['a1 l2', 'l1'])
    expect(idsOf([ana, more], [decided])).toEqual(['a1 l1', 'l2'])
    const moved = reviewed(aSetOf('Leo', [mark('l1', 6, 20), mark('l2', 0, 20)]))
    expect(idsOf([ana, moved], [decided])).toEqual(['a1 l2', 'l1'])
  })

  it('never holds two records of one annotator, and holds every record once', () => {
    fc.assert(
      fc.property(someSets(), (sets) => {
        const clusters = clusterAnnotations(sets, options)
        for (const { members } of clusters) expect(new Set(members.map(({ annotator }) => annotator)).size).toBe(members.length)
        const held = clusters.flatMap(({ members }) => members.map(({ record }) => record.id)).toSorted()
        expect(held).toEqual(sets.flatMap(({ set }) => set.annotations.map(({ id }) => id)).toSorted())
      }),
    )
  })

  it('does not depend on the order of sets and records', () => {
    fc.assert(
      fc.property(someSets(), fc.array(fc.nat(), { minLength: 1 }), (sets, keys) => {
        const other = shuffled(sets, keys).map(({ set }) => reviewed({ ...set, annotations: shuffled(set.annotations, keys.toReversed()) }))
        expect(clusterAnnotations(other, options)).toEqual(clusterAnnotations(sets, options))
      }),
    )
  })
})
