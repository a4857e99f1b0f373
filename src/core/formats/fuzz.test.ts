import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Adapter, SourceFile } from './adapter.ts'
import { brat } from './brat/adapter.ts'
import { doccanoJsonl } from './doccano-jsonl/adapter.ts'
import { labelStudio } from './label-studio/adapter.ts'
import { roundTrip } from './round-trip.ts'
import { encodeText } from './source-text.ts'
import { spacyJsonl } from './spacy-jsonl/adapter.ts'

const file = (path: string, text: string): SourceFile => ({ path, bytes: encodeText(text) })
const TEXT = 'Norvia 🚑 will deliver.\nKenya agreed.'

const SAMPLES: readonly { readonly adapter: Adapter; readonly files: readonly SourceFile[] }[] = [
  { adapter: brat, files: [file('a.ann', ['E1\tPledge:T2 Who:T1 Who2:T3', 'T1\tActor 0 6\tNorvia', 'T2\tPledge 9 21\twill deliver', '*\tAlias T1 T3', 'T3\tActor 23 28\tKenya', 'R1\tSame Arg1:T1 Arg2:E1\t', 'A1\tMood E1 sure', 'N1\tReference T1 W:5\tx', '#1\tAnnotatorNotes R1\ty', ''].join('\n')), file('a.txt', TEXT)] },
  { adapter: doccanoJsonl, files: [file('all.jsonl', [{ id: 1, text: TEXT, label: [[0, 6, 'ORG'], [10, 22, 'V']], Comments: ['x'] }, { text: TEXT, entities: [{ id: 1, label: 'ORG', start_offset: 0, end_offset: 6 }, { id: 2, label: 'V', start_offset: 10, end_offset: 22 }], relations: [{ id: 1, from_id: 1, to_id: 2, type: 'r' }] }, { text: 'abc', cats: ['a'], labels: [] }].map((row) => `${JSON.stringify(row)}\n`).join(''))] },
  { adapter: labelStudio, files: [file('tasks.json', JSON.stringify([{ id: 1, data: { text: TEXT }, annotations: [{ result: [{ id: 'a', from_name: 'l', to_name: 'text', type: 'labels', value: { start: 0, end: 6, text: 'Norvia', labels: ['Org', 'Actor'] } }, { id: 'a', from_name: 'm', to_name: 'text', type: 'choices', value: { start: 0, end: 6, choices: ['x'] } }, { id: 'b', from_name: 'l', to_name: 'text', type: 'labels', value: { start: 9, end: 21, text: 'will deliver', labels: ['V'] } }, { type: 'relation', from_id: 'a', to_id: 'b', labels: ['r'] }] }], predictions: [{ model_version: 'm', result: [] }] }]))] },
  { adapter: spacyJsonl, files: [file('ds.jsonl', [{ text: TEXT, _input_hash: 4, _task_hash: 5, tokens: [{ text: 'Norvia', start: 0, end: 6, id: 0 }], spans: [{ start: 0, end: 6, token_start: 0, token_end: 0, label: 'ORG' }, { start: 9, end: 21, label: 'V' }], relations: [{ head: 0, child: 0, head_span: { start: 0, end: 6 }, child_span: { start: 9, end: 21 }, label: 'r' }], answer: 'accept' }, ['abc', { entities: [[0, 2, 'X']] }], { text: 'abc', ents: [{ start: 0, end: 1, label: 'X' }] }].map((row) => `${JSON.stringify(row)}\n`).join(''))] },
]

const PIECES = ['0', '9', '-', '"', ',', '{', '[', '}', ']', ' ', '\n', '\t', 'a', 'é', '🚑', '\r\n', 'null', 'E1', 'T1', '\\', 'true', '1e9', '\u2028', '__proto__'].map(encodeText)

describe('what is taken of a damaged file', () => {
  it.each(SAMPLES)('comes back the same: $adapter.name', ({ adapter, files }) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat({ max: 30 }), fc.option(fc.constantFrom(...PIECES), { nil: new Uint8Array() }), (which, at, length, piece) => {
        const damaged = files.map((one, index) => {
          if (index !== which % files.length) return one
          const place = at % (one.bytes.length + 1)
          return { path: one.path, bytes: new Uint8Array([...one.bytes.subarray(0, place), ...piece, ...one.bytes.subarray(place + length)]) }
        })
        const trip = roundTrip({ adapter, files: damaged })
        // What is only carried along may be damaged into something that is carried in another way.
        if (trip.ok && trip.value.difference !== null) expect(trip.value.difference).toContain('.extra')
      }),
      { numRuns: 300 },
    )
  })
})
