import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { annotatePlaces } from './annotate-places.ts'
import { openArticle } from './articles.ts'
import { editCodebook } from './codebook-desk.ts'
import { perform } from './perform.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'
import { undo } from './undo.ts'
import { say } from './view.ts'

const TALKS = 'wire/marrow-ceasefire-talks.txt'
let session: Session
let bytes = 0

beforeEach(async () => {
  session = createSession(createFakeMain(sampleProject()).bridge, {
    now: () => Date.UTC(2031, 2, 12),
    random: (count) => new Uint8Array(count).map(() => (bytes += 1) % 256),
  })
  await start(session, () => {})
  await openArticle(session, TALKS)
})

const offered = () => session.view.getState().toasts.map(({ text }) => text)
const everywhere = () => annotatePlaces(session, 'pledge', [{ article: TALKS, start: 0, end: 5 }], { done: 'Annotated everywhere', undo: 'Undo' })
const marked = () => session.store.getState().article?.set.annotations.length

describe('a note that offers to take something back', () => {
  it('takes back what it speaks of', async () => {
    const before = marked()
    await everywhere()
    expect(marked()).toBe((before ?? 0) + 1)
    session.view.getState().toasts[0]?.action?.perform()
    await expect.poll(marked).toBe(before)
  })

  it('goes as soon as something else is done, which it would take back instead', async () => {
    say(session.view, 'A plain note')
    await everywhere()
    expect(offered()).toEqual(['A plain note', 'Annotated everywhere'])
    perform(session, { kind: 'annotate', label: 'pledge', spans: [[{ start: 10, end: 20 }]] })
    expect(offered()).toEqual(['A plain note'])
  })

  it('goes when it is taken back by key', async () => {
    await everywhere()
    await undo(session)
    expect(offered()).toEqual([])
  })

  it('of a codebook version stays while the text is annotated, and goes when the codebook is changed', async () => {
    say(session.view, 'Saved', { takesBack: 'version' })
    await everywhere()
    expect(offered()).toEqual(['Saved', 'Annotated everywhere'])
    editCodebook(session, (codebook) => ({ ...codebook, name: `${codebook.name} 2` }))
    expect(offered()).toEqual(['Annotated everywhere'])
  })
})
