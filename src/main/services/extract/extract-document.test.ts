import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extracted } from '../../../core/extract/extracted.ts'
import type { OriginalKind } from '../../../core/extract/kinds.ts'
import { writeZip } from '../../../core/formats/zip.ts'
import { extractDocument } from './extract-document.ts'
import { makeDocx, paragraph, wordPart } from './testing/make-docx.ts'
import { makeEpub, xhtml } from './testing/make-epub.ts'
import { makePdf } from './testing/make-pdf.ts'

const WORDS = 'Café Ñandú “signed” 👩‍👩‍👧‍👦 e\u0301lan, 40\u00a0ships — سيعاد فتح الميناء 第二行签署 ✍🏽'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const ask = (kind: OriginalKind, bytes: Uint8Array) => extractDocument(kind, `report.${kind}`, bytes)

async function read(kind: OriginalKind, bytes: Uint8Array): Promise<Extracted> {
  const answer = await ask(kind, bytes)
  if (!answer.ok) throw new Error(answer.error)
  return answer.value
}

async function refusal(kind: OriginalKind, bytes: Uint8Array): Promise<string> {
  const answer = await ask(kind, bytes)
  if (answer.ok) throw new Error(`it was taken: ${answer.value.text.slice(0, 200)}`)
  return answer.error
}

const remarksOf = ({ remarks }: Extracted) => Object.fromEntries(remarks.map(({ what, count }) => [what, count]))

describe('a Word document', () => {
  it('becomes its paragraphs, with tables as lines and notes at the end', async () => {
    const table = `<w:tbl>${[['a', 'b'], ['c', 'd 第']].map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
    const note = '<w:p><w:r><w:t>It was signed</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:tab/><w:t>today.</w:t><w:br/><w:t>At noon.</w:t></w:r></w:p>'
    const changed = '<w:p><w:ins><w:r><w:t>kept </w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    const formula = '<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>'
    const docx = makeDocx(paragraph(WORDS) + note + table + changed + formula, {
      'word/footnotes.xml': wordPart('footnotes', `<w:footnote w:id="2">${paragraph('By both sides.')}</w:footnote>`),
      'word/comments.xml': wordPart('comments', `<w:comment w:id="1" w:author="a">${paragraph('Really?')}</w:comment>`),
      'word/header1.xml': wordPart('hdr', paragraph('Ministry')),
    })
    const extracted = await read('docx', docx)
    expect(extracted.text).toBe(`${WORDS}\n\nIt was signed[1]\ttoday.\nAt noon.\n\na\tb\nc\td 第\n\nkept\n\n[1] By both sides.\n`)
    expect(remarksOf(extracted)).toEqual({ tables: 1, footnotes: 1, comments: 1, running: 1, formulas: 1, hidden: 1 })
    expect(await read('docx', docx)).toEqual(extracted)
  })

  it('has its title believed only where the text begins with it', async () => {
    const core = (title: string) => ({ 'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>` })
    expect((await read('docx', makeDocx(paragraph('Port talks') + paragraph('More.'), core('Port  talks')))).facts.title).toBe('Port talks')
    expect((await read('docx', makeDocx(paragraph('Port talks'), core('Document1')))).facts.title).toBeNull()
  })

  it('is refused when it is something else, locked or hostile', async () => {
    expect(await refusal('docx', bytesOf('PK no'))).toMatch(/not a Word document/)
    expect(await refusal('docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toMatch(/password/)
    expect(await refusal('docx', writeZip([{ path: 'a.xml', bytes: bytesOf('<a/>') }]))).toMatch(/no Word document/)
    expect(await refusal('docx', writeZip([{ path: '../word/document.xml', bytes: bytesOf('<a/>') }]))).toMatch(/outside the archive/)
    expect(await refusal('docx', writeZip([{ path: 'word/document.xml', bytes: new Uint8Array(40_000_000) }]))).toMatch(/as no text is/)
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document/>'
    expect(await refusal('docx', writeZip([{ path: 'word/document.xml', bytes: bytesOf(laughs) }]))).toMatch(/entities/)
    expect(await refusal('docx', makeDocx('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)))).toMatch(/nested/)
    expect(await refusal('docx', makeDocx(''))).toMatch(/no text/)
  })
})

describe('an EPUB book', () => {
  it('becomes its chapters in their order, with what the book says about itself', async () => {
    const epub = makeEpub(
      [
        { path: 'b%20two.xhtml', content: xhtml('<p>Never read</p>'), aside: true },
        { path: 'one.xhtml', content: xhtml(`<h1>One</h1><script src="x"/><p>${WORDS}</p><span epub:type="pagebreak">12</span><p><ruby>漢<rt>かん</rt></ruby></p>`) },
        // Not well-formed, with entities that XML does not know: read as browsers read it.
        { path: 'two.html', content: '<html><body><p>Two&nbsp;&eacute;<br>more<p>end</body></html>' },
      ],
      '<dc:title>The Port</dc:title><dc:date>2031-05-04T10:00:00Z</dc:date><dc:publisher>Kesh Press</dc:publisher><dc:source>https://kesh.example/port</dc:source>',
    )
    const extracted = await read('epub', epub)
    expect(extracted.text).toBe(`One\n\n${WORDS}\n\n漢\n\nTwo\u00a0é\nmore\n\nend\n`)
    expect(extracted.facts).toEqual({ title: 'The Port', date: '2031-05-04', outlet: 'Kesh Press', link: 'https://kesh.example/port' })
    expect(remarksOf(extracted)).toEqual({ readings: 1 })
  })

  it('is refused when it is protected, and not when only its fonts are garbled', async () => {
    const locked = (uri: string) => ({ 'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData><e:CipherReference URI="${uri}"/></e:CipherData></e:EncryptedData></encryption>` })
    const chapters = [{ path: 'one.xhtml', content: xhtml('<p>One</p>') }]
    expect(await refusal('epub', makeEpub(chapters, '', locked('OEBPS/one.xhtml')))).toMatch(/protected against copying/)
    expect((await read('epub', makeEpub(chapters, '', locked('OEBPS/font.otf')))).text).toBe('One\n')
    expect(await refusal('epub', makeDocx(paragraph('x')))).toMatch(/no EPUB book/)
  })
})

describe('a PDF document', () => {
  const lines = (texts: readonly string[], top: number, x = 72) => texts.map((text, index) => ({ text, x, y: top - index * 14 }))

  it('becomes paragraphs again, without running heads and page numbers', async () => {
    const page = (number: number, texts: readonly string[]) => [{ text: `The Courier ${number}`, x: 72, y: 760 }, ...lines(texts, 700), { text: `Page ${number} of 3`, x: 280, y: 40 }]
    const pdf = makePdf([
      page(1, ['Norvia and Estal have agreed to re-open the port before', 'the summer, and to deliv-', 'er forty ambulances to the hospi-', 'tals of the region in the first']),
      page(2, ['week of June.', 'The long-', 'term talks go on. Ambulances are to be delivered by long-term']),
      page(3, ['partners of both sides.']),
    ], { title: 'Norvia and Estal' })
    const extracted = await read('pdf', pdf)
    expect(extracted.text).toContain('re-open the port before the summer, and to deliver forty ambulances to the hospitals of the region in the first week of June.')
    expect(extracted.text).toContain('The long-term talks go on. Ambulances are to be delivered by long-term partners of both sides.\n')
    expect(remarksOf(extracted)).toEqual({ running: 6, joined: 2 })
    expect(extracted.facts.title).toBe('Norvia and Estal')
  })

  it('keeps every script, and begins a paragraph after a gap and with a heading', async () => {
    const pdf = makePdf([[{ text: 'The talks', x: 72, y: 720, size: 20 }, ...lines(['First paragraph of the text', 'with 👩‍👩‍👧‍👦 and e\u0301lan.'], 690), ...lines(['第一行签署了协议并且将会继续', '第二行'], 640), { text: 'Naïve “quotes” — done', x: 72, y: 600 }]])
    expect((await read('pdf', pdf)).text).toBe('The talks\n\nFirst paragraph of the text with 👩‍👩‍👧‍👦 and e\u0301lan.\n\n第一行签署了协议并且将会继续第二行\n\nNaïve “quotes” — done\n')
  })

  it('in the fonts of older Chinese and Japanese programs, which only say how they count', async () => {
    const text = (encoding: string, ordering: string, codes: string) => {
      const pdf = Buffer.from(makePdf([[{ text: 'xx', x: 72, y: 700 }]])).toString('latin1')
      const font = pdf.replace('/Encoding /Identity-H', `/Encoding /${encoding}`).replace(/\/ToUnicode \d+ 0 R/, '').replace('/Ordering (Identity)', `/Ordering (${ordering})`).replace('/Subtype /CIDFontType2', '/Subtype /CIDFontType0').replace('<00010002>', `<${codes}>`)
      return read('pdf', Uint8Array.from(Buffer.from(font, 'latin1'))).then((extracted) => extracted.text)
    }
    expect(await text('UniGB-UCS2-H', 'GB1', '7b2c4e00')).toBe('第一\n')
    expect(await text('90ms-RKSJ-H', 'Japan1', '8abf8e9a')).toBe('漢字\n')
  })

  it('without text, with a password or damaged is refused with what to do', async () => {
    expect(await refusal('pdf', makePdf([[], []]))).toMatch(/2 pages are pictures.*text recognition/)
    expect(await refusal('pdf', makePdf([lines(['x'], 700)], { trailer: locked() }))).toMatch(/password/)
    expect(await refusal('pdf', bytesOf('%PDF-1.7\nnothing of it'))).toMatch(/damaged/)
    expect(remarksOf(await read('pdf', makePdf([lines(['Words here.'], 700), []])))).toEqual({ empty_pages: 1 })
  })

  /** An encryption dictionary whose password is not the empty one. */
  function locked(): string {
    const hex = createCipheriv('aes-128-ecb', Buffer.alloc(16, 7), null).update(Buffer.alloc(32, 9)).toString('hex')
    return `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <${hex}> /U <${hex}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`
  }
})

describe('what a file is', () => {
  it('is seen in its bytes, whatever its name says', async () => {
    expect((await read('html', bytesOf('{\\rtf1\\ansi An RTF}'))).kind).toBe('rtf')
    expect((await read('rtf', makePdf([[{ text: 'A PDF', x: 72, y: 700 }]]))).kind).toBe('pdf')
    expect(await refusal('html', makeDocx(paragraph('x')))).toMatch(/not a web page/)
    expect(await refusal('rtf', bytesOf('plain'))).toMatch(/no RTF/)
  })

  it('never breaks what reads it: damaged documents answer with their text or with a reason', async () => {
    const whole: readonly (readonly [OriginalKind, Uint8Array])[] = [
      ['docx', makeDocx(paragraph(WORDS), { 'word/footnotes.xml': wordPart('footnotes', '') })],
      ['epub', makeEpub([{ path: 'one.xhtml', content: xhtml(`<p>${WORDS}</p>`) }])],
      ['pdf', makePdf([[{ text: 'Some words', x: 72, y: 700 }]])],
      ['rtf', bytesOf('{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}Some words}')],
      ['html', bytesOf(`<p>${WORDS}`)],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 5 }), fc.option(fc.nat(), { nil: null }), async ([kind, bytes], changes, cut) => {
        const bad = Uint8Array.from(bytes)
        for (const [at, byte] of changes) bad[at % bad.length] = byte
        const answer = await ask(kind, cut === null ? bad : bad.subarray(0, cut % bad.length))
        expect(answer.ok ? answer.value.text.trim() : answer.error).not.toBe('')
        expect(answer.ok ? '.' : answer.error.at(-1)).toBe('.')
      }),
      { numRuns: 80 },
    )
  })
})
