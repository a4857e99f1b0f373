import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRows, writeRow } from './csv-cells.ts'
import { readCsv, writeCsv } from './csv.ts'
import { firstDifference } from './compare.ts'
import type { ExportRecord } from './export-record.ts'
import { readJsonl, writeJsonl } from './jsonl.ts'
import { aCodebook, aRecord, nastyText } from './testing.ts'

const sample: ExportRecord = {
  id: 'a1',
  article: 'news/a.txt',
  annotator: 'Ines',
  label: 'pledge',
  start: 1,
  end: 3,
  start_utf16: 2,
  end_utf16: 4,
  quote: '=1, "a"',
  attributes: {
    actor: { state: 'decided', value: [{ name: 'Norvia', sector: 'GOV' }] },
    topic: { state: 'default', value: '-5' },
    amount: { state: 'decided', value: -5 },
    certainty: { state: 'decided', value: '3' },
    comment: { state: 'decided', value: '=1' },
  },
  created: '2031-03-04T09:15:00.000Z',
  modified: '2031-03-04T09:15:00.000Z',
}

describe('JSON Lines', () => {
  it('reads back exactly what was written, for any record', () => {
    fc.assert(
      fc.property(fc.array(aRecord(), { maxLength: 5 }), (records) => {
        const text = [...writeJsonl(records)].join('')
        expect(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/)).toHaveLength(records.length + 1)
        expect(readJsonl(text.split('\n'), 'x.jsonl')).toEqual({ ok: true, value: records })
      }),
    )
  })

  it('keeps the names and their order', () => {
    const [line = ''] = writeJsonl([{ ...sample, fragments: [] }])
    expect(Object.keys(JSON.parse(line))).toEqual([
      'id',
      'article',
      'annotator',
      'label',
      'start',
      'end',
      'start_utf16',
      'end_utf16',
      'quote',
      'attributes',
      'created',
      'modified',
      'fragments',
    ])
  })

  it('names the line of a damaged record', () => {
    const [line = ''] = writeJsonl([sample])
    expect(readJsonl([line, '{"id": "a"}'], 'x.jsonl')).toMatchObject({
      ok: false,
      error: { where: { file: 'x.jsonl', line: 2 } },
    })
    expect(readJsonl([line.slice(0, 20)], 'x.jsonl')).toMatchObject({ ok: false, error: { where: { line: 1 } } })
  })
})

describe('CSV', () => {
  it('reads back exactly what was written, for any record, with and without BOM', () => {
    fc.assert(
      fc.property(fc.array(aRecord(), { maxLength: 5 }), fc.boolean(), (records, bom) => {
        const text = [...writeCsv(records, aCodebook(), { bom })].join('')
        expect(readCsv(text, 'x.csv', aCodebook())).toEqual({ ok: true, value: records })
      }),
      { numRuns: 300 },
    )
  })

  it('leaves no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(aRecord(), { maxLength: 3 }), (records) => {
        const rows = readRows([...writeCsv(records, aCodebook())].join(''), 'x.csv')
        const cells = rows.ok ? rows.value.flatMap((row) => row.cells) : []
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d[\d.e+-]*$/.test(cell))).toEqual([])
      }),
    )
  })

  it('has one column for each attribute, and a state only where some value is not simply decided', () => {
    const [header, row] = [...writeCsv([sample], aCodebook())]
    expect(header).toBe(
      'id,article,annotator,label,start,end,start_utf16,end_utf16,quote,created,modified,fragments,' +
        'attributes.actor,attributes.condition,attributes.certainty,attributes.comment,attributes.amount,attributes.topic,states.topic\r\n',
    )
    expect(row).toBe(
      `a1,news/a.txt,Ines,pledge,1,3,2,4,"'=1, ""a""",2031-03-04T09:15:00.000Z,2031-03-04T09:15:00.000Z,,` +
        `"[{""name"":""Norvia"",""sector"":""GOV""}]",,3,'=1,-5,"""-5""",default\r\n`,
    )
  })

  it('names the line of a damaged row, also after a cell with line ends', () => {
    const [header = '', row = ''] = [...writeCsv([{ ...sample, quote: 'a\nb\r\nc' }], aCodebook())]
    expect(readCsv(`${header}${row}x,y\r\n`, 'x.csv', aCodebook())).toMatchObject({
      ok: false,
      error: { where: { line: 5 } },
    })
    expect(readCsv(`${header}"never closed`, 'x.csv', aCodebook())).toMatchObject({
      ok: false,
      error: { code: 'csv.quote', where: { line: 2 } },
    })
    expect(readCsv(`${header}${row.replace(',1,3,', ',one,3,')}`, 'x.csv', aCodebook())).toMatchObject({
      ok: false,
      error: { where: { line: 2 } },
    })
  })
})

describe('readRows', () => {
  it('gives back the cells of any table', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nastyText(), { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (table) => {
        const clean = table.map((cells) => cells.map((cell) => cell.replaceAll('\ufeff', '')))
        const rows = readRows(clean.map((row) => writeRow(row)).join(''), 'x.csv')
        expect(rows.ok && rows.value.map((row) => row.cells)).toEqual(clean)
      }),
    )
  })
})

describe('firstDifference', () => {
  it('finds none between equals and names the first otherwise', () => {
    expect(firstDifference([sample], [structuredClone(sample)])).toBeNull()
    expect(firstDifference([sample, { ...sample, id: 'b' }], [sample])).toContain('record 2 (b) is missing')
    expect(firstDifference([], [sample])).toContain('should not be there')
    expect(firstDifference([sample], [{ ...sample, quote: 'other' }])).toContain('quote should be')
    expect(firstDifference([sample], [{ ...sample, attributes: {} }])).toContain('attributes should be')
    expect(firstDifference([sample], [{ ...sample, fragments: [] }])).toContain('fragments')
  })
})
