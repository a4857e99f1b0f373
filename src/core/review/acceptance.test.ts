import { describe, expect, it } from 'vitest'
import type { Decision, Review } from '../model/review.ts'
import { acceptanceOf, addAcceptance } from './acceptance.ts'
import { decide, decideMissed, type Choice } from './decide.ts'
import { differences, type AnnotationItem } from './differences.ts'
import { decisionsOn, earlierOn } from './earlier.ts'
import { articleProgress } from './progress.ts'
import { reviewArticle } from './review-article.ts'
import { planSameWords, sameWordsKey } from './same-words.ts'
import { aContext, codebook, reviewed, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aReviewBy, aSetOf } from './testing/sets.ts'

const mark = (id: string, start: number, end: number, label = 'pledge') => anAnnotationOn(TEXT, id, start, end, label)
const sets = [
  reviewed(aSetOf('Ana', [mark('a1', 0, 6), mark('a2', 30, 60), mark('a3', 70, 80), mark('a4', 90, 99)])),
  reviewed(aSetOf('Leo', [mark('l1', 0, 6, 'demand'), mark('l2', 30, 60), mark('l3', 100, 110)])),
]
const items = differences(sets, codebook).filter((item) => item.kind === 'annotation')

function decisionOn(item: AnnotationItem | undefined, choice: Choice, seed: number): Decision {
  const context = aContext(seed)
  const made = item && decide({ ...context, environment: { now: () => seed, random: (n) => new Uint8Array(n).fill(seed) } }, item, choice)
  if (!made?.ok) throw new Error('no decision')
  return made.value
}

function reviewWith(decisions: readonly Decision[]): Review {
  return aReviewBy('Kim', { decisions: [...decisions] })
}

describe('what became of colleagues’ records', () => {
  it('is counted by annotator and label, whoever’s record was taken', () => {
    const missed = decideMissed(aContext(9), 'demand', [{ start: 112, end: 120 }])
    const review = reviewWith([
      decisionOn(items[0], { kind: 'take', annotator: 'leo' }, 1),
      decisionOn(items[1], { kind: 'take', annotator: 'leo' }, 2),
      decisionOn(items[2], { kind: 'nothing' }, 3),
      ...(missed.ok ? [missed.value] : []),
    ])
    const counts = acceptanceOf(sets, [review], codebook)
    const of = (annotator: string, label: string) => counts.find((count) => count.annotator === annotator && count.label === label)
    expect(of('ana', 'pledge')).toMatchObject({ taken: 1, changed: 1, rejected: 1, open: 1, added: 0 })
    expect(of('leo', 'pledge')).toMatchObject({ taken: 1, open: 1 })
    expect(of('leo', 'demand')).toMatchObject({ taken: 1, added: 1 })
    expect(addAcceptance([counts, counts]).find(({ annotator, label }) => annotator === 'ana' && label === 'pledge')).toMatchObject({ taken: 2, rejected: 2 })
  })
})

describe('the matrix of progress', () => {
  it('counts what is open for each annotator', () => {
    const review = reviewWith([decisionOn(items[0], { kind: 'nothing' }, 1)])
    const { counts, cells } = articleProgress(sets, [review], codebook)
    expect([counts.total, counts.open, counts.agreed]).toEqual([4, 3, 1])
    expect(cells.map(({ annotator, open, annotations }) => [annotator, open, annotations])).toEqual([['ana', 3, 4], ['leo', 3, 3]])
  })
})

describe('the same words elsewhere', () => {
  const other = [
    reviewed(aSetOf('Ana', [mark('b1', 14, 20)])),
    reviewed(aSetOf('Leo', [mark('m1', 14, 20, 'demand')])),
  ]
  it('ask the same question, and are decided with the same choice', () => {
    const [item] = items
    if (!item) throw new Error('no item')
    const [there] = reviewArticle(other, [], codebook)
    expect(sameWordsKey(there?.item ?? null, codebook)).toBe(sameWordsKey(item, codebook))
    expect(planSameWords(item, { kind: 'take', annotator: 'leo' }, reviewArticle(other, [], codebook), codebook)).toMatchObject([{ choice: { kind: 'take', annotator: 'leo' } }])
    const turned = [reviewed(aSetOf('Ana', [mark('b1', 14, 20, 'demand')])), reviewed(aSetOf('Leo', [mark('m1', 14, 20)]))]
    expect(planSameWords(item, { kind: 'take', annotator: 'leo' }, reviewArticle(turned, [], codebook), codebook)).toMatchObject([{ choice: { kind: 'take', annotator: 'ana' } }])
    expect(planSameWords(item, { kind: 'combine', base: 'ana', label: 'leo' }, reviewArticle(other, [], codebook), codebook)).toMatchObject([{ choice: { base: 'ana', label: 'leo' } }])
    expect(planSameWords(item, { kind: 'nothing' }, reviewArticle(sets, [], codebook), codebook).some(({ key }) => key === item.key)).toBe(false)
  })

  it('show what was decided on them before, rejections too', () => {
    const [item] = items
    if (!item) throw new Error('no item')
    const past = decisionsOn('b.txt', other, [reviewWith([decisionOn(differences(other, codebook).find((one) => one.kind === 'annotation'), { kind: 'nothing' }, 1)])], codebook)
    expect(past).toMatchObject([{ article: 'b.txt', quote: 'Norvia', words: ['norvia'] }])
    expect(earlierOn(item, past, codebook, 5)).toEqual(past)
    expect(earlierOn(items[1] ?? item, past, codebook, 5)).toEqual([])
  })
})
