import { beforeEach, describe, expect, it } from 'vitest'
import { run } from '../actions/registry.ts'
import { createFakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { openArticle } from './articles.ts'
import { incompleteIds } from './incomplete.ts'
import { createSession, type Session } from './session.ts'
import { shownHere } from './showing.ts'
import { start } from './start.ts'

let session: Session

beforeEach(async () => {
  session = createSession(createFakeMain(sampleProject()).bridge, { now: () => Date.UTC(2031, 2, 12), random: (count) => new Uint8Array(count) })
  await start(session, () => {})
  await openArticle(session, 'wire/marrow-ceasefire-talks.txt')
})

const set = () => session.store.getState().article?.set
const view = () => session.view.getState()
const ids = () => shownHere(session).map(({ id }) => id)

describe('what the text shows', () => {
  it('is the set itself while it is all, so that nothing is painted anew', () => {
    expect(shownHere(session)).toBe(set()?.annotations)
  })

  it('goes round with one key: all, the label at hand, incomplete, none', () => {
    const first = set()?.annotations[0]
    session.view.setState({ selected: first ? [first.id] : [] })
    run(session, 'showing.next')
    expect(view().showing).toEqual({ kind: 'label', label: first?.label })
    expect(new Set(shownHere(session).map(({ label }) => label))).toEqual(new Set([first?.label]))
    run(session, 'showing.next')
    expect(view().showing.kind).toBe('incomplete')
    run(session, 'showing.next')
    expect(ids()).toEqual([])
    expect(view().selected).toEqual([])
    run(session, 'showing.next')
    expect(view().showing.kind).toBe('all')
  })

  it('keeps what is selected, which an answer may just have made complete', () => {
    const { article, project } = session.store.getState()
    const incomplete = article && project ? incompleteIds(article.set, project.codebook) : new Set<string>()
    run(session, 'showing.incomplete')
    expect(ids()).toEqual([...incomplete])
    run(session, 'showing.none')
    const one = set()?.annotations[1]?.id ?? ''
    session.view.setState({ selected: [one] })
    expect(ids()).toEqual([one])
  })

  it('is what next and previous go through', () => {
    const label = set()?.annotations[0]?.label
    session.view.setState({ selected: [set()?.annotations[0]?.id ?? ''] })
    run(session, 'showing.label')
    for (let step = 0; step < 4; step += 1) {
      run(session, 'annotation.next')
      expect(set()?.annotations.find(({ id }) => id === view().selected[0])?.label).toBe(label)
    }
  })
})
