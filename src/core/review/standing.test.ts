import { describe, expect, it } from 'vitest'
import { makeStanding, standingOf } from './standing.ts'
import { anAnnotationOn, aReviewBy, aSetOf, AT } from './testing/sets.ts'

const record = anAnnotationOn('Norvia pledged.', 'a', 0, 6)
const set = aSetOf('Ines', [record])
const LATER = '2031-03-05T09:00:00.000Z'

function saying(name: string, status: 'in_review' | 'returned' | 'accepted', about = set, at = AT) {
  return aReviewBy(name, { standings: [makeStanding(about, status, at, 'see the note')] })
}

describe('standingOf', () => {
  it('is what the set says where no reviewer said anything', () => {
    expect(standingOf(null, [])).toMatchObject({ status: 'not_started', by: null })
    expect(standingOf(set, [])).toMatchObject({ status: 'done', by: set.annotator, at: AT })
    expect(standingOf(aSetOf('Ines'), [])).toMatchObject({ status: 'done' })
    expect(standingOf(aSetOf('Ines', [], { state: { status: 'in_progress', changed: AT } }), [])).toMatchObject({ status: 'not_started' })
    expect(standingOf(aSetOf('Ines', [record], { state: { status: 'in_progress', changed: AT } }), [])).toMatchObject({ status: 'in_progress' })
  })

  it('is what the reviewer says while the set is what it was said of', () => {
    expect(standingOf(set, [saying('Ana', 'in_review')])).toMatchObject({ status: 'in_review', by: { key: 'ana' }, note: 'see the note' })
    const again = { ...set, revision: 9, state: { status: 'done' as const, changed: LATER } }
    expect(standingOf(again, [saying('Ana', 'returned')])).toMatchObject({ status: 'done', before: { status: 'returned', by: { key: 'ana' } } })
    expect(standingOf({ ...set, revision: 9 }, [saying('Ana', 'accepted')])).toMatchObject({ status: 'done', before: { status: 'accepted' } })
    expect(standingOf({ ...set, revision: 9 }, [saying('Ana', 'returned')])).toMatchObject({ status: 'returned' })
  })

  it('does not depend on the order of reviews, and puts what asks for something first', () => {
    const reviews = [saying('Ana', 'accepted'), saying('Leo', 'returned'), saying('Kim', 'in_review')]
    expect(standingOf(set, reviews)).toMatchObject({ status: 'returned', by: { key: 'leo' } })
    expect(standingOf(set, reviews.toReversed())).toEqual(standingOf(set, reviews))
  })

  it('asks nobody about another’s set, and leaves an empty note out', () => {
    expect(standingOf(aSetOf('Kim', [record]), [saying('Ana', 'returned')])).toMatchObject({ status: 'done', before: null })
    expect(makeStanding(set, 'accepted', AT, ' ')).not.toHaveProperty('note')
  })
})
