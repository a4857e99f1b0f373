import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialise } from '../../model/canonical.ts'
import { codebookSchema, type Codebook } from '../../model/codebook.ts'
import { aText } from '../../testing/arbitraries.ts'
import { pledgesAndAgreements as starter } from '../starter.ts'
import { readCodebookCsv } from './read.ts'
import { codebookCsv } from './write.ts'

const environment = { now: () => 0, random: (count: number) => new Uint8Array(count) }
const read = (text: string) => readCodebookCsv(text, 'book.csv', environment)
const bytes = (codebook: Codebook) => serialise(codebookSchema, codebook)

const awkward = fc.oneof(aText({ maxPieces: 6 }), fc.constantFrom('=1+1', "'x", 'a; b', 'json:[]', '-5', ' ', 'a\r\nb', '"', 'yes', ';'))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** The starter with awkward texts in every place that takes one. */
const aCodebook = fc
  .record({
    name: awkward, notes: awkward, text: awkward, optional: maybe(fc.oneof(awkward, fc.constant(''))), list: fc.array(awkward, { maxLength: 3 }),
    counter: maybe(fc.boolean()), retired: maybe(fc.boolean()), number: maybe(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value))),
    entities: maybe(fc.constantFrom([], [{ id: 'norvia', name: '=Norvia', code: 'NOR', aliases: ['a; b', "'"] }])),
  })
  .map(({ name, notes, text, optional, list, counter, retired, number, entities }): Codebook => {
    const given = <V>(key: string, value: V | undefined) => (value === undefined ? {} : { [key]: value })
    return {
      ...starter, name, notes, change: text, parent: number === undefined ? null : 'a'.repeat(64),
      labels: starter.labels.map((label, index) =>
        index === 0
          ? { ...label, name, definition: notes, include: list, ...given('source', optional), ...given('retired', retired), examples: [{ text, ...given('note', optional), ...given('counter', counter), ...given('from', retired === undefined ? undefined : { article: `${text}.txt`, annotator: `${name}!` }) }] }
          : label,
      ),
      attributes: starter.attributes.map((attribute) =>
        attribute.id === 'amount' ? { ...attribute, help: notes, ...given('min', number), units: list } : attribute.id === 'comment' ? { ...attribute, default: { rule: 'value', value: text } } : attribute,
      ),
      rules: [{ id: text, text: name }],
      ...given('entities', entities),
      ...given('extra', counter === undefined ? undefined : { foreign: { text } }),
    }
  })

describe('a codebook as a table', () => {
  it('comes back byte for byte', () => {
    const back = read(codebookCsv(starter))
    expect(back.ok && bytes(back.value)).toBe(bytes(starter))
  })

  it('comes back byte for byte with any text in it', () => {
    fc.assert(
      fc.property(aCodebook, (codebook) => {
        const back = read(codebookCsv(codebook))
        if (!back.ok) throw new Error(back.error.message)
        expect(bytes(back.value)).toBe(bytes(codebook))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves no formula in any cell', () => {
    const text = codebookCsv({ ...starter, name: '=HYPERLINK("x")', notes: '@SUM(A1)' })
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).toContain(`'@SUM(A1)`)
  })

  it('takes rows without ids, other columns’ order and semicolons', () => {
    const table = ['kind;name;of;id;text;colour;underline;marks;type;asked;labels;retired', 'codebook;Mine;;mine', ';;', 'label;Threat;;;A threat.;rose;solid;event', 'attribute;Tone;;;;;;;choice;now;threat', 'value;Calm;tone', 'value;Angry;tone;;;;;;;;;yes'].join('\n')
    const back = read(table)
    if (!back.ok) throw new Error(back.error.message)
    expect(back.value.labels).toMatchObject([{ id: 'threat', name: 'Threat', active: true }])
    expect(back.value.attributes[0]?.values).toEqual([{ id: 'calm', name: 'Calm' }, { id: 'angry', name: 'Angry', retired: true }])
  })

  it.each([
    ['no kinds', 'a,b\n1,2', 'book.csv, line 1: there is no column “kind”, so this is not a codebook as Concord writes it.'],
    ['a column too many', 'kind,id,weight\ncodebook,x,3', 'book.csv, line 1: the column “weight” is not one of a codebook.'],
    ['an unknown kind', 'kind,id,name\ncodebook,x,X\nlable,a,A', 'book.csv, line 3: “lable” is no kind of row.'],
    ['a row of nothing', 'kind,id,name,of\ncodebook,x,X\ninclude,,,pledge', 'book.csv, line 3: it belongs to the label “pledge”, which there is none of.'],
    ['a wrong colour', 'kind,id,name,colour,underline,marks\ncodebook,x,X,,,\nlabel,a,A,pink,solid,event', 'book.csv, line 3: what stands in the column “colour” does not fit.'],
    ['an open quotation', 'kind,id,name\ncodebook,"x,X', 'book.csv, line 2: a quotation mark that opens a cell is never closed.'],
    ['broken JSON', 'kind,id,name\ncodebook,x,json:[', 'book.csv, line 2: what stands in the column “name” after json: is not JSON.'],
    ['two with one key', 'kind,id,name,key,colour,underline,marks\ncodebook,x,X\nlabel,a,A,k,blue,solid,event\nlabel,b,B,k,rose,solid,event', 'book.csv: Two active labels have the key “K”.'],
  ])('refuses %s, and says where', (_what, text, message) => {
    const back = read(text)
    expect(back).toMatchObject({ ok: false, error: { message } })
    expect(!back.ok && back.error.remedy).not.toBe('')
  })
})
