import { describe, expect, it } from 'vitest'
import type { Decision, Review } from '../model/review.ts'
import { isReviewOf, reviewOfOwn } from './about-own.ts'

const AT = '2031-03-04T09:15:00.000Z'
const SHA = 'd'.repeat(64)
const decision = (id: string, ...annotators: string[]): Decision => ({
  id, sources: annotators.map((annotator) => ({ annotator, id: `of ${annotator}`, sha256: SHA })), outcome: { kind: 'nothing' }, created: AT, modified: AT,
})
const on = { revision: 1, state_changed: AT }
const comment = (id: string, about: Review['comments'][number]['about']) => ({ id, about, text: 'Why?', created: AT, modified: AT })

const review: Review = {
  format: 'concord/review', version: 1, article: { path: 'a.txt', text_sha256: SHA }, reviewer: { key: 'noor', name: 'Noor' }, codebook: SHA, revision: 3,
  seen: [{ annotator: 'tomas', at: AT }],
  standings: [{ annotator: 'ines', status: 'returned', at: AT, on }, { annotator: 'tomas', status: 'accepted', at: AT, on }],
  decisions: [decision('own', 'ines'), decision('both', 'ines', 'tomas'), decision('theirs', 'tomas'), decision('missed')],
  comments: [
    comment('c1', { kind: 'set', annotator: 'ines' }),
    comment('c2', { kind: 'annotation', annotator: 'tomas', annotation: 'x' }),
    comment('c3', { kind: 'decision', reviewer: 'noor', decision: 'own' }),
    comment('c4', { kind: 'decision', reviewer: 'noor', decision: 'both' }),
  ],
}

describe('what of a review concerns one’s own set only', () => {
  it('gives nothing of others away', () => {
    const own = reviewOfOwn(review, 'ines')
    expect(own.decisions.map(({ id }) => id)).toEqual(['own'])
    expect(own.comments.map(({ id }) => id)).toEqual(['c1', 'c3'])
    expect(own.standings.map(({ annotator }) => annotator)).toEqual(['ines'])
    expect(JSON.stringify(own)).not.toContain('tomas')
  })

  it('says whether a reviewer has begun with a set', () => {
    const nothing = { ...review, decisions: [], standings: [], comments: [] }
    expect(isReviewOf(review, 'ines')).toBe(true)
    expect(isReviewOf({ ...nothing, comments: review.comments }, 'tomas')).toBe(true)
    expect(isReviewOf({ ...nothing, decisions: review.decisions }, 'aino')).toBe(false)
    expect(isReviewOf(nothing, 'ines')).toBe(false)
  })
})
