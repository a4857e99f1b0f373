import type { RemarkCounter } from '../extracted.ts'
import { LineJoiner } from './join-lines.ts'
import { linesOf, type PdfPiece } from './lines.ts'
import { continues, paragraphsOf } from './paragraphs.ts'
import { withoutRunningLines, type PdfPage } from './running.ts'

export interface PdfPagePieces {
  readonly height: number
  readonly pieces: readonly PdfPiece[]
}

/** The text of a PDF document's pages: paragraphs again instead of lines, running heads and page numbers left out. */
export function pdfText(read: readonly PdfPagePieces[], remarks: RemarkCounter): string {
  const laid: PdfPage[] = read.map(({ height, pieces }) => ({ height, lines: linesOf(pieces) }))
  remarks.add('empty_pages', laid.filter(({ lines }) => lines.length === 0).length)
  const { pages, removed } = withoutRunningLines(laid)
  remarks.add('running', removed)
  const joiner = new LineJoiner(pages.flatMap(({ lines }) => lines))
  const paragraphs = pages.map(({ lines }) => paragraphsOf(lines)).reduce((all, page) => {
    const [first] = page
    const before = all.at(-1)?.at(-1)
    // A paragraph that goes on on the next page.
    if (before && first?.[0] && continues(before, first[0])) all.at(-1)?.push(...first)
    else if (first) all.push([...first])
    for (const paragraph of page.slice(1)) all.push([...paragraph])
    return all
  }, [])
  const text = paragraphs.map((lines) => joiner.join(lines)).join('\n\n')
  remarks.add('joined', joiner.joined)
  return text
}
