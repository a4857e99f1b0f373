import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAnnotation } from '../anchoring/verify.ts'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { aText } from '../testing/arbitraries.ts'
import { applyCommand } from './apply-command.ts'
import type { Command, CommandContext } from './commands.ts'
import { applyDiff, invertDiff } from './diff.ts'

const TEXT = 'date 2031-03-04 ESTALPORT: Norvia said it “will deliver 40 ambulances” 👩‍👩‍👧‍👦 by June.\n\nThe two signed a memorandum.'

function context(text = TEXT): CommandContext {
  let ticks = 0
  return {
    text,
    codebook: pledgesAndAgreements,
    articleDate: '2031-03-04',
    environment: {
      now: () => Date.UTC(2031, 2, 5) + ++ticks * 1000,
      random: (count) => new Uint8Array(count).map((_, index) => (ticks * 31 + index * 7) % 256),
    },
  }
}

const EMPTY: AnnotationSet = {
  format: 'concord/annotation-set',
  version: 1,
  article: { path: 'a.txt', text_sha256: '0'.repeat(64) },
  annotator: { key: 'ines', name: 'Ines' },
  codebook: '0'.repeat(64),
  revision: 0,
  state: { status: 'in_progress', changed: '2031-03-04T00:00:00.000Z' },
  annotations: [],
  relations: [],
}

/** Applies commands one after the other; throws what a person would be told. */
function after(commands: readonly Command[], using = context(), start = EMPTY): AnnotationSet {
  return commands.reduce((set, command) => {
    const diff = applyCommand(set, command, using)
    if (!diff.ok) throw new Error(diff.error.message)
    const next = applyDiff(set, diff.value)
    if (!next.ok) throw new Error(next.error.message)
    return next.value
  }, start)
}

function find(words: string) {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}

function annotate(words: string, label = 'pledge'): Command {
  return { kind: 'annotate', label, spans: [[find(words)]] }
}

function only(set: AnnotationSet) {
  const [annotation] = set.annotations
  if (!annotation || set.annotations.length !== 1) throw new Error(`${set.annotations.length} annotations`)
  return annotation
}

describe('annotate', () => {
  it('trims blanks, keeps grapheme clusters whole and stores quote and context', () => {
    const half = find('ambulances” 👩')
    const annotation = only(after([{ kind: 'annotate', label: 'pledge', spans: [[{ start: half.start - 1, end: half.end }]] }]))
    expect(annotation.fragments.map((fragment) => fragment.quote)).toEqual(['ambulances” 👩‍👩‍👧‍👦'])
    expect(annotation.prefix.endsWith('deliver 40 ')).toBe(true)
    expect(annotation.suffix.startsWith(' by June')).toBe(true)
  })

  it('fills in defaults, unconfirmed', () => {
    const { attributes } = only(after([annotate('will deliver 40 ambulances')]))
    expect(attributes['temporal_mode']).toEqual({ state: 'default', value: 'current' })
    expect(attributes['statement_date']).toMatchObject({ state: 'default', value: { start: '2031-03-04', precision: 'day' } })
    expect(attributes['attribution_form']).toMatchObject({ state: 'default' })
    expect(attributes['actor']).toBeUndefined()
  })

  it('joins pieces that touch or overlap and keeps those apart in text order', () => {
    const pieces = [find('by June'), find('will deliver'), find('deliver 40')]
    const annotation = only(after([{ kind: 'annotate', label: 'pledge', spans: [pieces] }]))
    expect(annotation.fragments.map((fragment) => fragment.quote)).toEqual(['will deliver 40', 'by June'])
  })

  it('refuses blanks and labels that the codebook does not offer', () => {
    const blank = applyCommand(EMPTY, { kind: 'annotate', label: 'pledge', spans: [[find('\n\n')]] }, context())
    expect(blank).toMatchObject({ ok: false, error: { code: 'selection.blank' } })
    const unknown = applyCommand(EMPTY, annotate('June', 'no_such_label'), context())
    expect(unknown).toMatchObject({ ok: false, error: { code: 'label.unknown' } })
  })

  it('makes exact quotes from any selection in any text, and its inverse takes everything back', () => {
    const selection = aText({ maxPieces: 20 }).chain((text) =>
      fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })),
    )
    fc.assert(
      fc.property(selection, ([text, start, end]) => {
        const diff = applyCommand(EMPTY, { kind: 'annotate', label: 'pledge', spans: [[{ start, end }]] }, context(text))
        if (!diff.ok) {
          expect(text.slice(Math.min(start, end), Math.max(start, end)).trim()).toBe('')
          return
        }
        for (const annotation of diff.value.annotations.added) expect(verifyAnnotation(text, annotation)).toBeNull()
        const there = applyDiff(EMPTY, diff.value)
        if (!there.ok) throw new Error(there.error.message)
        expect(applyDiff(there.value, invertDiff(diff.value))).toMatchObject({ ok: true, value: { annotations: [] } })
      }),
    )
  })
})

describe('changing annotations', () => {
  const set = after([annotate('will deliver 40 ambulances'), annotate('signed a memorandum', 'agreement')])
  const [pledge, agreement] = set.annotations
  if (!pledge || !agreement) throw new Error('two annotations expected')

  it('moves a boundary and keeps the values', () => {
    const moved = after([{ kind: 'move_boundary', id: pledge.id, fragment: 0, range: find('will deliver') }], context(), set)
    expect(moved.annotations[0]).toMatchObject({ id: pledge.id, fragments: [{ quote: 'will deliver' }] })
    expect(moved.annotations[0]?.attributes['temporal_mode']).toEqual(pledge.attributes['temporal_mode'])
  })

  it('keeps what the new label has too when it relabels, and drops the rest', () => {
    const decided = { state: 'decided' as const, value: 'firm' }
    const relabelled = after(
      [
        { kind: 'set_attribute', ids: [pledge.id], attribute: 'commitment_strength', value: decided },
        { kind: 'relabel', ids: [pledge.id], label: 'demand' },
      ],
      context(),
      set,
    )
    expect(relabelled.annotations[0]).toMatchObject({ label: 'demand' })
    expect(relabelled.annotations[0]?.attributes['commitment_strength']).toBeUndefined()
    expect(relabelled.annotations[0]?.attributes['temporal_mode']).toBeDefined()
  })

  it('keeps what was decided and recomputes what was not, when another value changes', () => {
    const historical = after(
      [{ kind: 'set_attribute', ids: [pledge.id], attribute: 'temporal_mode', value: { state: 'decided', value: 'historical' } }],
      context(),
      set,
    )
    expect(historical.annotations[0]?.attributes['statement_date']).toBeUndefined()
  })

  it('confirms defaults, all or one', () => {
    const one = after([{ kind: 'confirm_defaults', ids: [pledge.id], attribute: 'certainty' }], context(), set)
    expect(one.annotations[0]?.attributes['certainty']).toMatchObject({ state: 'decided' })
    expect(one.annotations[0]?.attributes['temporal_mode']).toMatchObject({ state: 'default' })
    const all = after([{ kind: 'confirm_defaults', ids: [pledge.id, agreement.id] }], context(), set)
    for (const annotation of all.annotations) {
      for (const value of Object.values(annotation.attributes)) expect(value.state).toBe('decided')
    }
  })

  it('takes a value away and changes nothing when there is none', () => {
    const none = applyCommand(set, { kind: 'set_attribute', ids: [pledge.id], attribute: 'topic', value: null }, context())
    expect(none).toMatchObject({ ok: true, value: { annotations: { updated: [] } } })
  })

  it('deletes an annotation with the relations at either end of it', () => {
    const linked = after([{ kind: 'link', type: 'part_of', from: pledge.id, to: { annotation: agreement.id } }], context(), set)
    expect(linked.relations).toHaveLength(1)
    for (const id of [pledge.id, agreement.id]) {
      const rest = after([{ kind: 'delete', ids: [id] }], context(), linked)
      expect(rest.annotations).toHaveLength(1)
      expect(rest.relations).toEqual([])
    }
  })

  it('links once, never to itself, never to what is not there', () => {
    const link: Command = { kind: 'link', type: 'part_of', from: pledge.id, to: { annotation: agreement.id } }
    expect(after([link, link], context(), set).relations).toHaveLength(1)
    for (const target of [pledge.id, 'nobody']) {
      expect(applyCommand(set, { ...link, to: { annotation: target } }, context()).ok).toBe(false)
    }
  })

  it('links one to several in one gesture, each once, or to none of them', () => {
    const to = [agreement.id, agreement.id].map((annotation) => ({ annotation }))
    const link: Command = { kind: 'link', type: 'part_of', from: pledge.id, to }
    expect(after([link], context(), set).relations).toHaveLength(1)
    expect(applyCommand(set, { ...link, to: [...to, { annotation: 'nobody' }] }, context()).ok).toBe(false)
  })

  it('keeps a note until it is emptied', () => {
    const noted = after([{ kind: 'set_note', id: pledge.id, note: 'ask Tomas' }], context(), set)
    expect(noted.annotations[0]?.note).toBe('ask Tomas')
    const bare = after([{ kind: 'set_note', id: pledge.id, note: ' ' }], context(), noted)
    expect(Object.hasOwn(bare.annotations[0] ?? {}, 'note')).toBe(false)
  })
})

describe('the status of the article', () => {
  it('goes back to in progress, in the same gesture, when a done article is changed', () => {
    const done = after([annotate('June'), { kind: 'set_status', status: 'done' }])
    const diff = applyCommand(done, annotate('signed a memorandum', 'agreement'), context())
    expect(diff).toMatchObject({ ok: true, value: { state: { from: { status: 'done' }, to: { status: 'in_progress' } } } })
  })

  it('stays done when nothing is changed', () => {
    const done = after([{ kind: 'set_status', status: 'done' }])
    expect(applyCommand(done, { kind: 'set_status', status: 'done' }, context())).toMatchObject({ ok: true, value: { state: null } })
  })
})
