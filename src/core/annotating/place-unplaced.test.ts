import { describe, expect, it } from 'vitest'
import { verifyAnnotation } from '../anchoring/verify.ts'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { applyCommand } from './apply-command.ts'
import type { Command } from './commands.ts'
import { applyDiff, invertDiff } from './diff.ts'

const STAMP = '2031-03-04T09:15:00.000Z'
const text = 'Norvia will send 50 ambulances 🚑 to Estal.'
const annotation = {
  id: 'a1', label: 'pledge', fragments: [{ start: 7, end: 30, quote: 'will deliver 40 ambulan' }], prefix: '', suffix: '', attributes: { actor: { state: 'not_stated' as const } }, note: 'mine', created: STAMP, modified: STAMP,
}
const set: AnnotationSet = {
  format: 'concord/annotation-set', version: 1, article: { path: 'a.txt', text_sha256: '0'.repeat(64) }, annotator: { key: 'ines', name: 'Ines' }, codebook: '0'.repeat(64), revision: 3,
  state: { status: 'in_progress', changed: STAMP }, annotations: [],
  relations: [{ id: 'r1', type: 'condition', from: { article: 'a.txt', annotation: 'a1' }, to: { article: 'b.txt', annotation: 'x' }, created: STAMP, modified: STAMP }],
  unplaced: [{ annotation, text_sha256: '1'.repeat(64), state: 'open', since: STAMP }],
}
const context = { text, codebook: pledgesAndAgreements, articleDate: null, environment: { now: () => 0, random: (count: number) => new Uint8Array(count) } }

function done(command: Command): AnnotationSet {
  const diff = applyCommand(set, command, context)
  if (!diff.ok) throw new Error(diff.error.message)
  const next = applyDiff(set, diff.value)
  if (!next.ok) throw new Error(next.error.message)
  const back = applyDiff(next.value, invertDiff(diff.value))
  expect(back.ok && { ...back.value, revision: set.revision }).toEqual(set)
  return next.value
}

describe('an annotation that waits for a place', () => {
  it('gets one, and keeps what is recorded about it', () => {
    const { annotations, unplaced } = done({ kind: 'place', places: [{ id: 'a1', ranges: [{ start: 6, end: 33 }] }] })
    expect(annotations).toMatchObject([{ id: 'a1', note: 'mine', attributes: annotation.attributes, fragments: [{ quote: 'will send 50 ambulances 🚑' }] }])
    expect(annotations[0] && verifyAnnotation(text, annotations[0])).toBeNull()
    expect(unplaced).toBeUndefined()
  })

  it('is kept aside with all it has, or deleted with its relations', () => {
    expect(done({ kind: 'place_aside', ids: ['a1'] })).toMatchObject({ unplaced: [{ annotation, state: 'aside' }], relations: [{ id: 'r1' }] })
    expect(done({ kind: 'place_delete', ids: ['a1'] })).toMatchObject({ relations: [], annotations: [] })
  })

  it('is said to be gone when it does not wait any more', () => {
    expect(applyCommand(set, { kind: 'place', places: [{ id: 'zz', ranges: [{ start: 0, end: 3 }] }] }, context)).toMatchObject({ ok: false, error: { code: 'annotation.gone' } })
  })
})
