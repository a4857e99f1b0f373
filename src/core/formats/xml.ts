import { SaxesParser } from 'saxes'
import { ok, type Result } from '../result.ts'
import { refusal, type SourceFile } from './adapter.ts'
import { readText } from './source-text.ts'

/*
 * The one reader of XML. Well-formed XML with namespaces, as saxes checks it; no DTD is read, no entity is declared or fetched, and
 * depth and size are bounded. Line ends and attribute values come normalised, as XML says.
 */

export interface XmlElement {
  readonly kind: 'element'
  /** As written: `xmi:XMI`. */
  readonly name: string
  readonly local: string
  /** Namespace; '' for none. */
  readonly uri: string
  /** By name as written, `xmlns…` included. */
  readonly attributes: ReadonlyMap<string, string>
  /** Elements and texts in order; CDATA is text. Comments and instructions are left out. */
  readonly children: readonly (XmlElement | string)[]
  /** Where its start tag ends, 1-based. */
  readonly line: number
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[]
}

export interface XmlLimits {
  readonly depth: number
  readonly elements: number
}

const LIMITS: XmlLimits = { depth: 256, elements: 4_000_000 }
/** The parser works through the text in pieces, so that an early error ends the work early. */
const PIECE = 64 * 1024

class Stop extends Error {}

export function readXml(file: SourceFile, limits: XmlLimits = LIMITS): Result<XmlElement> {
  const source = readText(file)
  if (!source.ok) return source
  const parser = new SaxesParser({ xmlns: true, position: true, fileName: '' })
  const open: Growing[] = []
  let root: XmlElement | null = null
  let count = 0
  parser.on('error', (error) => {
    throw new Stop(error.message.replace(/^[^:]*:?\d+:\d+: /, ''))
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?(8|16)|us-ascii)$/i.test(encoding)) throw new Stop(`the encoding ${encoding} is not read; save it as UTF-8`)
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new Stop('it declares entities, which are not read')
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length >= limits.depth) throw new Stop(`elements are nested more than ${limits.depth} deep`)
    if (count > limits.elements) throw new Stop(`there are more than ${limits.elements} elements`)
    const attributes = new Map(Object.entries(tag.attributes).map(([name, { value }]) => [name, value]))
    const element: Growing = { kind: 'element', name: tag.name, local: tag.local, uri: tag.uri, attributes, children: [], line: parser.line }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const text = (piece: string): void => {
    const children = open.at(-1)?.children
    const last = children?.at(-1)
    if (typeof last === 'string') children?.splice(-1, 1, last + piece)
    else if (piece !== '') children?.push(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    const { raw } = source.value
    for (let at = 0; at < raw.length; at += PIECE) parser.write(raw.slice(at, at + PIECE))
    parser.close()
  } catch (error) {
    return refusal(file.path, parser.line, `this is not XML that is read here: ${error instanceof Error ? error.message : String(error)}.`)
  }
  return root === null ? refusal(file.path, 1, 'there is no XML element in it.') : ok(root)
}

/** The child elements, those of a local name where one is given. */
export function elementsOf(element: XmlElement, local?: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string').filter((child) => local === undefined || child.local === local)
}

export function firstElement(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => typeof child !== 'string' && child.local === local)
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** The root's local name and namespace without reading further; null where the head is no XML. For `detect`. */
export function rootOf(head: string): { readonly local: string; readonly uri: string } | null {
  const start = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<([\w.-]+:)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(head)
  if (!start) return null
  const [, prefix = '', local = '', attributes = ''] = start
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
  const uri = new RegExp(`\\s${name.replaceAll('.', '\\.')}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return { local, uri: uri?.[1] ?? uri?.[2] ?? '' }
}

/** What is no `Char` of XML 1.0 (production 2), lone surrogates included. */
const ILLEGAL = /[^\t\n\r -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** How many characters of a text XML 1.0 cannot hold; `escapeXml` writes U+FFFD for each, which keeps offsets. */
export function countIllegal(text: string): number {
  return text.match(ILLEGAL)?.length ?? 0
}

/** For text between tags. */
export function escapeXml(text: string): string {
  return text.replace(ILLEGAL, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
}

/** For attribute values in double quotes: line ends and tabs survive the normalisation that XML does. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
