import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../adapter.ts'
import type { InterchangeDocument } from '../interchange.ts'
import { readBack, toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { csv } from './adapter.ts'

const EVIL = ['=1+1', '@SUM(A1)', "'=x", '-5', '＝1', '\u0000=1', '\t=1', 'a;b,"c"\r\nd\ne', 'NA', 'true', '🚑 北京 اتفقت', 'json:[]', '_x000D_']

const file = (path: string, text: string): SourceFile => ({ path, bytes: encodeText(text) })
const document: InterchangeDocument = {
  name: 'talks/a.txt',
  text: '🚑 Norvia',
  metadata: { title: '=evil', year: 2031, tags: ['a'] },
  sets: [
    {
      annotator: '=Ines',
      status: 'done',
      annotations: EVIL.map((text, index) => ({ id: `a${index}`, label: text, fragments: [{ start: 3, end: 9, quote: 'Norvia' }], attributes: { Comment: { state: 'decided', value: text }, [text]: { state: 'default', value: text } }, note: text })),
      relations: [{ id: 'r', type: '=r', from: { annotation: 'a0' }, to: { annotation: 'a1' } }],
    },
  ],
}

function written(own: Record<string, string> = {}): SourceFile[] {
  return [...(csv.serialize?.({ scheme: SCHEME, documents: [document] }, { own })?.files ?? [])].map(toSource)
}

describe('CSV for people', () => {
  it('gives back what no spreadsheet must run, in every layout', () => {
    for (const own of [{}, { layout: 'long' }, { for: 'excel', delimiter: 'semicolon' }]) {
      const files = written(own)
      const back = readBack(csv, files)
      if (!back.ok) throw new Error(back.error.message)
      expect(back.value[0]?.refused).toEqual([])
      expect(back.value[0]?.documents).toEqual([{ ...document, text: null }])
      expect(back.value[0]?.scheme).toEqual(SCHEME)
      const cells = new TextDecoder().decode(files[0]?.bytes).split(/[,;\r\n"]/)
      expect(cells.filter((cell) => /^\0*[=+@＝]/.test(cell))).toEqual([])
    }
  })

  it('writes every text as it is when asked, and reads that back when told', () => {
    const serialized = csv.serialize?.({ scheme: SCHEME, documents: [document] }, { own: { formulas: 'raw' } })
    const files = [...(serialized?.files ?? [])].map(toSource)
    expect(new TextDecoder().decode(files[0]?.bytes)).toMatch(/\r\na0,talks\/a\.txt,=Ines,=1\+1,2,8,3,9,Norvia,,,,=1\+1/)
    const back = readBack(csv, files, serialized?.readBack?.())
    expect(back.ok && back.value[0]?.documents).toEqual([{ ...document, text: null }])
  })

  it('counts in code points and in UTF-16 units, and marks the bytes for Excel only when asked', () => {
    const [main] = written()
    expect(new TextDecoder().decode(main?.bytes)).toMatch(/\r\na0,talks\/a\.txt,'=Ines,'=1\+1,2,8,3,9,Norvia,,,,'=1\+1/)
    expect(written({ for: 'excel' }).map(({ bytes }) => [...bytes.subarray(0, 3)])).toEqual(Array.from({ length: 5 }, () => [0xef, 0xbb, 0xbf]))
  })

  it('reads a table that somebody else made, and lists rows that are none', () => {
    const table = file('x.csv', 'document;code;start;end;text\na.txt;=pledge;0;2;Hi\na.txt;pledge;5;2;Hi\na.txt;pledge;0\n;pledge;0;2;Hi\n')
    expect(csv.detect(table, [table])).toBe(2)
    expect(csv.parse?.([table], {})).toMatchObject({
      ok: true,
      value: { documents: [{ name: 'a.txt', sets: [{ annotator: null, annotations: [{ id: 'a1', label: '=pledge', fragments: [{ start: 0, end: 2, quote: 'Hi' }] }] }] }], refused: [{ line: 4 }, { line: 3 }, { line: 5 }] },
    })
  })

  it('loses nothing without reporting it, and answers any bytes with a result', () => {
    checkHonesty(csv)
    checkRobustness(csv, written())
  })
})
