import { describe, expect, it } from 'vitest'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { applyCommand } from './apply-command.ts'
import type { Command, CommandContext } from './commands.ts'

const TEXT = 'Norvia will deliver 40 ambulances 👩‍👩‍👧‍👦.'
const AT = '2031-03-04T00:00:00.000Z'

const context: CommandContext = {
  text: TEXT,
  codebook: pledgesAndAgreements,
  articleDate: '2031-03-04',
  environment: { now: () => Date.UTC(2031, 2, 5), random: (count) => new Uint8Array(count) },
}

function anAnnotation(id: string, more: Partial<Annotation> = {}): Annotation {
  const fragments = [{ start: 0, end: 6, quote: 'Norvia' }]
  return { id, label: 'pledge', fragments, prefix: '', suffix: '', attributes: {}, created: AT, modified: AT, ...more }
}

function aSet(...annotations: Annotation[]): AnnotationSet {
  const hash = '0'.repeat(64)
  const article = { path: 'a.txt', text_sha256: hash }
  const state = { status: 'in_progress' as const, changed: AT }
  return { format: 'concord/annotation-set', version: 1, article, annotator: { key: 'ines', name: 'Ines' }, codebook: hash, revision: 0, state, annotations, relations: [] }
}

function updated(set: AnnotationSet, command: Command): Annotation[] {
  const diff = applyCommand(set, command, context)
  if (!diff.ok) throw new Error(diff.error.message)
  return diff.value.annotations.updated.map(({ to }) => to)
}

describe('set_values', () => {
  it('fills several annotations, each in its own way, in one diff', () => {
    const set = aSet(anAnnotation('a'), anAnnotation('b', { note: 'old' }), anAnnotation('c'))
    const changed = updated(set, {
      kind: 'set_values',
      rows: [
        { id: 'a', values: { topic: { state: 'decided', value: ['aid'] }, comment: { state: 'not_stated' } } },
        { id: 'b', note: ' ', values: { comment: { state: 'decided', value: 'x\ty' } } },
      ],
    })
    expect(changed.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(changed[0]?.attributes).toMatchObject({ topic: { state: 'decided', value: ['aid'] }, comment: { state: 'not_stated' } })
    expect(changed[1]).not.toHaveProperty('note')
    expect(changed[1]?.attributes['comment']).toEqual({ state: 'decided', value: 'x\ty' })
  })

  it('takes values away, and changes nothing where nothing is different', () => {
    const [first] = updated(aSet(anAnnotation('a')), { kind: 'set_values', rows: [{ id: 'a', values: { comment: { state: 'not_stated' } } }] })
    if (!first) throw new Error('nothing changed')
    expect(updated(aSet(first), { kind: 'set_values', rows: [{ id: 'a', values: { comment: { state: 'not_stated' } } }] })).toEqual([])
    expect(updated(aSet(first), { kind: 'set_values', rows: [{ id: 'a', values: { comment: null } }] })[0]?.attributes).not.toHaveProperty('comment')
  })

  it('gives the label first, with its defaults, then the values', () => {
    const [changed] = updated(aSet(anAnnotation('a')), { kind: 'set_values', rows: [{ id: 'a', label: 'agreement', values: { comment: { state: 'decided', value: 'signed' } } }] })
    expect(changed).toMatchObject({ label: 'agreement', attributes: { comment: { state: 'decided', value: 'signed' } } })
  })

  it('refuses an annotation that is gone, and then changes none', () => {
    expect(applyCommand(aSet(anAnnotation('a')), { kind: 'set_values', rows: [{ id: 'a', note: 'x' }, { id: 'z', note: 'y' }] }, context)).toMatchObject({ ok: false, error: { code: 'annotation.gone' } })
  })

  it('writes where a merged attribute’s value stands', () => {
    const codebook = { ...pledgesAndAgreements, aliases: [{ kind: 'attribute' as const, from: 'remark', to: 'comment' }] }
    const set = aSet(anAnnotation('a', { attributes: { remark: { state: 'decided', value: 'old' } } }))
    const diff = applyCommand(set, { kind: 'set_values', rows: [{ id: 'a', values: { comment: { state: 'decided', value: 'new' } } }] }, { ...context, codebook })
    expect(diff.ok && diff.value.annotations.updated[0]?.to.attributes).toMatchObject({ remark: { state: 'decided', value: 'new' } })
  })
})

describe('confirm_defaults', () => {
  it('confirms some attributes of several', () => {
    const filled = { state: 'default' as const, value: 'x' }
    const changed = updated(aSet(anAnnotation('a', { attributes: { one: filled, two: filled, three: filled } })), { kind: 'confirm_defaults', ids: ['a'], attribute: ['one', 'two'] })
    const { one, two, three } = changed[0]?.attributes ?? {}
    expect([one?.state, two?.state, three?.state]).toEqual(['decided', 'decided', 'default'])
  })
})
