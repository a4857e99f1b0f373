import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../adapter.ts'
import type { InterchangeDocument } from '../interchange.ts'
import { firstDifferent, readBack, toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { nastyText } from '../testing.ts'
import { readZip, writeZip } from '../zip.ts'
import { xlsx } from './adapter.ts'
import { readWorkbook } from './read.ts'
import { columnName, escapeCell, unescapeCell, writeWorkbook } from './write.ts'

const EVIL = ['=1+1', "'=x", '-5', '\u0000=1', 'a;b,"c"\r\nd\ne', 'NA', '1-2', 'MARCH1', '00123', '🚑 北京 اتفقت', '_x000D_', '\ud800', '<b>&', ' x ']

const document: InterchangeDocument = {
  name: 'talks/a.txt',
  text: '🚑 Norvia',
  metadata: { title: '=evil', year: 2031 },
  sets: [
    {
      annotator: '=Ines',
      annotations: EVIL.map((text, index) => ({ id: `a${index}`, label: text, fragments: [{ start: 3, end: 9, quote: 'Norvia' }], attributes: { Comment: { state: 'decided', value: text }, Actor: { state: 'decided', value: [{ name: text, code: 'X' }] }, New: { state: 'default', value: true } }, note: text })),
      relations: [],
    },
  ],
}

function written(of: InterchangeDocument): SourceFile[] {
  return [...(xlsx.serialize?.({ scheme: SCHEME, documents: [of] }, {})?.files ?? [])].map(toSource)
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function foreign(sheet: string, shared = ''): SourceFile {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<x:workbook xmlns:x="${SHEET}" xmlns:r="${rel}"><x:sheets><x:sheet name="Codings" sheetId="1" r:id="a"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="x"><Relationship Id="a" Target="/xl/worksheets/s.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${SHEET}">${shared}</sst>`,
    'xl/worksheets/s.xml': `<worksheet xmlns="${SHEET}"><sheetData>${sheet}</sheetData></worksheet>`,
  }
  return { path: 'x.xlsx', bytes: writeZip(Object.entries(parts).map(([path, xml]) => ({ path, bytes: encodeText(xml) }))) }
}

describe('a workbook for people', () => {
  it('holds every text as text, and gives all of it back', () => {
    const files = written(document)
    const back = readBack(xlsx, files)
    if (!back.ok) throw new Error(back.error.message)
    expect(back.value[0]?.refused).toEqual([])
    expect(firstDifferent([{ ...document, text: null }], back.value[0]?.documents, 'documents')).toBeNull()
    expect(firstDifferent(SCHEME, back.value[0]?.scheme, 'scheme')).toBeNull()
    const parts = files[0] ? readZip(files[0]) : null
    if (!parts?.ok) throw new Error('no zip')
    expect(parts.value.map(({ bytes }) => new TextDecoder().decode(bytes)).join('')).not.toContain('<f>')
  })

  it('takes what a person changed in the sheet, and values whole where they did not', () => {
    const [file] = written(document)
    const tables = file ? readWorkbook(file) : null
    if (!tables?.ok) throw new Error('no workbook')
    const sheets = tables.value.map(({ name, columns, rows }) => ({
      name,
      columns,
      rows: rows.map(({ cells }, index) => columns.map((column) => (name === 'annotations' && index === 0 && column === 'attributes.Actor' ? 'Norvia' : (cells.get(column) ?? null)))),
    }))
    const changed: SourceFile = { path: 'x.xlsx', bytes: writeWorkbook(sheets) }
    const parsed = xlsx.parse?.([changed], {})
    const annotations = parsed?.ok ? (parsed.value.documents[0]?.sets[0]?.annotations ?? []) : []
    expect(annotations.slice(0, 2)).toMatchObject([{ attributes: { Actor: { value: 'Norvia' } } }, { attributes: { Actor: { value: [{ name: "'=x", code: 'X' }] } } }])
  })

  it('cuts what a cell cannot hold, and says so', () => {
    const long = `${'a'.repeat(32_766)}🚑 the end`
    const serialized = xlsx.serialize?.({ scheme: SCHEME, documents: [{ ...document, text: long, sets: [{ annotator: null, annotations: [{ id: 'a', label: 'P', fragments: [{ start: 0, end: 1, quote: 'a' }], attributes: {}, note: long }], relations: [] }] }] }, {})
    const back = readBack(xlsx, [...(serialized?.files ?? [])].map(toSource))
    expect(back.ok && back.value[0]?.documents[0]?.sets[0]?.annotations[0]?.note).toBe('a'.repeat(32_766))
    expect(serialized?.losses()).toMatchObject([{ kind: 'notes', count: 1 }])
  })

  it('reads what others write: shared and rich texts, results of formulas, cells left out', () => {
    const header = ['document', 'code', 'start', 'end', 'text'].map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('')
    const file = foreign(`<row r="1">${header}</row><row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="str"><f>A1</f><v>pledge</v></c><c r="D4"><v>2</v></c><c r="C4"><v>0</v></c><c r="E4" t="s"><v>1</v></c></row><row r="5"><c r="A5" t="s"><v>0</v></c></row>`, '<si><t>a.txt</t></si><si><r><t>H</t></r><r><t>i</t></r><rPh><t>no</t></rPh></si>')
    expect(xlsx.detect(file, [file])).toBe(3)
    expect(xlsx.parse?.([file], {})).toMatchObject({ value: { documents: [{ name: 'a.txt', sets: [{ annotations: [{ label: 'pledge', fragments: [{ start: 0, end: 2, quote: 'Hi' }] }] }] }], refused: [{ line: 5, why: 'it has no label' }] } })
  })

  it('refuses what is no table of annotations', () => {
    const message = (file: SourceFile) => {
      const parsed = xlsx.parse?.([file], {})
      return parsed?.ok === false ? parsed.error.message : null
    }
    expect(message({ path: 'x.xlsx', bytes: encodeText('PK') })).toContain('not an Excel workbook')
    expect(message(foreign('<row><c><v>1</v></c></row>'))).toContain('no sheet of it names the columns')
    expect(message(foreign('<row><c r="ZZZZ1"><v>1</v></c></row>'))).toContain('columns')
    expect(message(foreign('<row>'))).toContain('not XML')
  })

  it('writes any text so that it comes back', () => {
    fc.assert(fc.property(fc.oneof(nastyText(), fc.string({ unit: 'binary' }), fc.constantFrom('_x_x0041_', '__x0041__')), (text) => void expect(unescapeCell(escapeCell(text))).toBe(text)))
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })

  it('loses nothing without reporting it, and answers any bytes with a result', () => {
    checkHonesty(xlsx, 40)
    checkRobustness(xlsx, written(document), 20)
  })
})
