import { beforeEach, describe, expect, it } from 'vitest'
import type { GridRow } from '../../core/grid/columns.ts'
import type { GridPlan } from '../../core/grid/plan.ts'
import { createFakeMain, refusal, type FakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { openArticle } from './articles.ts'
import { performPlan } from './grid-perform.ts'
import { setRows } from './grid-rows.ts'
import { perform } from './perform.ts'
import { loadProjectSets, projectSetsOf } from './project-sets.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'

const TALKS = 'wire/marrow-ceasefire-talks.txt'
const MEMORANDUM = 'wire/norvia-estal-memorandum.txt'

let main: FakeMain
let session: Session
let bytes = 0

beforeEach(async () => {
  main = createFakeMain(sampleProject())
  session = createSession(main.bridge, { now: () => Date.UTC(2031, 2, 12), random: (count) => new Uint8Array(count).map(() => (bytes += 1) % 256) })
  await start(session, () => {})
  await openArticle(session, TALKS)
  await loadProjectSets(session)
})

const sets = () => projectSetsOf(session).getState().sets
const firstRow = (article: string): GridRow => {
  const { project } = session.store.getState()
  const set = sets().get(article)
  const row = project && set ? setRows(project.codebook, article, article, set)[0] : undefined
  if (!row) throw new Error(`no row in ${article}`)
  return row
}
const noting = (...rows: GridRow[]): GridPlan => ({ edits: rows.map((row) => ({ row, edit: { id: row.annotation.id, note: 'seen' } })), refused: [], changed: rows.length })
const noteOf = (article: string) => sets().get(article)?.annotations[0]?.note

describe('the sets of the project', () => {
  it('are asked for once, those that hold something', async () => {
    expect([...sets().keys()].sort()).toContain(MEMORANDUM)
    expect(projectSetsOf(session).getState().progress).toBeNull()
    await loadProjectSets(session)
    expect(main.asked.filter(({ name }) => name === 'annotations.list')).toHaveLength(1)
  })

  it('follow the open article at once', () => {
    const { annotation } = firstRow(TALKS)
    perform(session, { kind: 'set_note', id: annotation.id, note: 'here' })
    expect(noteOf(TALKS)).toBe('here')
  })

  it('follow main where a set has changed that is not open', async () => {
    const held = main.articles.get(MEMORANDUM)
    if (!held) throw new Error('no article')
    const set = { ...held.set, revision: held.set.revision + 1, annotations: [] }
    main.queueAnswer('annotations.list', { ok: true, value: [{ article: MEMORANDUM, set }] })
    main.emit('rows.changed', { rows: [held.row], removed: [] })
    await expect.poll(() => sets().get(MEMORANDUM)?.annotations).toEqual([])
  })

  it('say what went wrong, and can be asked for again', async () => {
    const other = createSession(main.bridge, session.environment)
    await start(other, () => {})
    main.queueAnswer('annotations.list', refusal({ message: 'The disk is away.' }))
    await loadProjectSets(other)
    expect(projectSetsOf(other).getState().failure?.message).toBe('The disk is away.')
    await loadProjectSets(other)
    expect(projectSetsOf(other).getState()).toMatchObject({ failure: null, progress: null })
  })
})

describe('a plan', () => {
  it('in the open article is a gesture like others', async () => {
    expect(await performPlan(session, noting(firstRow(TALKS)))).toBe(true)
    expect(main.asked.at(-1)).toMatchObject({ name: 'annotations.apply', input: { gesture: { kind: 'set_values' } } })
    expect(noteOf(TALKS)).toBe('seen')
  })

  it('over several articles is decided by main in one question, and all of them follow', async () => {
    expect(await performPlan(session, noting(firstRow(TALKS), firstRow(MEMORANDUM)))).toBe(true)
    expect(main.asked.filter(({ name }) => name === 'annotations.perform')).toHaveLength(1)
    expect([noteOf(TALKS), noteOf(MEMORANDUM)]).toEqual(['seen', 'seen'])
    expect(session.store.getState().article?.set.annotations[0]?.note).toBe('seen')
  })

  it('that main refuses changes nothing and is said', async () => {
    main.queueAnswer('annotations.perform', refusal({ message: 'It is gone.' }))
    expect(await performPlan(session, noting(firstRow(MEMORANDUM)))).toBe(false)
    expect(noteOf(MEMORANDUM)).toBeUndefined()
    expect(session.view.getState().toasts.at(-1)?.text).toBe('It is gone.')
  })
})
