import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InterchangeDocument } from '../interchange.ts'
import { readXml, textOf, type XmlElement } from '../xml.ts'
import { toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { aDocument, SCHEME } from '../testing/interchange.ts'
import { html } from './adapter.ts'

const EVIL = '</div><script>alert(1)</script>" onload=\'x\' &amp; <!-- \u0000'

function page(document: InterchangeDocument): string {
  const [file] = [...(html.serialize?.({ scheme: SCHEME, documents: [document] }, {})?.files ?? [])].map(toSource)
  return new TextDecoder().decode(file?.bytes)
}

/** The body as XML: well-formed, so that nothing in it opens or closes what it should not. */
function bodyOf(document: InterchangeDocument): XmlElement {
  const written = page(document)
  const read = readXml({ path: 'x', bytes: encodeText(written.slice(written.indexOf('<body>'), written.indexOf('</html>'))) })
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))]
}

/** The article’s text as the page shows it, without the numbers of notes. */
function shownText(element: XmlElement): string {
  return element.local === 'sup' ? '' : element.children.map((child) => (typeof child === 'string' ? child : shownText(child))).join('')
}

describe('an article as a page', () => {
  it('shows the whole text, and of each span exactly its words, however spans overlap', () => {
    fc.assert(
      fc.property(aDocument('talks/a', { annotators: ['Ines', null] }), (document) => {
        const elements = all(bodyOf(document))
        expect(elements.filter((element) => element.attributes.get('class') === 'text').map(shownText)).toEqual([document.text, document.text])
        const marks = elements.filter(({ local }) => local === 'mark')
        const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        for (const target of elements.flatMap(({ attributes }) => attributes.get('href') ?? [])) expect(ids).toContain(target.slice(1))
        for (const [index, set] of document.sets.entries()) {
          expect(ids.filter((id) => id.startsWith(`s${index + 1}-n`))).toHaveLength(set.annotations.length)
        }
        const words = document.sets.flatMap(({ annotations }) => annotations).flatMap(({ fragments }) => fragments.map(({ quote }) => quote)).join('')
        expect(marks.filter(({ children }) => children.every((child) => typeof child === 'string')).every((mark) => words.includes(textOf(mark)))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('runs nothing of what is written in it', () => {
    const document: InterchangeDocument = {
      name: EVIL,
      text: EVIL,
      metadata: { title: EVIL, [EVIL]: EVIL },
      sets: [{ annotator: EVIL, note: EVIL, annotations: [{ id: EVIL, label: EVIL, fragments: [{ start: 0, end: 6, quote: '</div>' }], attributes: { [EVIL]: { state: 'default', value: EVIL }, x: { state: 'not_stated' } }, note: EVIL }], relations: [{ id: 'r', type: EVIL, from: { annotation: EVIL }, to: { annotation: 'b', document: EVIL } }] }],
    }
    const written = page(document)
    expect(written).not.toContain('<script')
    expect(all(bodyOf(document)).map(({ local }) => local)).not.toContain('script')
    expect(all(bodyOf(document)).flatMap(({ attributes }) => [...attributes.keys()])).not.toContain('onload')
    expect(written).toContain("default-src 'none'")
    expect(written).toContain('<i>not stated</i>')
  })
})
