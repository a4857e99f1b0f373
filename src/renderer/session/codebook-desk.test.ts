import { describe, expect, it } from 'vitest'
import { putItem } from '../../core/codebook/edits/items.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { createFakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { codebookDesk, discardCodebookEdits, editCodebook, editedCodebook, redoCodebookEdit, saveCodebookDraft, undoCodebookEdit } from './codebook-desk.ts'
import { versionAfter, versionBefore } from './codebook-versions.ts'
import { leaving } from './drafts.ts'
import { createSession } from './session.ts'
import { start } from './start.ts'

async function started() {
  const main = createFakeMain(sampleProject())
  const session = createSession(main.bridge, { now: () => 0, random: (count) => new Uint8Array(count) })
  await start(session, () => undefined)
  codebookDesk(session)
  return { main, session }
}

const rename = (name: string) => (codebook: Codebook) => {
  const [label] = codebook.labels
  return label ? putItem(codebook, 'label', { ...label, name }) : codebook
}
const firstName = (codebook: Codebook | null) => codebook?.labels[0]?.name

describe('the draft of a codebook', () => {
  it('takes back and does again, typing as one step', async () => {
    const { session } = await started()
    const before = firstName(editedCodebook(session))
    editCodebook(session, rename('Vo'), 'label name')
    editCodebook(session, rename('Vow'), 'label name')
    editCodebook(session, rename('Oath'))
    expect(undoCodebookEdit(session)).toBe(true)
    expect(firstName(editedCodebook(session))).toBe('Vow')
    undoCodebookEdit(session)
    expect(firstName(editedCodebook(session))).toBe(before)
    expect(codebookDesk(session).getState().draft).toBeNull()
    expect(undoCodebookEdit(session)).toBe(false)
    redoCodebookEdit(session)
    redoCodebookEdit(session)
    expect(firstName(editedCodebook(session))).toBe('Oath')
    discardCodebookEdits(session)
    expect(codebookDesk(session).getState().draft).toBeNull()
    undoCodebookEdit(session)
    expect(firstName(editedCodebook(session))).toBe('Oath')
  })

  it('does not become a version while something is wrong, and says what', async () => {
    const { session, main } = await started()
    const other = editedCodebook(session)?.labels[1]?.name ?? ''
    editCodebook(session, rename(other))
    expect(await saveCodebookDraft(session, 'x')).toMatchObject({ ok: false, error: { code: 'codebook.name' } })
    editCodebook(session, rename(''))
    expect(await saveCodebookDraft(session, 'x')).toMatchObject({ ok: false, error: { code: 'codebook.incomplete' } })
    expect(main.asked.some(({ name }) => name === 'codebook.save')).toBe(false)
  })

  it('goes on with what was typed while the version was being made', async () => {
    const { session, main } = await started()
    editCodebook(session, rename('Vow'))
    const sent = editedCodebook(session)
    let answer: (value: unknown) => void = () => undefined
    main.queueAnswer('codebook.save', new Promise((resolve) => (answer = resolve)))
    const saving = saveCodebookDraft(session, 'x')
    expect(await saveCodebookDraft(session, 'x')).toMatchObject({ ok: false, error: { code: 'codebook.saving' } })
    editCodebook(session, rename('Oath'))
    answer({ ok: true, value: { codebook: { ...sent, change: 'x' }, version: 'c'.repeat(64) } })
    expect((await saving).ok).toBe(true)
    expect(firstName(session.store.getState().project?.codebook ?? null)).toBe('Vow')
    expect(firstName(editedCodebook(session))).toBe('Oath')
    undoCodebookEdit(session)
    expect(codebookDesk(session).getState().draft).toBeNull()
  })

  it('becomes a version when the project is left', async () => {
    const { session, main } = await started()
    editCodebook(session, rename('Vow'))
    main.queueAnswer('codebook.save', { ok: true, value: { codebook: editedCodebook(session), version: 'b'.repeat(64) } })
    await leaving(session)
    const asked = main.asked.find(({ name }) => name === 'codebook.save')?.input as { codebook: Codebook } | undefined
    expect(firstName(asked?.codebook ?? null)).toBe('Vow')
    expect(codebookDesk(session).getState().draft).toBeNull()
  })
})

describe('versions', () => {
  const version = (name: string, parent: string | null, backTo: string | null = null) => ({ version: name, parent, change: '', at: null, by: null, backTo })

  it('are gone back through one by one, and forward again', () => {
    const line = [version('c', 'b'), version('b', 'a'), version('a', null)]
    expect(versionBefore(line)).toBe('b')
    const once = [version('d', 'c', 'b'), ...line]
    expect(versionBefore(once)).toBe('a')
    expect(versionAfter(once)).toBe('c')
    const twice = [version('e', 'd', 'a'), ...once]
    expect(versionBefore(twice)).toBeNull()
    expect(versionAfter(line)).toBeNull()
  })
})
