import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDocument, SCHEME } from '../testing/interchange.ts'
import { elementsOf, readXml, textOf, type XmlElement } from '../xml.ts'
import { tei } from './adapter.ts'

function all(element: XmlElement, local: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(child.local === local ? [child] : []), ...all(child, local)])
}

describe('tei', () => {
  it('is well-formed XML whose ranges in code points cut out the words, with ids that are there once', () => {
    fc.assert(
      fc.property(aDocument(), (document) => {
        const written = tei.serialize?.({ scheme: SCHEME, documents: [document] }, {})
        const [file] = [...(written?.files ?? [])].map(({ path, content }) => ({ path, bytes: new TextEncoder().encode([...content].join('')) }))
        const root = file && readXml(file)
        expect(root?.ok).toBe(true)
        if (!root?.ok) return
        const points = [...textOf(all(root.value, 'ab')[0] ?? root.value)]
        const spans = all(root.value, 'span')
        expect(spans).toHaveLength(document.sets.reduce((sum, { annotations }) => sum + annotations.length, 0))
        const quotes = spans.map((span) =>
          [...(span.attributes.get('target') ?? '').matchAll(/#string-range\(text,(\d+),(\d+)\)/g)].map(([, from, length]) => points.slice(Number(from), Number(from) + Number(length)).join('')),
        )
        const readable = (text: string) => text.replaceAll(/[^\t\n\r -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
        expect(quotes).toEqual(document.sets.flatMap(({ annotations }) => annotations.map(({ fragments }) => fragments.map(({ quote }) => readable(quote)))))
        const elements = [root.value, ...['ab', 'respStmt', 'taxonomy', 'category', 'standOff', 'span'].flatMap((local) => all(root.value, local))]
        const ids = elements.flatMap(({ attributes }) => attributes.get('xml:id') ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        for (const pointer of elements.flatMap(({ attributes }) => [attributes.get('resp'), attributes.get('ana')])) if (pointer !== undefined) expect(ids).toContain(pointer.slice(1))
      }),
      { numRuns: 80 },
    )
  })

  it('reports what XML cannot hold', () => {
    const written = tei.serialize?.({ scheme: SCHEME, documents: [{ name: 'a', text: 'x\u0001\u0002', metadata: {}, sets: [] }] }, {})
    for (const { content } of written?.files ?? []) for (const _ of content);
    expect(written?.losses()).toContainEqual(expect.objectContaining({ kind: 'text', count: 2 }))
  })
})
