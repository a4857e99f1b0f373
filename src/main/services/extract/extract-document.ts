import type { Extracted } from '../../../core/extract/extracted.ts'
import { signatureOf, type OriginalKind } from '../../../core/extract/kinds.ts'
import { err, ok, type Result } from '../../../core/result.ts'

const LOCKED = 'it is protected by a password, or of an older Word. Open it in Word, save it as a .docx without a password, and add that.'
const KIND_NAMES: Readonly<Record<OriginalKind, string>> = { html: 'a web page', docx: 'a Word document', pdf: 'a PDF document', rtf: 'an RTF document', epub: 'an EPUB book' }

/**
 * The text of a document, or why there is none; what is wrong follows the file's name and a colon. By what the file is, where that can be
 * told from its first bytes; else by its name. Each reader is loaded when it is first needed.
 */
export async function extractDocument(kind: OriginalKind, name: string, bytes: Uint8Array): Promise<Result<Extracted, string>> {
  const signature = signatureOf(bytes)
  if (signature === 'ole') return err(LOCKED)
  const file = { path: name, bytes }
  const packed = kind === 'docx' || kind === 'epub'
  if (packed !== (signature === 'zip') && (packed || signature === 'zip')) return err(`it is not ${KIND_NAMES[kind]}, whatever its name says.`)
  const actual = signature === 'pdf' || signature === 'rtf' ? signature : kind
  const extracted = await readers[actual](file)
  if (!extracted.ok) return extracted
  return extracted.value.text.trim() === '' ? err('there is no text in it.') : ok(extracted.value)
}

interface File {
  readonly path: string
  readonly bytes: Uint8Array
}

const readers: Readonly<Record<OriginalKind, (file: File) => Promise<Result<Extracted, string>>>> = {
  html: async ({ bytes }) => {
    const [{ extractHtml }, { findContent }] = await Promise.all([import('../../../core/extract/extract-html.ts'), import('./find-content.ts')])
    return ok(extractHtml(bytes, findContent))
  },
  docx: async (file) => (await import('./read-docx.ts')).readDocx(file),
  pdf: async ({ bytes }) => (await import('./read-pdf.ts')).readPdf(bytes),
  rtf: async ({ bytes }) => (await import('../../../core/extract/rtf/extract-rtf.ts')).extractRtf(bytes),
  epub: async (file) => (await import('../../../core/extract/epub.ts')).extractEpub(file),
}
