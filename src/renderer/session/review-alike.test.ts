import { beforeEach, describe, expect, it } from 'vitest'
import type { RequestInput } from '../../ipc/contract.ts'
import { aReviewBy, anAnnotationOn, aSetOf } from '../../core/review/testing/sets.ts'
import { reviewed, TEXT } from '../../core/review/testing/arbitraries.ts'
import { createFakeMain, type FakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { applyAlike, findAlike } from './review-alike.ts'
import { openReview } from './review-open.ts'
import { decideHere } from './review-perform.ts'
import { reviewQueue } from './review-queue.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'

const HERE = 'wire/marrow-ceasefire-talks.txt'
const THERE = 'wire/norvia-estal-memorandum.txt'

/** Ana and Leo differ about the same words, at another place in each article. */
function article(id: string, at: number) {
  const sets = [aSetOf('Ana', [anAnnotationOn(TEXT, `a-${id}`, at, at + 6)]), aSetOf('Leo', [anAnnotationOn(TEXT, `l-${id}`, at, at + 6, 'demand')])]
  return {
    id, text: TEXT, textSha256: 'a'.repeat(64), header: null, notice: null, visibility: { visible: true as const }, hidden: [], independent: [], problems: [],
    sets: sets.map((set) => ({ set, hashes: { annotations: [...reviewed(set).hashes.annotations], relations: [] } })),
    reviews: [aReviewBy('Mira Jansen', { revision: 3 })],
  }
}

let main: FakeMain
let session: Session
let bytes = 0
const applied = () => main.asked.flatMap(({ name, input }) => (name === 'review.apply' ? [input as RequestInput<'review.apply'>] : []))

beforeEach(async () => {
  main = createFakeMain(sampleProject(), {
    'review.open': ({ article: id }) => ({ ok: true, value: article(id, 0) }),
    'review.earlier': () => ({ ok: true, value: [] }),
    'review.alike': () => ({ ok: true, value: { articles: [article(THERE, 14)], hidden: 2, more: 0 } }),
    'review.apply': ({ changes }) => ({ ok: true, value: changes.map(({ article: id, base }) => ({ article: id, revision: base + 1 })) }),
  })
  session = createSession(main.bridge, { now: () => Date.UTC(2031, 2, 12), random: (count) => new Uint8Array(count).map(() => (bytes += 1) % 256) })
  await start(session, () => {})
  await openReview(session, HERE)
})

describe('the same words elsewhere', () => {
  it('are decided in every article as one gesture, marked as made together', async () => {
    decideHere(session, { kind: 'take', annotator: 'leo' })
    const found = await findAlike(session)
    if (!found.ok) throw new Error(found.error.message)
    expect(found.value.places.map(({ article: { id }, planned }) => [id, planned.length])).toEqual([[THERE, 1]])
    expect(found.value.hidden).toBe(2)
    expect(applyAlike(session, found.value)).toBe(1)
    await reviewQueue(session).drained()
    expect(applied()).toMatchObject([
      { gesture: { kind: 'decide' } },
      { gesture: { kind: 'decide_same' }, changes: [{ article: THERE, base: 3, diff: { decisions: { added: [{ bulk: { how: 'same_words' }, outcome: { kind: 'annotation', annotation: { label: 'demand', fragments: [{ start: 14, end: 20 }] } } }] } } }] },
    ])
  })

  it('are not looked for after a decision that was made by hand', async () => {
    decideHere(session, { kind: 'edit', label: 'agreement', ranges: [{ start: 0, end: 6 }], attributes: {} })
    expect(await findAlike(session)).toMatchObject({ ok: false, error: { code: 'review.by_hand' } })
    expect(main.asked.some(({ name }) => name === 'review.alike')).toBe(false)
  })
})
