import type { SourceFile } from '../formats/adapter.ts'
import { elementsOf, firstElement, readXml, textOf, type XmlElement } from '../formats/xml.ts'
import { readZip } from '../formats/zip.ts'
import { err, ok, type Result } from '../result.ts'
import { decodePage } from './charset.ts'
import { factText, NO_FACTS, RemarkCounter, type Extracted, type FoundFacts } from './extracted.ts'
import { finishText } from './finish-text.ts'
import { dayOf, webAddress } from './html-facts.ts'
import { readHtml } from './html-tree.ts'
import type { Markup } from './markup.ts'
import { markupToText } from './markup-to-text.ts'
import { xmlToMarkup } from './xml-to-markup.ts'

const LIMITS = { entries: 20_000, bytes: 256 * 1024 * 1024 }
/** Pictures, sounds and fonts stay packed. */
const TEXTS = /\.(xml|opf|ncx|xhtml|html?|xht)$/i

/** The chapters of a book, in its reading order, one after the other. */
export function extractEpub(file: SourceFile): Result<Extracted, string> {
  const entries = readZip(file, (path) => TEXTS.test(path), LIMITS)
  if (!entries.ok) return err(`${entries.error.message.replace(/^[^:]*: /, '')}`)
  const parts = new Map(entries.value.map((entry) => [entry.path, entry]))
  const xml = (path: string): XmlElement | null => {
    const entry = parts.get(path)
    const read = entry ? readXml(entry) : null
    return read?.ok ? read.value : null
  }
  const container = xml('META-INF/container.xml')
  const rootfile = container && elementsOf(firstElement(container, 'rootfiles') ?? container, 'rootfile')[0]?.attributes.get('full-path')
  const book = rootfile ? xml(rootfile) : null
  if (!rootfile || !book) return err('it is no EPUB book, or its table of contents is damaged.')
  const chapters = readingOrder(book, rootfile)
  const locked = lockedParts(xml('META-INF/encryption.xml'))
  if (chapters.some((path) => locked.has(path))) return err('it is protected against copying, so its text cannot be read. Ask for an unprotected copy.')

  const remarks = new RemarkCounter()
  const texts = chapters.flatMap((path) => {
    const entry = parts.get(path)
    return entry ? [markupToText(readChapter(entry), remarks, { leaveOut: isPageMark })] : []
  })
  remarks.add('unreadable', chapters.length - texts.length)
  return ok({ kind: 'epub', text: finishText(texts.filter((text) => text !== '').join('\n\n'), remarks), facts: bookFacts(book), remarks: remarks.all() })
}

/** XHTML as XML where it is well-formed, else as browsers read it. */
function readChapter(entry: SourceFile): Markup {
  const read = readXml(entry)
  return read.ok ? xmlToMarkup(read.value) : readHtml(decodePage(entry.bytes))
}

/** Numbers of the printed book's pages are no words of it. */
function isPageMark({ attributes }: Markup): boolean {
  return /(^|\s)(doc-)?pagebreak(\s|$)/.test(`${attributes.get('epub:type') ?? ''} ${attributes.get('role') ?? ''}`)
}

function readingOrder(book: XmlElement, rootfile: string): string[] {
  const folder = rootfile.slice(0, rootfile.lastIndexOf('/') + 1)
  const items = elementsOf(firstElement(book, 'manifest') ?? book, 'item')
  const byId = new Map(items.map(({ attributes }) => [attributes.get('id'), attributes]))
  return elementsOf(firstElement(book, 'spine') ?? book, 'itemref').flatMap((reference) => {
    const item = byId.get(reference.attributes.get('idref'))
    const href = item?.get('href')
    const isNavigation = /(^|\s)nav(\s|$)/.test(item?.get('properties') ?? '')
    return href === undefined || isNavigation ? [] : [inside(folder, href)]
  })
}

/** A place in the archive; what would lead out of it leads to nothing. */
function inside(folder: string, href: string): string {
  const parts: string[] = []
  for (const part of `${folder}${decoded(href.replace(/[?#].*$/, ''))}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Fonts may be garbled in their own way, which hurts no text. */
function lockedParts(encryption: XmlElement | null): ReadonlySet<string> {
  if (!encryption) return new Set()
  return new Set(
    elementsOf(encryption, 'EncryptedData').flatMap((data) => {
      const cipher = firstElement(firstElement(data, 'CipherData') ?? data, 'CipherReference')
      return cipher ? [inside('', cipher.attributes.get('URI') ?? '')] : []
    }),
  )
}

function bookFacts(book: XmlElement): FoundFacts {
  const metadata = firstElement(book, 'metadata')
  if (!metadata) return NO_FACTS
  const first = (name: string): string | null => {
    const element = firstElement(metadata, name)
    return element ? textOf(element) : null
  }
  const sources = elementsOf(metadata).filter(({ local }) => local === 'source' || local === 'identifier').map((element) => webAddress(textOf(element)))
  return { title: factText(first('title')), date: dayOf(first('date')), outlet: factText(first('publisher')), link: sources.find((source) => source !== null) ?? null }
}
