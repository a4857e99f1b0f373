import { beforeEach, describe, expect, it } from 'vitest'
import { actionTable } from '../../core/actions/table.ts'
import { start } from '../session/start.ts'
import { createSession, type Session } from '../session/session.ts'
import { createFakeMain } from '../testing/fake-bridge.ts'
import { sampleProject } from '../testing/sample-project.ts'
import { canRun, run } from './registry.ts'
import { actionOf } from './shortcuts.ts'

let session: Session

beforeEach(async () => {
  session = createSession(createFakeMain(sampleProject()).bridge, { now: () => 0, random: (count) => new Uint8Array(count) })
})

const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held,
})

describe('the registry', () => {
  it('knows of every action whether it can be done, with and without a project', async () => {
    const possible = () => actionTable.filter(({ id }) => canRun(session, id)).map(({ id }) => id)
    expect(possible()).toEqual([
      'project.new', 'project.open', 'project.sample', 'settings.open', 'palette.open', 'view.theme', 'help.keys', 'help.guide',
    ])
    await start(session, () => {})
    expect(possible()).toContain('articles.export')
    expect(possible()).not.toContain('edit.undo')
    expect(possible()).not.toContain('annotation.delete')
  })

  it('walks the annotations by place and around the end', async () => {
    await start(session, () => {})
    const ids = session.store.getState().article?.set.annotations.map(({ id }) => id) ?? []
    const selected = () => session.view.getState().selected
    const visited = ids.map(() => {
      run(session, 'annotation.next')
      return selected()[0]
    })
    expect(ids.length).toBeGreaterThan(1)
    expect(visited).toEqual(ids)
    run(session, 'annotation.next')
    expect(selected()).toEqual([ids[0]])
    run(session, 'annotation.previous')
    expect(selected()).toEqual([ids.at(-1)])
  })
})

describe('a key press', () => {
  it.each([
    [press('k', { ctrlKey: true }), false, 'palette.open'],
    [press('k', { ctrlKey: true }), true, 'palette.open'],
    [press('?', { shiftKey: true }), false, 'help.keys'],
    [press('?', { shiftKey: true }), true, null],
    [press('z', { ctrlKey: true }), false, 'edit.undo'],
    [press('z', { ctrlKey: true }), true, null],
    [press('y', { ctrlKey: true }), false, 'edit.redo'],
    [press('Backspace'), false, 'annotation.delete'],
    [press('Backspace'), true, null],
    [press('p'), false, null],
  ])('%o (typing: %s) means %s', (pressed, typing, expected) => {
    expect(actionOf(pressed, 'linux', typing, {})).toBe(expected)
  })

  it('means what the person has set', () => {
    const keymap = { 'palette.open': ['Mod+J'], 'find.open': ['Mod+K'], 'help.keys': [] }
    expect(actionOf(press('k', { ctrlKey: true }), 'linux', false, keymap)).toBe('find.open')
    expect(actionOf(press('j', { ctrlKey: true }), 'linux', false, keymap)).toBe('palette.open')
    expect(actionOf(press('?', { shiftKey: true }), 'linux', false, keymap)).toBeNull()
  })
})
