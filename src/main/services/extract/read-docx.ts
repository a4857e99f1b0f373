import mammoth from 'mammoth'
import { believedTitle } from '../../../core/extract/believed-title.ts'
import { NO_FACTS, RemarkCounter, type Extracted } from '../../../core/extract/extracted.ts'
import { finishText } from '../../../core/extract/finish-text.ts'
import { readHtmlFragment } from '../../../core/extract/html-tree.ts'
import { descendants, type Markup } from '../../../core/extract/markup.ts'
import { markupToText } from '../../../core/extract/markup-to-text.ts'
import { xmlToMarkup } from '../../../core/extract/xml-to-markup.ts'
import type { SourceFile } from '../../../core/formats/adapter.ts'
import { firstElement, readXml, textOf, type XmlElement } from '../../../core/formats/xml.ts'
import { isZip, readZip, writeZip } from '../../../core/formats/zip.ts'
import { err, ok, type Result } from '../../../core/result.ts'

const LIMITS = { entries: 20_000, bytes: 256 * 1024 * 1024 }
const WORDS = /\.(xml|rels)$/i

/**
 * The text of a Word document. The archive is unpacked and its XML is read once within bounds, here; Mammoth gets a copy without
 * anything else.
 */
export async function readDocx(file: SourceFile): Promise<Result<Extracted, string>> {
  if (!isZip(file.bytes)) return err('it is no Word document (.docx), whatever its name says.')
  const unpacked = readZip(file, (path) => WORDS.test(path), LIMITS)
  if (!unpacked.ok) return err(unpacked.error.message.replace(`${file.path}: `, ''))
  const parts = new Map<string, XmlElement>()
  for (const part of unpacked.value) {
    const xml = readXml(part)
    if (!xml.ok) return err(`a part of it is damaged: ${xml.error.message}`)
    parts.set(part.path, xml.value)
  }
  const main = [...parts.values()].find(({ local }) => local === 'document')
  if (!main) return err('it is no Word document: there is no text in its archive.')
  const html = await toHtml(writeZip(unpacked.value, 0))
  if (html === null) return err('it is damaged: Word’s parts of it do not fit together.')

  const remarks = new RemarkCounter()
  countParts(parts, remarks)
  const text = finishText(markupToText(readHtmlFragment(html), remarks, { leaveOut: isWayBack, asWritten: true }), remarks)
  const core = [...parts.values()].find(({ local }) => local === 'coreProperties')
  const title = core && firstElement(core, 'title')
  return ok({ kind: 'docx', text, facts: { ...NO_FACTS, title: believedTitle(title ? textOf(title) : null, text) }, remarks: remarks.all() })
}

async function toHtml(archive: Uint8Array): Promise<string | null> {
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive) },
      { includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return converted.value
  } catch {
    return null
  }
}

/** What Mammoth passes over. */
function countParts(parts: ReadonlyMap<string, XmlElement>, remarks: RemarkCounter): void {
  for (const [path, part] of parts) {
    const root = xmlToMarkup(part)
    if (root.name === 'hdr' || root.name === 'ftr') remarks.add('running', textOf(part).trim() === '' ? 0 : 1)
    if (root.name === 'comments') remarks.add('comments', root.children.filter(isElement).length)
    if (root.name !== 'document' || !path.startsWith('word/')) continue
    for (const { name } of descendants(root)) {
      if (name === 'footnotereference' || name === 'endnotereference') remarks.add('footnotes')
      if (name === 'omath') remarks.add('formulas')
      if (name === 'del' || name === 'movefrom') remarks.add('hidden')
      if (name === 'oleobject' || name === 'chart') remarks.add('objects')
    }
  }
}

function isElement(node: Markup | string): node is Markup {
  return typeof node !== 'string'
}

/** The arrow that leads from a note back to its place. */
function isWayBack({ name, attributes }: Markup): boolean {
  return name === 'a' && /^#(foot|end)note-ref-/.test(attributes.get('href') ?? '')
}
