import fc from 'fast-check'
import type { Codebook } from '../model/codebook.ts'
import { isoDateSchema, type Payload, type Value } from '../model/value.ts'
import type { ExportFragment, ExportRecord } from './export-record.ts'

/** Text that breaks careless writers: separators, quotes, line ends, signs that open formulas, every script. */
export function nastyText(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    '\t',
    "'",
    '=',
    '+',
    '-',
    '@',
    '=cmd|x!A1',
    '1',
    '-5',
    '1e3',
    'true',
    'null',
    '[]',
    '{}',
    '"x"',
    ' ',
    '\u00a0',
    '\ufeff',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u0000',
    '👩‍👩‍👧‍👦',
    '🇰🇪',
    'e\u0301',
    'اتفقت',
    'הסכם',
    '签署了协议',
    ';',
    '\\',
    'pledge',
    'json:',
    'json:1',
  )
  return fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
}

export function aPayload(): fc.Arbitrary<Payload> {
  const filled = nastyText().filter((text) => text !== '')
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value))
  return fc.oneof(
    nastyText(),
    number,
    fc.boolean(),
    fc.array(nastyText(), { maxLength: 3 }),
    fc.array(
      fc.record(
        { name: filled, code: nastyText(), sector: nastyText() },
        { requiredKeys: ['name'], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    fc.record({ words: nastyText(), amount: number, unit: nastyText() }, { requiredKeys: [], noNullPrototype: true }),
    fc
      .constantFrom('2031', '2031-06', '2031-Q2', '2031-06-12')
      .map((start) => ({ start: isoDateSchema.parse(start), precision: 'day' as const })),
  )
}

export function anyValue(): fc.Arbitrary<Value> {
  return fc.oneof(
    fc.record(
      { state: fc.constantFrom('decided' as const, 'default' as const), value: aPayload() },
      { noNullPrototype: true },
    ),
    fc.record({ state: fc.constantFrom('not_stated' as const, 'not_applicable' as const) }, { noNullPrototype: true }),
  )
}

export function aRecord(): fc.Arbitrary<ExportRecord> {
  const filled = nastyText().map((text) => `${text}x`)
  const fragment: fc.Arbitrary<ExportFragment> = fc.record(
    {
      start: fc.nat(),
      end: fc.integer({ min: 1 }),
      start_utf16: fc.nat(),
      end_utf16: fc.integer({ min: 1 }),
      quote: filled,
    },
    { noNullPrototype: true },
  )
  return fc
    .record({
      id: fc.uuid(),
      article: filled,
      annotator: filled,
      label: filled,
      place: fragment,
      attributes: fc.dictionary(
        fc.constantFrom('actor', 'topic', 'certainty', 'comment', 'odd, "id"\n', '=sum', 'quote'),
        anyValue(),
        { noNullPrototype: true },
      ),
      created: fc.constant('2031-03-04T09:15:00.000Z'),
      modified: fc.constant('2031-03-04T09:15:01.000Z'),
      fragments: fc.option(fc.array(fragment, { minLength: 2, maxLength: 3 }), { nil: undefined }),
    })
    .map(({ id, article, annotator, label, place, attributes, created, modified, fragments }) => ({
      id,
      article,
      annotator,
      label,
      ...place,
      attributes,
      created,
      modified,
      ...(fragments && { fragments }),
    }))
}

export function aCodebook(change: Partial<Codebook> = {}): Codebook {
  return {
    format: 'concord/codebook',
    version: 1,
    id: 'c',
    name: 'Test',
    notes: '',
    parent: null,
    change: '',
    labels: [],
    attributes: [
      { id: 'actor', name: 'Actor', help: '', type: 'entities', labels: ['pledge'], stage: 'now' },
      {
        id: 'condition',
        name: 'Condition',
        help: '',
        type: 'link',
        labels: ['pledge'],
        stage: 'if_stated',
        relation: 'conditional_on',
      },
      { id: 'certainty', name: 'Certainty', help: '', type: 'scale', labels: ['pledge'], stage: 'if_stated' },
      { id: 'comment', name: 'Comment', help: '', type: 'text', labels: ['pledge'], stage: 'if_stated' },
    ],
    relations: [],
    sectors: [],
    rules: [],
    examples: [],
    aliases: [],
    ...change,
  }
}
