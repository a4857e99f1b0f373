import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractRtf } from './extract-rtf.ts'

const rtf = (body: string, head = '\\ansi\\ansicpg1252\\uc1') => Uint8Array.from(Buffer.from(`{\\rtf1${head}${body}}`, 'latin1'))

function read(bytes: Uint8Array) {
  const answer = extractRtf(bytes)
  if (!answer.ok) throw new Error(answer.error)
  return answer.value
}
const textOf = (body: string, head?: string) => read(rtf(body, head)).text
const remarksOf = (body: string) => Object.fromEntries(read(rtf(body)).remarks.map(({ what, count }) => [what, count]))

/** As programs write any text: `\u` with a stand-in for what is not ASCII. */
const escaped = (text: string) => Array.from({ length: text.length }, (_, index) => {
  const code = text.charCodeAt(index)
  return /[\\{}]/.test(text.charAt(index)) ? `\\${text.charAt(index)}` : code < 128 ? text.charAt(index) : `\\u${code > 32767 ? code - 65536 : code}?`
}).join('')

describe('the text of an RTF document', () => {
  it.each([
    ['Windows-1252', "Caf\\'e9 \\'93x\\'94 \\'80", undefined, 'Café “x” €'],
    ['another code page', "\\'cf\\'ee", '\\ansi\\ansicpg1251', 'По'],
    ['the character set of a font', "{\\fonttbl{\\f0\\fcharset0 A;}{\\f7\\fcharset128 B;}}a{\\f7 \\'8a\\'bf\\'83A}b\\'e9", undefined, 'a漢ア' + 'bé'],
    ['the old Macintosh', "\\'8e", '\\mac', 'é'],
    ['Unicode with its stand-ins', "\\u8364?1 \\uc2\\u8364\\'80\\'812 {\\uc0\\u8364 3} \\u8364 ??4", undefined, '€1 €2 €3 €4'],
    ['signs', '\\ldblquote a\\rdblquote\\~b\\_c\\emdash\\bullet \\{\\}\\\\', undefined, '“a”\u00a0b‑c—•{}\\'],
    ['paragraphs, lines and tabs', 'a\\par b\\line c\\tab d\\\ne', undefined, 'a\n\nb\nc\td\n\ne'],
    ['line ends that mean nothing', 'on\r\ne \\b bold\\b0  two', undefined, 'one bold two'],
    ['fields', '{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt a link}}', undefined, 'a link'],
    ['lists', '{\\listtext\\pard\\plain 1.\\tab}One\\par', undefined, '1.\tOne'],
    ['nothing of what is no text', '{\\stylesheet{\\s1 Heading;}}{\\colortbl;\\red1;}{\\info{\\author Me}}{\\*\\generator G;}{\\header H}{\\v hidden}{\\*\\unknown x}{\\pict 00ff}x\\bin3 }}}y', undefined, 'xy'],
  ])('has %s', (_what, body, head, text) => {
    expect(textOf(body, head)).toBe(`${text}\n`)
  })

  it('has tables as lines and notes at the end', () => {
    const row = (a: string, b: string) => `\\trowd\\cellx1\\cellx2\\pard\\intbl ${a}\\cell ${b}\\cell\\row`
    const body = `Before{\\super\\chftn}{\\footnote\\pard\\chftn  A note.\\par} it.\\par${row('a\\par a', 'b')}${row('c', 'd')}\\pard After.`
    expect(textOf(body)).toBe('Before[1] it.\n\na a\tb\nc\td\nAfter.\n\n[1]  A note.\n')
    expect(remarksOf(body)).toEqual({ tables: 1, footnotes: 1 })
  })

  it('counts what it leaves out', () => {
    expect(remarksOf('{\\header H}{\\*\\annotation c}{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\v h}{\\object{\\*\\objdata 00}{\\result r}}x')).toEqual({ running: 1, comments: 1, pictures: 1, hidden: 1, objects: 1 })
  })

  it('is what was written, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\p{Cc}\p{Zl}\p{Zp}\ufffd\ufeff]/u.test(text) && text.trim() === text && text !== ''), (text) => {
        expect(textOf(escaped(text))).toBe(`${text}\n`)
      }),
      { numRuns: 300 },
    )
  })

  it('is bounded and total for whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '\\', '\\u', '\\*', "\\'", '\\bin', '99999999999', '-', ' ', 'a', '\\footnote', '\\fonttbl', '\\f1', '\\fcharset128', "\\'8a", '\\intbl', '\\uc9', '\\par'), { maxLength: 80 }), (parts) => {
        const answer = extractRtf(rtf(parts.join('')))
        expect(answer.ok ? answer.value.text : '').not.toMatch(/\0|\r/)
      }),
      { numRuns: 500 },
    )
    const deep = extractRtf(rtf('{'.repeat(100_000)))
    expect(deep.ok ? '' : deep.error).toMatch(/nested/)
    expect(textOf(`${'ab cd '.repeat(300_000)}`)).toHaveLength(1_800_000)
  })
})
