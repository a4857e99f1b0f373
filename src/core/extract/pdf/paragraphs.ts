import type { PdfLine } from './lines.ts'

const SENTENCE_END = /[.!?…:;。！？：；؟۔][)\]"'”’»」』]*$/u
const ITEM = /^(?:[•◦▪‣·●○–—-]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s/u

/**
 * The lines of a page as paragraphs, each a list of lines. A new one begins after a wide gap, with letters of another size, with an item
 * of a list, with an indented line, and after a line that ends early with the end of a sentence.
 */
export function paragraphsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const usual = usualGap(lines)
  const right = rightEdges(lines)
  const paragraphs: PdfLine[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const open = paragraphs.at(-1)
    if (before && open && !begins(before, line, usual, right.get(column(before)) ?? before.to)) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function begins(before: PdfLine, line: PdfLine, usual: number, right: number): boolean {
  const size = Math.max(before.height, line.height, 1)
  const gap = before.y - line.y
  if (Math.abs(before.height - line.height) > size * 0.15 || ITEM.test(line.text)) return true
  // Up the page: the next column, or a place of its own.
  if (gap <= 0) return !continues(before, line)
  if (gap > Math.max(usual * 1.35, usual + size * 0.3)) return true
  if (line.from > before.from + size * 0.8 && line.from < before.from + size * 6) return true
  return before.to < right - size * 4 && SENTENCE_END.test(before.text)
}

/** Whether a text that breaks off goes on there. */
export function continues(before: PdfLine, line: PdfLine): boolean {
  return !SENTENCE_END.test(before.text) && Math.abs(before.height - line.height) <= Math.max(before.height, line.height) * 0.15 && /^[\p{Ll}\p{Lo}\p{N}]/u.test(line.text)
}

/** The gap between the lines of a paragraph: the middle one of those that are about a line's height. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1]
    const gap = before ? before.y - line.y : 0
    return gap > 0 && gap < line.height * 3 ? [gap] : []
  })
  const sorted = gaps.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 3)] ?? 0
}

const COLUMN = 24

/** Lines that begin at about the same place are a column. */
function column(line: PdfLine): number {
  return Math.round(line.from / COLUMN)
}

function rightEdges(lines: readonly PdfLine[]): Map<number, number> {
  const edges = new Map<number, number>()
  for (const line of lines) edges.set(column(line), Math.max(edges.get(column(line)) ?? line.to, line.to))
  return edges
}
