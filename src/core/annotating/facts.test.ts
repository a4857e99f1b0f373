import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import { isGraphemeBoundary } from '../text/graphemes.ts'
import { awkwardText } from '../text/testing/awkward-text.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { applyCommand } from './apply-command.ts'
import type { Command } from './commands.ts'
import { applyDiff } from './diff.ts'
import { doneFacts, inShort, placeFacts } from './facts.ts'

const TEXT = 'Norvia will deliver 40 ambulances if the port reopens.'
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
let ticks = 0
const environment = { now: () => Date.UTC(2031, 2, 5), random: (count: number) => new Uint8Array(count).map((_, index) => (++ticks * 31 + index) % 256) }

function act(set: AnnotationSet, command: Command) {
  const diff = applyCommand(set, command, { text: TEXT, codebook: pledgesAndAgreements, articleDate: null, environment })
  if (!diff.ok) throw new Error(diff.error.message)
  const next = applyDiff(set, diff.value)
  if (!next.ok) throw new Error(next.error.message)
  return { set: next.value, facts: doneFacts(pledgesAndAgreements, command, diff.value) }
}

const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const marked = act(EMPTY, { kind: 'annotate', label: 'pledge', spans: [[span('will deliver 40 ambulances if the port reopens')]] })
const nested = act(marked.set, { kind: 'annotate', label: 'demand', spans: [[span('if the port reopens')]] })

describe('doneFacts', () => {
  it('says what was marked, and as what', () => {
    expect(marked.facts).toMatchObject({ kind: 'annotate', count: 1, quote: 'will deliver 40 ambulances if the port reopens', label: 'Pledge' })
  })

  it('says the new label, the attribute, and how many', () => {
    const ids = nested.set.annotations.map(({ id }) => id)
    expect(act(nested.set, { kind: 'relabel', ids, label: 'refusal' }).facts).toMatchObject({ count: 2, label: 'Refusal' })
    expect(act(nested.set, { kind: 'delete', ids }).facts).toMatchObject({ kind: 'delete', count: 2 })
    expect(act(nested.set, { kind: 'set_attribute', ids: ids.slice(0, 1), attribute: 'topic', value: { state: 'not_stated' } }).facts).toMatchObject({ attribute: 'Topic', count: 1 })
    expect(act(nested.set, { kind: 'set_status', status: 'done' }).facts).toMatchObject({ done: true })
  })
})

describe('placeFacts', () => {
  it('names what lies under the caret, the innermost first, and nothing behind its last character', () => {
    const at = (caret: number) => placeFacts(pledgesAndAgreements, nested.set, caret).labels
    expect(at(span('will').start)).toEqual(['Pledge'])
    expect(at(span('if the').start)).toEqual(['Demand', 'Pledge'])
    expect(at(span('reopens').end)).toEqual([])
    expect(at(0)).toEqual([])
  })
})

describe('inShort', () => {
  it('cuts between characters', () => {
    fc.assert(
      fc.property(awkwardText(80), (text) => {
        const short = inShort(text)
        expect(short.length).toBeLessThanOrEqual(81)
        if (short.endsWith('…') && !text.includes('…')) expect(isGraphemeBoundary(text.replaceAll(/\s+/g, ' '), 0)).toBe(true)
      }),
    )
    const family = '👩‍👩‍👧‍👦'
    expect(inShort(family.repeat(20))).toBe(`${family.repeat(7)}…`)
  })
})
