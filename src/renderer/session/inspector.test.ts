import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { joinDrafts } from './drafts.ts'
import { annotationsHere, goHere, innermostAt } from './inspector.ts'
import { perform } from './perform.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'
import { openArticle } from './articles.ts'

let session: Session
let serial = 0

beforeEach(async () => {
  session = createSession(createFakeMain(sampleProject()).bridge, {
    now: () => 0,
    random: (count) => {
      serial += 1
      return new Uint8Array(count).fill(serial)
    },
  })
  await start(session, () => {})
})

const set = () => session.store.getState().article?.set.annotations ?? []
const selected = () => session.view.getState().selected[0]

function mark(quote: string, label: string): string {
  const at = session.store.getState().article?.text.indexOf(quote) ?? -1
  const made = perform(session, { kind: 'annotate', label, spans: [[{ start: at, end: at + quote.length }]] })
  return made.ok ? (made.value.annotations.added[0]?.id ?? '') : ''
}

describe('annotations at one place', () => {
  it('go round from the innermost out and come back, wherever one begins', () => {
    const outer = set()[0]?.id
    const inner = mark('40 ambulances to Estal', 'agreement')
    const innermost = mark('ambulances', 'evidence')
    const text = session.store.getState().article?.text ?? ''
    const caret = text.indexOf('ambulances') + 3
    session.view.setState({ selected: [innermost], selection: { anchor: caret, focus: caret } })
    const visited = [0, 1, 2].map(() => {
      goHere(session, 1)
      return selected()
    })
    expect(visited).toEqual([inner, outer, innermost])
    goHere(session, -1)
    expect(selected()).toBe(outer)
  })

  it('start from the innermost at the caret when none is selected', () => {
    const inner = mark('40 ambulances', 'agreement')
    const text = session.store.getState().article?.text ?? ''
    const end = text.indexOf('40 ambulances') + '40 ambulances'.length
    session.view.setState({ selected: [], selection: { anchor: end, focus: end } })
    goHere(session, 1)
    expect(selected()).toBe(inner)
    expect(innermostAt(set(), 0)).toBeNull()
  })

  it('are those at its beginning when the caret is elsewhere, and going round still comes back', () => {
    const outer = set()[0]?.id
    const inner = mark('40 ambulances', 'agreement')
    session.view.setState({ selected: [inner], selection: { anchor: 0, focus: 0 } })
    goHere(session, 1)
    expect(selected()).toBe(outer)
    goHere(session, 1)
    expect(selected()).toBe(inner)
  })

  it('are only itself where nothing overlaps', () => {
    const alone = set()[1]
    expect(alone && annotationsHere(set(), alone, 0).here).toEqual([alone])
  })
})

describe('what is being typed', () => {
  it('becomes a gesture on its own article before another one opens', async () => {
    const id = set()[0]?.id ?? ''
    const before = session.store.getState().article?.id
    const leave = joinDrafts(session, () => void perform(session, { kind: 'set_note', id, note: 'typed' }))
    const other = [...session.store.getState().rows.keys()].find((row) => row !== before) ?? ''
    await openArticle(session, other)
    leave()
    await openArticle(session, before ?? '')
    expect(set().find((annotation) => annotation.id === id)?.note).toBe('typed')
  })
})
