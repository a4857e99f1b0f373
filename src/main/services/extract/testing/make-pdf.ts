/** A line on a page of 612 × 792 points. `y` counts from below. Any text: each line has a font of its own that says what its codes mean. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

/** A PDF document with these pages, and further entries of its trailer (`/Encrypt …`). */
export function makePdf(pages: readonly (readonly PdfText[])[], { title, trailer = '' }: { readonly title?: string; readonly trailer?: string } = {}): Uint8Array {
  const objects: string[] = []
  const add = (content: string): number => objects.push(content)
  const stream = (content: string, entries = ''): number => add(`<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`)
  const catalogue = add('')
  const tree = add('')
  const kids = pages.map((lines) => {
    const fonts = lines.map(({ text }) => fontFor(text, add, stream))
    const content = lines.map(({ text, x, y, size = 12 }, index) => `BT /F${index} ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codesOf(text)}> Tj ET`).join('\n')
    const resources = `<< /Font << ${fonts.map((font, index) => `/F${index} ${font} 0 R`).join(' ')} >> >>`
    return add(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${stream(content)} 0 R >>`)
  })
  objects[catalogue - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  const info = title === undefined ? '' : `/Info ${add(`<< /Title <FEFF${hex16(title)}> >>`)} 0 R`
  const places: number[] = []
  let body = '%PDF-1.7\n'
  for (const [index, content] of objects.entries()) {
    places.push(body.length)
    body += `${index + 1} 0 obj\n${content}\nendobj\n`
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${catalogue} 0 R ${info} ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(body + end, 'latin1'))
}

/** As fonts have glyphs: one for each sign as it is seen. */
function signsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
}

/** A font whose n-th glyph is the n-th sign of the text, half as wide as it is high. */
function fontFor(text: string, add: (content: string) => number, stream: (content: string) => number): number {
  const signs = signsOf(text)
  const map = signs.map((sign, index) => `<${hex(index + 1)}> <${hex16(sign)}>`)
  const blocks = Array.from({ length: Math.ceil(map.length / 100) }, (_, part) => map.slice(part * 100, part * 100 + 100)).map((lines) => `${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  const toUnicode = stream(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`)
  const descriptor = add('<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>')
  const descendant = add(`<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 500 >>`)
  return add(`<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R >>`)
}

function codesOf(text: string): string {
  return signsOf(text).map((_, index) => hex(index + 1)).join('')
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0')
}

function hex16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
}
