import type { Remark, RemarkKind } from './extracted.ts'
import type { OriginalKind } from './kinds.ts'

/** For the command line; the window has its own words, in each language. */
export const KIND_WORDS: Readonly<Record<OriginalKind, string>> = { html: 'web page', docx: 'Word document', pdf: 'PDF document', rtf: 'RTF document', epub: 'EPUB book' }

const WORDS: Readonly<Record<RemarkKind, readonly [one: string, more: string]>> = {
  pictures: ['picture left out', 'pictures left out'],
  tables: ['table written as lines', 'tables written as lines'],
  footnotes: ['note put at the end', 'notes put at the end'],
  comments: ['comment left out', 'comments left out'],
  running: ['running head or page number left out', 'running heads and page numbers left out'],
  around: ['word around the article left out', 'words around the article left out'],
  formulas: ['formula left out or not whole', 'formulas left out or not whole'],
  readings: ['reading aid left out', 'reading aids left out'],
  hidden: ['hidden or deleted passage left out', 'hidden or deleted passages left out'],
  objects: ['embedded object left out', 'embedded objects left out'],
  joined: ['divided word joined', 'divided words joined'],
  empty_pages: ['page without text', 'pages without text'],
  unreadable: ['character unreadable', 'characters unreadable'],
}

/** `2 pictures left out`. */
export function remarkWords({ what, count }: Remark): string {
  return `${count} ${WORDS[what][count === 1 ? 0 : 1]}`
}
