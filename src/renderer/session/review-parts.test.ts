import { describe, expect, it } from 'vitest'
import { decide } from '../../core/review/decide.ts'
import { differences } from '../../core/review/differences.ts'
import { aContext, codebook, reviewed, TEXT } from '../../core/review/testing/arbitraries.ts'
import { anAnnotationOn, aSetOf } from '../../core/review/testing/sets.ts'
import { partsOf } from './review-parts.ts'

const comment = (value: string) => ({ comment: { state: 'decided' as const, value } })
function itemOf(first: readonly [number, string, string], second: readonly [number, string, string]) {
  const mark = (id: string, [end, label, value]: readonly [number, string, string]) => anAnnotationOn(TEXT, id, 14, end, label, comment(value))
  const [item] = differences([reviewed(aSetOf('Ana', [mark('a', first)])), reviewed(aSetOf('Leo', [mark('l', second)]))], codebook)
  if (item?.kind !== 'annotation') throw new Error('no item')
  return item
}

describe('parts of two versions', () => {
  it('gives one’s label and values the other’s words', () => {
    const item = itemOf([39, 'pledge', 'mine'], [34, 'demand', 'theirs'])
    const parts = partsOf(item, 'labelSecond')
    expect(parts).toMatchObject({ of: 'leo', other: 'ana' })
    const made = parts && decide(aContext(), item, parts.choice)
    expect(made?.ok && made.value.outcome).toMatchObject({ kind: 'annotation', annotation: { label: 'demand', fragments: [{ start: 14, end: 39 }], attributes: comment('theirs') } })
  })

  it('gives one’s values the other’s label', () => {
    const item = itemOf([39, 'pledge', 'mine'], [39, 'demand', 'theirs'])
    const parts = partsOf(item, 'valuesFirst')
    const made = parts && decide(aContext(), item, parts.choice)
    expect(made?.ok && made.value.outcome).toMatchObject({ kind: 'annotation', annotation: { label: 'demand', attributes: comment('mine') } })
    expect(partsOf(item, 'labelFirst')).toBe(null)
  })

  it('is no choice of its own where one annotator has it like that', () => {
    expect(partsOf(itemOf([39, 'pledge', 'same'], [39, 'demand', 'same']), 'valuesFirst')).toBe(null)
    expect(partsOf(null, 'valuesFirst')).toBe(null)
  })
})
