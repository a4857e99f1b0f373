import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../model/value.ts'
import { applyPlan, bulksOf } from './bulk.ts'
import { takeBackBulk } from './changes.ts'
import { applyReviewDiff } from './diff.ts'
import type { ReviewedSet } from './hash.ts'
import { reviewArticle } from './review-article.ts'
import { planEverythingFrom, planRule } from './rules.ts'
import { aContext, codebook, reviewed, someSets, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aReviewBy, aSetOf } from './testing/sets.ts'

const mark = (id: string, start: number, end: number, label = 'pledge', attributes: Record<string, Value> = {}) => anAnnotationOn(TEXT, id, start, end, label, attributes)
const who = (name: string): Value => ({ state: 'decided', value: [{ name }] })
const open = (sets: readonly ReviewedSet[]) => reviewArticle(sets, [], codebook)
const choices = (sets: readonly ReviewedSet[], rule: 'exact' | 'overlap' | 'majority') => planRule(open(sets), rule, codebook).map(({ choice }) => choice)

const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 30, 60), mark('a3', 70, 80, 'pledge', { actor: who('Norvia') })]))
const leo = reviewed(aSetOf('Leo', [mark('l1', 0, 20), mark('l2', 33, 60), mark('l3', 70, 80, 'pledge', { actor: { state: 'default', value: [{ name: 'Kenya' }] } })]))
const kim = reviewed(aSetOf('Kim', [mark('k1', 0, 20, 'demand'), mark('k2', 33, 60), mark('k3', 70, 80, 'pledge', { actor: who('Norvia') })]))

describe('merge rules', () => {
  it('merge what all have, taking the answer that somebody gave', () => {
    expect(choices([ana, leo], 'exact')).toEqual([{ kind: 'take', annotator: 'ana' }, { kind: 'take', annotator: 'ana' }])
    expect(choices([leo, reviewed(aSetOf('Max', [mark('m3', 70, 80, 'pledge', { actor: who('Norvia') })]))], 'exact')).toEqual([
      { kind: 'combine', base: 'leo', attributes: { actor: 'max' } },
    ])
    expect(choices([ana], 'exact')).toEqual([])
  })

  it('take the words that are most alike where only those differ', () => {
    expect(choices([ana, leo, kim], 'overlap')).toEqual([{ kind: 'take', annotator: 'kim' }, { kind: 'take', annotator: 'ana' }])
  })

  it('follow a majority of everybody, those that have nothing included', () => {
    expect(choices([ana, leo, kim], 'majority')).toEqual([{ kind: 'take', annotator: 'ana' }, { kind: 'take', annotator: 'kim' }, { kind: 'take', annotator: 'ana' }])
    expect(choices([ana, leo], 'majority')).toEqual([])
    expect(choices([ana, reviewed(aSetOf('Leo')), reviewed(aSetOf('Kim'))], 'majority')).toEqual([])
  })

  it('plan everything from one annotator, and leave the rest or reject it', () => {
    const mia = reviewed(aSetOf('Mia', [mark('m1', 0, 20), mark('m9', 100, 110)]))
    expect(planEverythingFrom(open([mia, leo]), 'leo', 'leave').length).toBe(3)
    expect(planEverythingFrom(open([mia, leo]), 'leo', 'nothing').map(({ choice }) => choice.kind)).toEqual(['take', 'take', 'take', 'nothing'])
  })

  it('decide nothing twice, and are taken back whole', () => {
    fc.assert(
      fc.property(someSets({ minLength: 1 }), fc.constantFrom('exact' as const, 'overlap' as const, 'majority' as const), (sets, rule) => {
        const plan = planRule(open(sets), rule, codebook)
        let count = 0
        const context = { ...aContext(), environment: { now: () => 5, random: (length: number) => Uint8Array.from({ length }, () => (count += 1) % 251) } }
        const { diff, left } = applyPlan(context, plan, { id: 'b', how: 'rule', rule })
        const merged = applyReviewDiff(aReviewBy('Ana'), diff)
        if (!merged.ok) throw new Error(merged.error.message)
        expect([left, merged.value.decisions.length]).toEqual([0, plan.length])
        expect(planRule(reviewArticle(sets, [merged.value], codebook), rule, codebook)).toEqual([])
        expect(bulksOf(merged.value).map(({ decisions }) => decisions)).toEqual(plan.length > 0 ? [plan.length] : [])
        const back = applyReviewDiff(merged.value, takeBackBulk(merged.value, 'b'))
        expect(back.ok && back.value.decisions).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
