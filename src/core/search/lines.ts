import { nextGrapheme, previousGrapheme, snapToGraphemes } from '../text/graphemes.ts'
import type { Range } from '../text/ranges.ts'
import { foldForSearch } from './fold.ts'

/** A hit with what stands around it, each on one line: what the concordance shows and sorts. */
export interface Line {
  readonly left: string
  readonly hit: string
  readonly right: string
}

/** So much of the text stands on either side, UTF-16. */
const AROUND = 72
/** A long annotation is shown by its beginning and its end. */
const LONGEST = 160

export function lineOf(text: string, { start, end }: Range): Line {
  const from = snapToGraphemes(text, { start: Math.max(0, start - AROUND), end: start }).start
  const to = snapToGraphemes(text, { start: end, end: Math.min(text.length, end + AROUND) }).end
  return { left: flat(text.slice(from, start)), hit: shortened(text.slice(start, end)), right: flat(text.slice(end, to)) }
}

function shortened(hit: string): string {
  if (hit.length <= LONGEST) return flat(hit)
  const head = previousGrapheme(hit, LONGEST / 2 + 1)
  const tail = nextGrapheme(hit, hit.length - LONGEST / 2 - 1)
  return flat(`${hit.slice(0, head)} … ${hit.slice(tail)}`)
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}

export const lineOrders = ['text', 'left', 'right', 'date', 'label'] as const
export type LineOrder = (typeof lineOrders)[number]

export interface SortedLine extends Line {
  readonly article: string
  readonly start: number
  readonly end: number
}

/** What a line is sorted by beside its words. */
export interface LineFacts {
  /** Of its article: where it stands in the order of articles, and its date. */
  readonly article: (id: string) => { readonly place: number; readonly date: string | null }
  /** Empty: none. */
  readonly label: (line: SortedLine) => string
}

/** A new array; lines that are the same by this order stay in the order of the text. */
export function sortLines<T extends SortedLine>(lines: readonly T[], order: LineOrder, facts: { readonly article: LineFacts['article']; readonly label: (line: T) => string }): T[] {
  const keyed = lines.map((line) => {
    const { place, date } = facts.article(line.article)
    return { line, place, key: keyOf(line, order, date, facts.label) }
  })
  const sorted = keyed.sort((a, b) => compare(a.key, b.key) || a.place - b.place || a.line.start - b.line.start || b.line.end - a.line.end)
  return sorted.map(({ line }) => line)
}

/** After everything that has a date or a label. */
const LAST = '\uffff'

function keyOf<T extends SortedLine>(line: T, order: LineOrder, date: string | null, label: (line: T) => string): string {
  switch (order) {
    case 'text':
      return ''
    case 'left':
      return wordsOf(line.left).reverse().join(' ')
    case 'right':
      return wordsOf(line.right).join(' ')
    case 'date':
      return date ?? LAST
    case 'label':
      return foldForSearch(label(line)) || LAST
  }
}

function wordsOf(context: string): string[] {
  return foldForSearch(context).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
