import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { believedTitle } from '../../../core/extract/believed-title.ts'
import { NO_FACTS, RemarkCounter, type Extracted } from '../../../core/extract/extracted.ts'
import { finishText } from '../../../core/extract/finish-text.ts'
import { pdfText, type PdfPagePieces } from '../../../core/extract/pdf/pdf-text.ts'
import type { PdfPiece } from '../../../core/extract/pdf/lines.ts'
import { err, ok, type Result } from '../../../core/result.ts'

const MOST_PAGES = 5000

/** The text of a PDF document, where it has some: pages that were scanned have none. */
export async function readPdf(bytes: Uint8Array): Promise<Result<Extracted, string>> {
  const { getDocument, VerbosityLevel } = await loadPdfJs()
  const task = getDocument({
    // PDF.js takes the bytes for itself.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: characterMaps(),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) return err(`it has more than ${MOST_PAGES.toLocaleString('en')} pages. Split it.`)
    const pages: PdfPagePieces[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push({ height: page.view[3] ?? 0, pieces: items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])) })
      page.cleanup()
    }
    const { info } = await document.getMetadata()
    const remarks = new RemarkCounter()
    const text = finishText(pdfText(pages, remarks), remarks)
    if (text === '') return err(`there is no text in it: its ${pages.length === 1 ? 'page is a picture' : `${pages.length} pages are pictures`}, as from a scanner. Let a program for text recognition (OCR) make a PDF with text of it, and add that.`)
    return ok({ kind: 'pdf', text, facts: { ...NO_FACTS, title: believedTitle(titleOf(info), text) }, remarks: remarks.all() })
  } catch (error) {
    return err(reasonOf(error))
  } finally {
    await task.destroy()
  }
}

interface Item {
  readonly str: string
  readonly dir: string
  readonly transform: readonly unknown[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

function pieceOf({ str, dir, transform, width, height, hasEOL }: Item): PdfPiece {
  return { text: str, x: Number(transform[4]), y: Number(transform[5]), width, height, rightToLeft: dir === 'rtl', endsLine: hasEOL }
}

/** The folder with what old Chinese, Japanese and Korean fonts mean. With `/` at its end, also where the system writes another sign. */
function characterMaps(): string {
  return `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')).replaceAll('\\', '/')}/cmaps/`
}

/** PDF.js asks for classes of a browser's when it is loaded, though only drawing uses them. */
async function loadPdfJs() {
  // It takes a worker of Electron for a browser, by its kind.
  if ('type' in process && process.type !== 'browser') Object.defineProperty(process, 'type', { value: 'browser', configurable: true })
  const missing = { DOMMatrix: class {}, Path2D: class {} }
  for (const [name, stand] of Object.entries(missing)) if (!(name in globalThis)) Object.assign(globalThis, { [name]: stand })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function titleOf(info: object): string | null {
  return 'Title' in info && typeof info.Title === 'string' ? info.Title : null
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'it is protected by a password. Open it in a PDF reader, save a copy without the password, and add that.'
  return name === 'InvalidPDFException' ? 'it is no PDF document, or it is damaged.' : `it cannot be read: ${error instanceof Error ? error.message : String(error)}.`
}
