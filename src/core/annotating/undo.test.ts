import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_STACKS, nextRedo, nextUndo, recordStep, walkHistory, type UndoStep } from './undo.ts'

type Act = 'do' | 'undo' | 'redo'
const acts = fc.array(fc.constantFrom<Act>('do', 'do', 'undo', 'redo'), { maxLength: 80 })

/** A reference that knows no stacks: a line of gestures and a cursor; what is done is what stands before the cursor. */
function play(sequence: readonly Act[]) {
  const steps: UndoStep[] = []
  let line: string[] = []
  let cursor = 0
  for (const [index, act] of sequence.entries()) {
    const id = `g${index}`
    if (act === 'do') {
      line = [...line.slice(0, cursor), id]
      cursor += 1
      steps.push({ id })
    } else if (act === 'undo') {
      const target = line[cursor - 1]
      if (target === undefined) continue
      cursor -= 1
      steps.push({ id, undoes: target })
    } else {
      const target = line[cursor]
      if (target === undefined) continue
      cursor += 1
      steps.push({ id, redoes: target })
    }
  }
  return { steps, undo: line.slice(0, cursor), redo: line.slice(cursor).reverse() }
}

describe('walkHistory', () => {
  it('equals a line of gestures with a cursor, for any sequence of do, undo and redo', () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const model = play(sequence)
        const stacks = walkHistory(model.steps)
        expect(stacks).toEqual({ undo: model.undo, redo: model.redo })
        expect(nextUndo(stacks)).toBe(model.undo.at(-1) ?? null)
        expect(nextRedo(stacks)).toBe(model.redo.at(-1) ?? null)
      }),
    )
  })

  it('read back only in part, knows the newest part of the same stacks', () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 40 }), (sequence, cut) => {
        const { steps, undo, redo } = play(sequence)
        const part = walkHistory(steps.slice(cut))
        expect(undo.slice(undo.length - part.undo.length)).toEqual(part.undo)
        expect(redo.slice(redo.length - part.redo.length)).toEqual(part.redo)
      }),
    )
  })

  it('keeps at most so many gestures, the newest', () => {
    const steps = Array.from({ length: 30 }, (_, index) => ({ id: `g${index}` }))
    expect(walkHistory(steps, 3)).toEqual({ undo: ['g27', 'g28', 'g29'], redo: [] })
  })
})

describe('recordStep', () => {
  it('clears redo with a gesture of its own, and not with an undo', () => {
    const twice = walkHistory([{ id: 'a' }, { id: 'b' }, { id: 'u', undoes: 'b' }])
    expect(twice).toEqual({ undo: ['a'], redo: ['b'] })
    expect(recordStep(twice, { id: 'v', undoes: 'a' })).toEqual({ undo: [], redo: ['b', 'a'] })
    expect(recordStep(twice, { id: 'c' })).toEqual({ undo: ['a', 'c'], redo: [] })
    expect(nextUndo(EMPTY_STACKS)).toBeNull()
  })
})
