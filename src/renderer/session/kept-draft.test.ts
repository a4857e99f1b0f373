import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Codebook } from '../../core/model/codebook.ts'
import { ok } from '../../core/result.ts'
import { createFakeMain, type FakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { codebookDesk, discardCodebookEdits, editCodebook } from './codebook-desk.ts'
import { guardDraft, takeUpDraft } from './kept-draft.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'

const WORDS = { found: 'Your changes are here again.', look: 'Show' }
const renamed = (codebook: Codebook): Codebook => ({ ...codebook, labels: codebook.labels.map((label, index) => (index === 0 ? { ...label, name: '' } : label)) })

async function started(): Promise<{ main: FakeMain; session: Session }> {
  const main = createFakeMain(sampleProject())
  const session = createSession(main.bridge, { now: () => 0, random: (count) => new Uint8Array(count) })
  await start(session, () => undefined)
  return { main, session }
}

const keptBy = (main: FakeMain) => main.asked.filter(({ name }) => name === 'codebook.keepDraft').map(({ input }) => (input as { draft: string | null }).draft)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('a draft of the codebook that was cut off', () => {
  it('is kept after a pause, also unfinished, and let go of when it is thrown away', async () => {
    const { main, session } = await started()
    const stop = guardDraft(session)
    editCodebook(session, renamed)
    expect(keptBy(main)).toEqual([])
    vi.runAllTimers()
    expect(JSON.parse(keptBy(main)[0] ?? '').draft.labels[0].name).toBe('')
    discardCodebookEdits(session)
    expect(keptBy(main)[1]).toBeNull()
    stop()
  })

  it('is the draft again at the next start, and that is said', async () => {
    const before = await started()
    guardDraft(before.session)
    editCodebook(before.session, renamed)
    vi.runAllTimers()
    const { main, session } = await started()
    main.queueAnswer('codebook.keptDraft', ok(keptBy(before.main)[0] ?? null))
    await takeUpDraft(session, WORDS)
    expect(codebookDesk(session).getState().draft).toEqual(codebookDesk(before.session).getState().draft)
    expect(session.view.getState().toasts.map(({ text }) => text)).toEqual([WORDS.found])
  })

  it.each([
    ['is damaged', () => '{"base":'],
    ['is of another version', (text: string) => text.replace(/"base":"[^"]*"/, '"base":"0000"')],
    ['is something else', () => '{"base":"","note":null,"draft":{}}'],
  ])('is left alone when it %s', async (_, spoil) => {
    const before = await started()
    guardDraft(before.session)
    editCodebook(before.session, renamed)
    vi.runAllTimers()
    const { main, session } = await started()
    main.queueAnswer('codebook.keptDraft', ok(spoil(keptBy(before.main)[0] ?? '')))
    await takeUpDraft(session, WORDS)
    expect(codebookDesk(session).getState().draft).toBeNull()
    expect(session.view.getState().toasts).toEqual([])
  })
})
