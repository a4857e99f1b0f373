import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAnnotation } from '../anchoring/verify.ts'
import { serialise } from '../model/canonical.ts'
import { reviewSchema, type Review } from '../model/review.ts'
import { isGraphemeBoundary } from '../text/graphemes.ts'
import { joinDiffs, removeDecisions, replaceDecisions, takeBackBulk } from './changes.ts'
import { decide, decideMissed, decideRelation, type Choice } from './decide.ts'
import { applyReviewDiff, invertReviewDiff, isEmptyReviewDiff } from './diff.ts'
import { differences, type AnnotationItem } from './differences.ts'
import { aContext, codebook, reviewed, someSets, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aReviewBy, aSetOf } from './testing/sets.ts'

const bytes = (review: Review): string => serialise(reviewSchema, { ...review, revision: 0 })

function items(sets: Parameters<typeof differences>[0]): AnnotationItem[] {
  return differences(sets, codebook).filter((item) => item.kind === 'annotation')
}

function must<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const norvia = { state: 'decided' as const, value: [{ name: 'Norvia' }] }
const pair = [
  reviewed(aSetOf('Ana', [anAnnotationOn(TEXT, 'a', 14, 46, 'pledge', { actor: norvia })])),
  reviewed(aSetOf('Leo', [anAnnotationOn(TEXT, 'l', 21, 59, 'agreement')])),
]

function outcomeOf(choice: Choice) {
  const [item] = items(pair)
  if (!item) throw new Error('no item')
  const { outcome } = must(decide(aContext(), item, choice))
  return outcome.kind === 'annotation' ? { origin: outcome.origin, ...outcome.annotation } : { kind: outcome.kind }
}

describe('decide', () => {
  it('takes one’s record as it is, under the decision’s id', () => {
    const [item] = items(pair)
    if (!item) throw new Error('no item')
    const decision = must(decide(aContext(), item, { kind: 'take', annotator: 'ana' }, { reason: { code: 'slip' } }))
    expect(decision).toMatchObject({ outcome: { origin: 'taken', annotation: { id: decision.id, label: 'pledge', attributes: { actor: norvia } } }, reason: { code: 'slip' } })
    expect(decision.sources.map(({ annotator, id }) => `${annotator} ${id}`)).toEqual(['ana a', 'leo l'])
    const again = must(decide(aContext(9), item, { kind: 'nothing' }, { before: decision }))
    expect(again).toMatchObject({ id: decision.id, created: decision.created, outcome: { kind: 'nothing' }, reason: { code: 'slip' } })
    expect(decide(aContext(), item, { kind: 'take', annotator: 'kim' }).ok).toBe(false)
  })

  it('puts one’s label on the other’s words, and answer by answer', () => {
    expect(outcomeOf({ kind: 'combine', base: 'ana', boundaries: { of: 'leo' } })).toMatchObject({ origin: 'combined', label: 'pledge', fragments: [{ start: 21, end: 59 }] })
    expect(outcomeOf({ kind: 'combine', base: 'ana', label: 'leo' })).toMatchObject({ origin: 'combined', label: 'agreement', attributes: { actor: norvia } })
    expect(outcomeOf({ kind: 'combine', base: 'leo', attributes: { actor: 'ana' } })).toMatchObject({ origin: 'combined', label: 'agreement', attributes: { actor: norvia } })
    expect(outcomeOf({ kind: 'combine', base: 'ana', attributes: { actor: 'leo' } })).toMatchObject({ origin: 'combined', attributes: {} })
  })

  it('takes all words of both, or those in common', () => {
    expect(outcomeOf({ kind: 'combine', base: 'leo', boundaries: 'union' })).toMatchObject({ origin: 'combined', fragments: [{ start: 14, end: 59 }] })
    expect(outcomeOf({ kind: 'combine', base: 'leo', boundaries: 'intersection' })).toMatchObject({ origin: 'combined', fragments: [{ start: 21, end: 46 }] })
  })

  it('knows a record that the reviewer changed from one put together', () => {
    const edit = { kind: 'edit' as const, label: 'pledge', attributes: { actor: norvia } }
    expect(outcomeOf({ ...edit, ranges: [{ start: 14, end: 30 }] })).toMatchObject({ origin: 'edited' })
    expect(outcomeOf({ ...edit, ranges: [{ start: 21, end: 59 }] })).toMatchObject({ origin: 'combined' })
    expect(outcomeOf({ ...edit, ranges: [{ start: 14, end: 46 }] })).toMatchObject({ origin: 'taken' })
    expect(outcomeOf({ kind: 'later' })).toEqual({ kind: 'later' })
  })

  it('adds what all missed', () => {
    const decision = must(decideMissed(aContext(), 'demand', [{ start: 20, end: 30 }]))
    expect(decision).toMatchObject({ sources: [], outcome: { kind: 'annotation', origin: 'added', annotation: { id: decision.id, label: 'demand' } } })
    expect(decideMissed(aContext(), 'demand', [{ start: 6, end: 7 }]).ok).toBe(false)
  })

  it('keeps characters whole and quotes exact in unions and intersections', () => {
    fc.assert(
      fc.property(someSets({ minLength: 2 }), fc.constantFrom('union' as const, 'intersection' as const), (sets, boundaries) => {
        for (const item of items(sets)) {
          const decision = decide(aContext(), item, { kind: 'combine', base: item.members[0]?.annotator ?? '', boundaries })
          if (!decision.ok || decision.value.outcome.kind !== 'annotation') continue
          const { annotation } = decision.value.outcome
          expect(verifyAnnotation(TEXT, annotation)).toBe(null)
          for (const { start, end } of annotation.fragments) expect([start, end].every((at) => isGraphemeBoundary(TEXT, at))).toBe(true)
        }
      }),
    )
  })

  it('takes a relation, or gives it another type', () => {
    const link = { id: 'r', type: 'part_of', from: { article: 'a.txt', annotation: 'a' }, to: { article: 'a.txt', annotation: 'b' }, created: '', modified: '' }
    const item = { members: [{ annotator: 'ana', record: link, sha256: '0'.repeat(64) }] }
    expect(must(decideRelation(aContext(), item, { kind: 'take', annotator: 'ana' })).outcome).toMatchObject({ origin: 'taken', relation: { from: link.from } })
    expect(must(decideRelation(aContext(), item, { kind: 'type', type: 'responds_to' })).outcome).toMatchObject({ origin: 'edited', relation: { type: 'responds_to' } })
  })
})

const someChoices = fc.array(fc.constantFrom<'take' | 'union' | 'nothing' | 'later' | 'again' | 'reopen'>('take', 'union', 'nothing', 'later', 'again', 'reopen'), { minLength: 1, maxLength: 12 })

describe('a review’s changes', () => {
  it('are undone to the same bytes, one by one', () => {
    fc.assert(
      fc.property(someSets({ minLength: 1 }), someChoices, (sets, choices) => {
        const all = items(sets)
        let review = aReviewBy('Ana')
        const states = [bytes(review)]
        const diffs = []
        let clock = 1
        for (const [index, kind] of choices.entries()) {
          const item = all[(kind === 'again' ? index - 1 : index) % Math.max(1, all.length)]
          if (!item) continue
          const own = review.decisions.filter(({ sources }) => sources.some(({ id }) => item.members.some(({ record }) => record.id === id)))
          const base = item.members[0]?.annotator ?? ''
          const choice: Choice = kind === 'nothing' || kind === 'later' ? { kind } : kind === 'union' ? { kind: 'combine', base, boundaries: 'union' } : { kind: 'take', annotator: base }
          const diff = kind === 'reopen' ? removeDecisions(own) : replaceDecisions(own, must(decide(aContext((clock += 1)), item, choice, { before: own[0] })))
          review = must(applyReviewDiff(review, diff))
          diffs.push(diff)
          states.push(bytes(review))
        }
        for (const diff of diffs.toReversed()) {
          expect(states.pop()).toBe(bytes(review))
          review = must(applyReviewDiff(review, invertReviewDiff(diff)))
        }
        expect(bytes(review)).toBe(states[0])
      }),
      { numRuns: 40 },
    )
  })

  it('are refused where they start from something else', () => {
    const decision = must(decideMissed(aContext(), 'demand', [{ start: 20, end: 30 }]))
    const review = must(applyReviewDiff(aReviewBy('Ana'), replaceDecisions([], decision)))
    expect(applyReviewDiff(review, replaceDecisions([], decision))).toMatchObject({ ok: false, error: { code: 'review.changed' } })
    expect(applyReviewDiff(aReviewBy('Ana'), removeDecisions([decision])).ok).toBe(false)
    expect(isEmptyReviewDiff(replaceDecisions([decision], { ...decision, modified: 'later' }))).toBe(true)
  })

  it('take back what is left of a bulk', () => {
    const bulk = { id: 'b', how: 'rule' as const, rule: 'exact' as const }
    const made = [1, 2].map((n) => must(decideMissed(aContext(n), 'demand', [{ start: 20, end: 30 }], { bulk })))
    const diff = joinDiffs(made.map((decision) => replaceDecisions([], decision)))
    const review = must(applyReviewDiff(aReviewBy('Ana'), diff))
    expect(must(applyReviewDiff(review, takeBackBulk(review, 'b'))).decisions).toEqual([])
    expect(isEmptyReviewDiff(takeBackBulk(review, 'other'))).toBe(true)
  })
})
