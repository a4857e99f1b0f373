import { writeZip } from '../../../../core/formats/zip.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** `<w:p>` with this text. */
export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A Word document. `body`: its XML; `more`: other parts by their path in the archive. */
export function makeDocx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array<ArrayBuffer> {
  const relations = Object.keys(more).flatMap((path) => {
    const name = /^word\/(footnotes|endnotes|comments|header|footer)\d*\.xml$/.exec(path)?.[1]
    return name === undefined ? [] : [`<Relationship Id="${name}" Type="${TYPES}/${name}" Target="${path.slice('word/'.length)}"/>`]
  })
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${TYPES}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return writeZip(Object.entries(parts).map(([path, content]) => ({ path, bytes: bytesOf(content) })))
}

/** A part of a document with Word's namespaces: `wordPart('footnotes', …)`. */
export const wordPart = (name: string, content: string) => `${HEAD}<w:${name} ${W}>${content}</w:${name}>`
