import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeMain, refusal, type FakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { openArticle } from './articles.ts'
import { applyLabel } from './label.ts'
import { perform } from './perform.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'
import { redo, undo } from './undo.ts'

const TALKS = 'wire/marrow-ceasefire-talks.txt'
const MEMORANDUM = 'wire/norvia-estal-memorandum.txt'

let main: FakeMain
let session: Session
let bytes = 0

beforeEach(async () => {
  main = createFakeMain(sampleProject())
  session = createSession(main.bridge, {
    now: () => Date.UTC(2031, 2, 12),
    random: (count) => new Uint8Array(count).map(() => (bytes += 1) % 256),
  })
  await start(session, () => {})
  await openArticle(session, TALKS)
})

const set = () => session.store.getState().article?.set
const quotes = () => set()?.annotations.map(({ fragments }) => fragments[0]?.quote)
const names = () => main.asked.map(({ name }) => name)

function label(words: string, id = 'pledge') {
  const start = session.store.getState().article?.text.indexOf(words) ?? -1
  return perform(session, { kind: 'annotate', label: id, spans: [[{ start, end: start + words.length }]] })
}

describe('a gesture', () => {
  it('is shown at once, selected, and reaches main in order', async () => {
    label('would hold')
    label('refused to withdraw its heavy guns', 'refusal')
    expect(quotes()).toContain('would hold')
    expect(session.view.getState().selected).toEqual([set()?.annotations.find(({ label: id }) => id === 'refusal')?.id])
    expect(session.store.getState().save.state).toBe('saving')
    await session.queue.drained()
    expect(main.articles.get(TALKS)?.set).toEqual(set())
    expect(session.store.getState().save.state).toBe('saved')
    expect(session.store.getState().rows.get(TALKS)?.annotations).toBe(4)
  })

  it('changes the label of what is selected when no words are', async () => {
    label('would hold')
    expect(applyLabel(session, 'agreement')).toBe(true)
    expect(set()?.annotations.find(({ id }) => id === session.view.getState().selected[0])?.label).toBe('agreement')
  })

  it('labels the word under the caret when nothing is selected, and nothing beside a word', () => {
    const at = session.store.getState().article?.text.indexOf('would hold') ?? -1
    session.view.setState({ selected: [], selection: { anchor: at + 2, focus: at + 2 } })
    expect(applyLabel(session, 'pledge')).toBe(true)
    expect(quotes()).toContain('would')
    const count = quotes()?.length
    session.view.setState({ selected: [], selection: { anchor: 100_000, focus: 100_000 } })
    expect(applyLabel(session, 'pledge')).toBe(false)
    expect(quotes()).toHaveLength(count ?? 0)
  })

  it('that main refuses is taken back with those that stand on it, and said', async () => {
    const before = set()
    main.queueAnswer('annotations.apply', refusal({ message: 'The set is not as it was.' }))
    label('would hold')
    label('refused to withdraw its heavy guns')
    await session.queue.drained()
    expect(set()).toEqual(before)
    expect(names().filter((name) => name === 'annotations.apply')).toHaveLength(1)
    expect(session.view.getState().toasts.map(({ text }) => text)).toEqual(['The set is not as it was.'])
    expect(session.view.getState().selected).toEqual([])
  })

  it('that core refuses is never sent', () => {
    const answer = perform(session, { kind: 'annotate', label: 'pledge', spans: [[{ start: 0, end: 0 }]] })
    expect(answer.ok).toBe(false)
    expect(names()).not.toContain('annotations.apply')
    expect(session.view.getState().toasts).toHaveLength(1)
  })

  it('is refused in a project that is read-only', () => {
    session.store.setState(({ project }) => ({ project: project && { ...project, readOnly: 'Update Concord.' } }))
    expect(label('would hold').ok).toBe(false)
    expect(quotes()).not.toContain('would hold')
  })
})

describe('undo and redo', () => {
  it('walk back and forth, across articles, and go there', async () => {
    label('would hold')
    await openArticle(session, MEMORANDUM)
    label('It takes effect once both parliaments have approved it', 'provision')
    await undo(session)
    expect(quotes()).not.toContain('It takes effect once both parliaments have approved it')
    expect(session.store.getState().article?.id).toBe(MEMORANDUM)
    await undo(session)
    expect(session.store.getState().article?.id).toBe(TALKS)
    expect(quotes()).not.toContain('would hold')
    await redo(session)
    expect(quotes()).toContain('would hold')
    expect(session.view.getState().selected).toHaveLength(1)
  })

  it('know what earlier sessions did', async () => {
    label('would hold')
    await session.queue.drained()
    const later = createSession(main.bridge, session.environment)
    await start(later, () => {})
    expect(later.store.getState().undo).toEqual({ undo: 'annotate', redo: null })
  })

  it('pressed quickly, wait for what is pending and for each other', async () => {
    const before = quotes()
    label('would hold')
    label('refused to withdraw its heavy guns')
    await Promise.all([undo(session), undo(session)])
    expect(quotes()).toEqual(before)
  })
})

describe('opening', () => {
  it('shows the last one asked for, however slow the others are', async () => {
    let answer: (value: unknown) => void = () => {}
    main.queueAnswer('articles.open', new Promise((resolve) => (answer = resolve)))
    const slow = openArticle(session, MEMORANDUM)
    await openArticle(session, 'speeches/harbour-workers.md')
    answer(refusal({ message: 'This article is gone.' }))
    expect(await slow).toBe(false)
    expect(session.store.getState().article?.id).toBe('speeches/harbour-workers.md')
    expect(session.view.getState().toasts).toEqual([])
  })

  it('sends the place when the window closes, and then says that this was all', () => {
    session.place.remember(TALKS, 42.6)
    main.emit('app.closing', null)
    expect(main.asked.slice(-2)).toEqual([
      { name: 'articles.rememberPlace', input: { article: TALKS, offset: 42 } },
      { name: 'app.settled', input: null },
    ])
  })
})

describe('what main says', () => {
  it('is not believed when it has another shape', async () => {
    main.queueAnswer('articles.open', { ok: true, value: { id: MEMORANDUM } })
    expect(await openArticle(session, MEMORANDUM)).toBe(false)
    expect(session.store.getState().article?.id).toBe(TALKS)
    expect(session.view.getState().toasts).toHaveLength(1)
  })
})
