import type { PdfLine } from './lines.ts'

export interface PdfPage {
  readonly height: number
  readonly lines: readonly PdfLine[]
}

/** The part of a page, at the top and at the bottom, where running heads and page numbers stand. */
const EDGE = 0.1
const LEAST_PAGES = 3

/** The pages without the lines that stand at the edge of at least half of them, but for their numbers; and how many lines those are. */
export function withoutRunningLines(pages: readonly PdfPage[]): { readonly pages: readonly PdfPage[]; readonly removed: number } {
  if (pages.length < LEAST_PAGES) return { pages, removed: 0 }
  const counts = new Map<string, number>()
  for (const page of pages) for (const key of new Set(page.lines.filter((line) => atEdge(page, line)).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  let removed = 0
  const kept = pages.map((page) => {
    const lines = page.lines.filter((line) => !(atEdge(page, line) && (counts.get(keyOf(line)) ?? 0) >= Math.max(LEAST_PAGES, pages.length / 2)))
    removed += page.lines.length - lines.length
    return { ...page, lines }
  })
  return { pages: kept, removed }
}

function atEdge({ height }: PdfPage, line: PdfLine): boolean {
  return line.y > height * (1 - EDGE) || line.y < height * EDGE
}

function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 8)} ${text.replace(/\p{N}+/gu, '#')}`
}
