import { beforeEach, describe, expect, it } from 'vitest'
import type { ProjectFacts } from '../../ipc/shapes.ts'
import { createFakeMain, type FakeMain } from '../testing/fake-bridge.ts'
import { environment, sampleProject } from '../testing/sample-project.ts'
import { openArticle } from './articles.ts'
import { codebookDesk, discardCodebookEdits, editCodebook } from './codebook-desk.ts'
import { createSession, type Session } from './session.ts'
import { start } from './start.ts'

const TALKS = 'wire/marrow-ceasefire-talks.txt'
let main: FakeMain
let session: Session

beforeEach(async () => {
  main = createFakeMain(sampleProject())
  session = createSession(main.bridge, environment)
  await start(session, () => {})
  await openArticle(session, TALKS)
})

const project = () => session.store.getState().project

function facts(change: string): ProjectFacts {
  const { name, annotators, codebook, blind } = sampleProject().view
  return { name, annotators, codebook: { ...codebook, change }, codebookVersion: 'b'.repeat(64), blind }
}

describe('what a colleague changes', () => {
  it('in the project is taken over at once', () => {
    main.emit('project.changed', { ...facts('theirs'), blind: false })
    expect(project()).toMatchObject({ blind: false, codebookVersion: 'b'.repeat(64), codebook: { change: 'theirs' } })
  })

  it('in the codebook waits for what this person is changing in it', () => {
    const before = project()?.codebookVersion
    editCodebook(session, (codebook) => ({ ...codebook, name: 'Mine' }))
    main.emit('project.changed', { ...facts('theirs'), blind: false })
    main.emit('project.changed', { ...facts('theirs again'), blind: false })
    expect(project()).toMatchObject({ blind: false, codebookVersion: before })
    expect(codebookDesk(session).getState().draft?.name).toBe('Mine')
    discardCodebookEdits(session)
    expect(project()).toMatchObject({ codebookVersion: 'b'.repeat(64), codebook: { change: 'theirs again' } })
  })
})

describe('the own set from another computer', () => {
  it('is shown where the article is open, and others’ news change nothing', async () => {
    const asked = () => main.asked.filter(({ name }) => name === 'annotations.reload').length
    main.emit('sets.changed', { articles: [TALKS], own: [] })
    expect(asked()).toBe(0)
    main.emit('sets.changed', { articles: [TALKS], own: [TALKS] })
    await expect.poll(asked).toBe(1)
  })
})
