import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiff, EMPTY_DIFF, isEmptyDiff } from '../annotating/diff.ts'
import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { HistoryLine, SetDiff } from '../model/gesture.ts'
import { restoreDiff, setAt, versionsOf } from './versions.ts'

const AT = '2031-03-04T09:15:00.000Z'
const EMPTY: AnnotationSet = { format: 'concord/annotation-set', version: 1, article: { path: 'a.txt', text_sha256: 'a'.repeat(64) }, annotator: { key: 'ines', name: 'Ines' }, codebook: 'c'.repeat(64), revision: 0, state: { status: 'in_progress', changed: AT }, annotations: [], relations: [] }

const anAnnotation = (id: string, label = 'pledge'): Annotation => ({ id, label, fragments: [{ start: 0, end: 3, quote: 'abc' }], prefix: '', suffix: '', attributes: {}, created: AT, modified: AT })

/** A set after so many gestures, with every state on the way. */
function made(choices: readonly number[]): { states: AnnotationSet[]; lines: HistoryLine[] } {
  const states = [EMPTY]
  const lines: HistoryLine[] = []
  for (const [index, choice] of choices.entries()) {
    const set = states.at(-1) ?? EMPTY
    const record = set.annotations[choice % Math.max(1, set.annotations.length)]
    const what = choice % 4
    const annotations: SetDiff['annotations'] =
      what < 2 || !record
        ? { added: [anAnnotation(`n${index}`)], updated: [], removed: [] }
        : what === 2
          ? { added: [], updated: [{ from: record, to: { ...record, label: `l${index}` } }], removed: [] }
          : { added: [], updated: [], removed: [record] }
    const diff = { ...EMPTY_DIFF, annotations }
    const next = applyDiff(set, diff)
    if (!next.ok) throw new Error(next.error.message)
    states.push(next.value)
    lines.push({ gesture: { id: `g${index}`, at: AT, kind: 'annotate' }, revision: index + 1, diff })
  }
  return { states, lines }
}

const choices = fc.array(fc.nat({ max: 100 }), { maxLength: 15 })

describe('earlier states of a set', () => {
  it('are exactly what it was, and all of it or a part can be brought back', () => {
    fc.assert(
      fc.property(choices, fc.nat(), fc.nat({ max: 30 }), (all, pick, lost) => {
        const { states, lines } = made(all)
        const now = states.at(-1) ?? EMPTY
        const revision = pick % states.length
        const then = setAt(now, lines, revision)
        expect(then).toEqual(states[revision])
        if (!then) return
        const whole = applyDiff(now, restoreDiff(now, then, null))
        expect(whole.ok && whole.value.annotations).toEqual(then.annotations)
        for (const id of new Set([...now.annotations, ...then.annotations].map((each) => each.id))) {
          const part = applyDiff(now, restoreDiff(now, then, new Set([id])))
          expect(part.ok && part.value.annotations.find((each) => each.id === id)).toEqual(then.annotations.find((each) => each.id === id))
          expect(part.ok && part.value.annotations.filter((each) => each.id !== id)).toEqual(now.annotations.filter((each) => each.id !== id))
        }
        // A history that begins later reaches as far as it goes.
        const kept = lines.slice(Math.min(lost, lines.length))
        expect(versionsOf(now, kept)).toHaveLength(kept.length)
        expect(setAt(now, kept, 0)).toEqual(kept.length === lines.length ? EMPTY : null)
      }),
    )
  })

  it('takes links along with the ends that it takes away, and brings none without its ends', () => {
    const link = { id: 'r1', type: 't', from: { article: 'a.txt', annotation: 'x' }, to: { article: 'a.txt', annotation: 'y' }, created: AT, modified: AT }
    const both = { ...EMPTY, annotations: [anAnnotation('x'), anAnnotation('y')], relations: [link] }
    const removed = restoreDiff(both, EMPTY, new Set(['x']))
    expect(removed.relations.removed).toEqual([link])
    expect(restoreDiff(EMPTY, both, new Set(['x'])).relations.added).toEqual([])
    expect(restoreDiff(EMPTY, both, new Set(['x', 'y'])).relations.added).toEqual([link])
    expect(isEmptyDiff(restoreDiff(both, both, null))).toBe(true)
  })
})
