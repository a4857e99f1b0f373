import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAnnotation } from '../anchoring/verify.ts'
import { serialise } from '../model/canonical.ts'
import { annotationSetSchema } from '../model/annotation-set.ts'
import type { Review } from '../model/review.ts'
import { adjudicate } from './adjudicate.ts'
import { joinDiffs, replaceDecisions } from './changes.ts'
import { countItems } from './counts.ts'
import { decide, decideMissed, decideRelation, type Choice } from './decide.ts'
import { applyReviewDiff } from './diff.ts'
import { differences } from './differences.ts'
import type { ReviewedSet } from './hash.ts'
import { reviewArticle } from './review-article.ts'
import { aContext, codebook, reviewed, shuffled, someSets, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aReviewBy, aSetOf, AT } from './testing/sets.ts'

const article = { path: 'a.txt', text_sha256: '0'.repeat(64) }
const mark = (id: string, start: number, end: number, label = 'pledge') => anAnnotationOn(TEXT, id, start, end, label)

/** A reviewer who decides item by item; the choices are used round and round. */
function reviewBy(name: string, sets: readonly ReviewedSet[], choices: readonly (Choice['kind'] | 'skip')[], seed = 1): Review {
  const context = aContext(seed)
  const random = name.codePointAt(0) ?? 1
  let count = 0
  const environment = { ...context.environment, random: (length: number) => Uint8Array.from({ length }, (_, at) => (at < 2 ? random : (count += 1)) % 251) }
  const diffs = differences(sets, codebook).flatMap((item, index) => {
    const kind = choices[index % choices.length] ?? 'skip'
    const annotator = item.members.at(-1)?.annotator ?? ''
    if (kind === 'skip' || kind === 'edit') return []
    const made =
      kind === 'nothing' || kind === 'later'
        ? decide({ ...context, environment }, { members: item.kind === 'annotation' ? item.members : [] }, { kind })
        : item.kind === 'relation'
          ? decideRelation({ ...context, environment }, item, { kind: 'take', annotator })
          : decide({ ...context, environment }, item, kind === 'combine' ? { kind, base: annotator, boundaries: 'union' } : { kind: 'take', annotator })
    return made.ok ? [replaceDecisions([], made.value)] : []
  })
  const applied = applyReviewDiff(aReviewBy(name), joinDiffs(diffs))
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value
}

const someKinds = fc.array(fc.constantFrom<Choice['kind'] | 'skip'>('take', 'combine', 'nothing', 'later', 'skip'), { minLength: 1, maxLength: 8 })
const two = [reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 30, 60)])), reviewed(aSetOf('Leo', [mark('l1', 0, 20, 'demand'), mark('l2', 30, 59)]))]
const statuses = (sets: readonly ReviewedSet[], reviews: readonly Review[]): string[] => reviewArticle(sets, reviews, codebook).map(({ status }) => status)

describe('reviewArticle', () => {
  it('knows what is open, decided, put off and in conflict', () => {
    expect(statuses(two, [])).toEqual(['open', 'open'])
    expect(statuses(two, [reviewBy('Kim', two, ['take', 'later'])])).toEqual(['decided', 'later'])
    expect(statuses(two, [reviewBy('Kim', two, ['take', 'later']), reviewBy('Zoë', two, ['nothing', 'take'])])).toEqual(['conflict', 'decided'])
    expect(statuses(two, [reviewBy('Kim', two, ['take']), reviewBy('Zoë', two, ['take'])])).toEqual(['decided', 'decided'])
    expect(countItems(reviewArticle(two, [reviewBy('Kim', two, ['take', 'later'])], codebook))).toMatchObject({ total: 2, open: 1, byGroup: { label: { total: 1, open: 0 } } })
  })

  it('says why a decision is stale', () => {
    const review = reviewBy('Kim', two, ['take'])
    const [ana, leo] = two
    if (!ana || !leo) throw new Error('no sets')
    const whys = (sets: readonly ReviewedSet[]) => reviewArticle(sets, [review], codebook).map(({ status, outcome }) => [status, ...(outcome?.stale ?? []).map(({ why }) => why)])
    expect(whys([ana, reviewed(aSetOf('Leo', [mark('l1', 0, 20, 'pledge'), mark('l2', 30, 59)]))])).toEqual([['stale', 'changed'], ['decided']])
    expect(whys([ana, reviewed(aSetOf('Leo', [mark('l2', 30, 59)]))])).toEqual([['stale', 'removed'], ['decided']])
    expect(whys([ana, leo, reviewed(aSetOf('Mia', [mark('m1', 30, 60)]))])).toEqual([['decided'], ['stale', 'joined']])
    const touched = aSetOf('Leo', leo.set.annotations.map((record) => ({ ...record, modified: '2031-09-09T00:00:00.000Z' })))
    expect(whys([ana, reviewed(touched)])).toEqual([['decided'], ['decided']])
    expect(whys([])).toEqual([['stale', 'removed', 'removed'], ['stale', 'removed', 'removed']])
  })

  it('takes two reviewers’ additions of the same words for one, and lets a late annotator join', () => {
    const added = (name: string, seed: number): Review => {
      const made = decideMissed({ ...aContext(seed), environment: { now: () => seed, random: (n) => new Uint8Array(n).fill(seed) } }, 'demand', [{ start: 70, end: 80 }])
      return aReviewBy(name, { decisions: made.ok ? [made.value] : [] })
    }
    const reviews = [added('Kim', 3), added('Zoë', 4)]
    expect(statuses([], reviews)).toEqual(['decided'])
    const late = reviewed(aSetOf('Mia', [anAnnotationOn(TEXT, 'm', 70, 80, 'demand')]))
    const words = reviewArticle([late], reviews, codebook)
    expect(words.length).toBe(TEXT.slice(70, 80).trim().length === 10 ? 1 : 2)
  })

  it('marks as stale exactly what a change of answers concerns', () => {
    fc.assert(
      fc.property(someSets({ minLength: 1 }), fc.nat(), fc.nat(), (sets, which, what) => {
        const review = reviewBy('Kim', sets, ['take'])
        const chosen = sets[which % sets.length]
        const record = chosen?.set.annotations[what % Math.max(1, chosen.set.annotations.length)]
        fc.pre(chosen !== undefined && record !== undefined)
        if (!chosen || !record) return
        const changed = { ...chosen.set, annotations: chosen.set.annotations.map((one) => (one === record ? { ...one, note: 'looked at again' } : one)) }
        const items = reviewArticle(sets.map((set) => (set === chosen ? reviewed(changed) : set)), [review], codebook)
        const stale = items.flatMap(({ status, outcome }) => (status === 'stale' && outcome ? [outcome.decision.id] : []))
        const concerned = review.decisions.filter(({ sources }) => sources.some(({ annotator, id }) => annotator === chosen.set.annotator.key && id === record.id))
        expect(stale).toEqual(concerned.map(({ id }) => id))
      }),
      { numRuns: 40 },
    )
  })
})

describe('countItems', () => {
  it('loses no decision and counts every item once, whatever becomes of the records', () => {
    fc.assert(
      fc.property(someSets({ minLength: 1 }), someKinds, fc.array(fc.nat({ max: 2 }), { minLength: 3 }), (sets, kinds, fates) => {
        const review = reviewBy('Kim', sets, kinds)
        const later = sets.map(({ set }) => {
          const annotations = set.annotations.flatMap((record, index) => {
            const fate = fates[index % fates.length]
            return fate === 0 ? [] : [fate === 1 ? record : { ...record, label: 'offer' }]
          })
          return reviewed({ ...set, annotations })
        })
        const items = reviewArticle(later, [review], codebook)
        expect(items.flatMap(({ held }) => held.map(({ decision }) => decision.id)).toSorted()).toEqual(review.decisions.map(({ id }) => id).toSorted())
        const { total, open, byStatus, byGroup, agreed } = countItems(items)
        expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(total)
        expect(open).toBe(total - byStatus.decided)
        expect(Object.values(byGroup).reduce((sum, group) => sum + group.total, 0)).toBe(items.length)
        expect(agreed).toBeLessThanOrEqual(byGroup.agreed.total)
      }),
      { numRuns: 40 },
    )
  })
})

describe('adjudicate', () => {
  const bytes = (sets: readonly ReviewedSet[], reviews: readonly Review[]): string =>
    serialise(annotationSetSchema, adjudicate(article, sets, reviews, codebook, '1'.repeat(64)).set)

  it('gives the same bytes in whatever order sets and reviews come', () => {
    fc.assert(
      fc.property(someSets(), someKinds, someKinds, fc.array(fc.nat(), { minLength: 3 }), (sets, one, other, keys) => {
        const reviews = [reviewBy('Kim', sets, one, 5), reviewBy('Zoë', sets, other, 6), reviewBy('Ana', sets, ['skip'], 7)]
        expect(bytes(shuffled(sets, keys), shuffled(reviews, keys))).toBe(bytes(sets, reviews))
      }),
      { numRuns: 40 },
    )
  })

  it('holds exact quotes, every record once, with what it came from', () => {
    fc.assert(
      fc.property(someSets(), someKinds, (sets, kinds) => {
        const { set } = adjudicate(article, sets, [reviewBy('Kim', sets, kinds)], codebook, '1'.repeat(64))
        for (const record of set.annotations) {
          expect(verifyAnnotation(TEXT, record)).toBe(null)
          expect(record.extra?.concord).toMatchObject({ decision: record.id, decided_by: { key: 'kim' } })
        }
        const ids = set.annotations.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { from, to } of set.relations) expect([from, to].every(({ annotation }) => ids.includes(annotation))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('leaves conflicts out, keeps what was rejected, and is done when nothing is open', () => {
    const kim = reviewBy('Kim', two, ['nothing', 'take'])
    const alone = adjudicate(article, two, [kim], codebook, '1'.repeat(64))
    expect(alone.set).toMatchObject({ state: { status: 'done' }, annotations: [{ label: 'pledge' }], extra: { concord: { rejected: [{ decided_by: { key: 'kim' } }] } } })
    const both = adjudicate(article, two, [kim, reviewBy('Zoë', two, ['take'])], codebook, '1'.repeat(64))
    expect([both.conflicts.length, both.set.annotations.length, both.set.state.status]).toEqual([1, 1, 'in_progress'])
    expect(adjudicate(article, two, [{ ...kim, article: { ...article, text_sha256: 'f'.repeat(64) } }], codebook, '1'.repeat(64)).set.annotations).toEqual([])
  })

  it('links the adjudicated records where the annotators’ were linked', () => {
    const end = (annotation: string) => ({ article: 'a.txt', annotation })
    const relations = [{ id: 'r', type: 'part_of', from: end('a1'), to: end('a2'), created: AT, modified: AT }]
    const ana = reviewed(aSetOf('Ana', [mark('a1', 0, 20), mark('a2', 30, 60)], { relations }))
    const whole = adjudicate(article, [ana], [reviewBy('Kim', [ana], ['take'])], codebook, '1'.repeat(64))
    const [first, second] = whole.set.annotations
    expect(whole.set.relations).toMatchObject([{ from: { annotation: first?.id }, to: { annotation: second?.id } }])
    const part = adjudicate(article, [ana], [reviewBy('Kim', [ana], ['take', 'nothing', 'take'])], codebook, '1'.repeat(64))
    expect([part.set.relations.length, part.waiting.length]).toEqual([0, 1])
  })
})
