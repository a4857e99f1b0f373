import { describe, expect, it } from 'vitest'
import type { Comment } from '../model/review.ts'
import { decide } from './decide.ts'
import { differences } from './differences.ts'
import { conflictKinds } from './reasons.ts'
import { reviewArticle } from './review-article.ts'
import { aContext, codebook, reviewed, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aReviewBy, aSetOf, AT } from './testing/sets.ts'
import { subjectKey, threadOn, threadsOf } from './threads.ts'
import { whatBecameOf } from './what-became.ts'

const about: Comment['about'] = { kind: 'annotation', annotator: 'ana', annotation: 'a' }
const comment = (id: string, text: string, reply_to?: string): Comment => ({ id, about, text, created: AT, modified: AT, ...(reply_to === undefined ? {} : { reply_to }) })
const mark = (id: string, start: number, end: number, label = 'pledge') => anAnnotationOn(TEXT, id, start, end, label)
const sets = [reviewed(aSetOf('Ana', [mark('a', 0, 6), mark('a2', 30, 60)])), reviewed(aSetOf('Leo', [mark('l', 0, 6, 'demand')]))]

describe('threads', () => {
  it('come together from everybody’s files, answers after what they answer', () => {
    const reviews = [
      aReviewBy('Kim', { comments: [comment('1', 'Why a pledge?'), comment('4', 'Agreed.', '2')] }),
      aReviewBy('Ana', { comments: [comment('2', 'It says “will”.', '1'), comment('3', 'And another thing.'), comment('9', 'To somebody whose file is not here.', '0')] }),
    ]
    const thread = threadsOf(reviews).get(subjectKey(about))
    expect(thread?.map(({ comment: { id }, depth }) => `${id} ${depth}`)).toEqual(['1 0', '2 1', '4 2', '3 0', '9 0'])
    expect(threadsOf(reviews.toReversed())).toEqual(threadsOf(reviews))
    const [item] = reviewArticle(sets, reviews, codebook)
    expect(item && threadOn(item, threadsOf(reviews)).length).toBe(5)
  })

  it('show comments that answer each other', () => {
    const circle = aReviewBy('Kim', { comments: [comment('1', 'a', '2'), comment('2', 'b', '1')] })
    expect(threadsOf([circle]).get(subjectKey(about))?.length).toBe(2)
  })
})

describe('what became of one’s work', () => {
  const [first, second] = differences(sets, codebook)
  const made = [first, second].flatMap((item, index) => {
    const context = aContext(index + 1)
    const result = item?.kind === 'annotation' ? decide({ ...context, environment: { now: () => index, random: (n) => new Uint8Array(n).fill(index) } }, item, { kind: 'take', annotator: 'ana' }, { reason: { code: 'codebook_unclear' } }) : null
    return result?.ok ? [result.value] : []
  })

  it('says of each record whether it was taken, changed or rejected, and what was added', () => {
    const items = reviewArticle(sets, [aReviewBy('Kim', { decisions: made })], codebook)
    expect(whatBecameOf('ana', items, codebook).map(({ fate, record }) => [fate, record])).toEqual([['taken', 'a'], ['taken', 'a2']])
    expect(whatBecameOf('leo', items, codebook).map(({ fate, record }) => [fate, record])).toEqual([['changed', 'l'], ['added', null]])
    expect(whatBecameOf('leo', reviewArticle(sets, [], codebook), codebook).map(({ fate }) => fate)).toEqual(['open'])
  })

  it('counts kinds of conflict with the reasons that reviewers gave', () => {
    const items = reviewArticle(sets, [aReviewBy('Kim', { decisions: made })], codebook)
    expect(conflictKinds(items, codebook)).toMatchObject([
      { aspect: 'label', labels: ['demand', 'pledge'], items: 1, reasons: { codebook_unclear: 1 } },
      { aspect: 'only_some', labels: ['pledge'], items: 1 },
    ])
  })
})
