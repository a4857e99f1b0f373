import { describe, expect, it } from 'vitest'
import { invertDiff } from '../../../core/annotating/diff.ts'
import { adding, anAnnotationAt } from './testing.ts'
import { createUndoLog, type LoggedGesture } from './undo-log.ts'

const diff = (id: string) => adding(anAnnotationAt('some text', id, 0, 4))
const logged = (id: string, articles: readonly string[], more: object = {}): LoggedGesture => ({
  gesture: { id, at: '2031-03-04T09:15:00.000Z', kind: 'annotate', ...more },
  changes: articles.map((article) => ({ article, diff: diff(id) })),
})

describe('undo log', () => {
  it('gives the inverse to undo and the first diff to redo', () => {
    const log = createUndoLog(10)
    log.record(logged('a', ['x', 'y']))
    expect(log.next('undo')?.changes).toEqual([
      { article: 'x', diff: invertDiff(diff('a')) },
      { article: 'y', diff: invertDiff(diff('a')) },
    ])
    expect(log.next('redo')).toBeNull()
    log.record({ ...logged('u', []), gesture: { ...logged('u', []).gesture, undoes: 'a' } })
    expect(log.next('redo')?.changes).toEqual(logged('a', ['x', 'y']).changes)
    expect(log.state()).toEqual({ undo: null, redo: 'annotate' })
  })

  it('knows a gesture by its undo when the gesture itself is too old to be read', () => {
    const log = createUndoLog(10)
    const undo = {
      gesture: { id: 'u', at: '2031-03-04T09:15:00.000Z', kind: 'delete' as const, undoes: 'old' },
      changes: [{ article: 'x', diff: invertDiff(diff('old')) }],
    }
    log.prepend([undo])
    expect(log.next('redo')).toMatchObject({
      gesture: { id: 'old', kind: 'delete' },
      changes: [{ article: 'x', diff: diff('old') }],
    })
  })

  it('completes a gesture that was put back for one article with what was saved for the other', () => {
    const log = createUndoLog(10)
    log.record(logged('a', ['y']))
    log.record(logged('b', ['x']))
    log.prepend([logged('before', ['x']), logged('a', ['x']), logged('b', ['x'])])
    log.record({ ...logged('u', []), gesture: { ...logged('u', []).gesture, undoes: 'b' } })
    expect(
      log
        .next('undo')
        ?.changes.map(({ article }) => article)
        .toSorted(),
    ).toEqual(['x', 'y'])
  })

  it('forgets what is older than its limit', () => {
    const log = createUndoLog(3)
    for (let index = 0; index < 500; index += 1) log.record(logged(`g${index}`, ['x']))
    const undone: string[] = []
    for (let step = log.next('undo'); step; step = log.next('undo')) {
      undone.push(step.gesture.id)
      log.record({
        ...logged(`u${undone.length}`, []),
        gesture: { ...logged('u', []).gesture, id: `u${undone.length}`, undoes: step.gesture.id },
      })
    }
    expect(undone).toEqual(['g499', 'g498', 'g497'])
  })
})
