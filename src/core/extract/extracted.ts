import type { OriginalKind } from './kinds.ts'

/** What a text cannot show of its document, or shows otherwise. Counted; each has its words in the report of adding. */
export const REMARKS = [
  'pictures',
  'tables',
  'footnotes',
  'comments',
  'running',
  'around',
  'formulas',
  'readings',
  'hidden',
  'objects',
  'joined',
  'empty_pages',
  'unreadable',
] as const
export type RemarkKind = (typeof REMARKS)[number]

export interface Remark {
  readonly what: RemarkKind
  readonly count: number
}

/** What the document says about itself; null: nothing. */
export interface FoundFacts {
  readonly title: string | null
  /** ISO date. */
  readonly date: string | null
  readonly outlet: string | null
  readonly link: string | null
}

export const NO_FACTS: FoundFacts = { title: null, date: null, outlet: null, link: null }

/** The text of a document: what becomes the article. */
export interface Extracted {
  readonly kind: OriginalKind
  /** LF line ends, no blanks at line ends, one line end at the end. */
  readonly text: string
  readonly facts: FoundFacts
  readonly remarks: readonly Remark[]
}

/** Counts while a document is read. */
export class RemarkCounter {
  private readonly counts = new Map<RemarkKind, number>()

  add(what: RemarkKind, count = 1): void {
    if (count > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + count)
  }

  /** In one order, whatever was counted first. */
  all(): Remark[] {
    return REMARKS.flatMap((what) => {
      const count = this.counts.get(what)
      return count === undefined ? [] : [{ what, count }]
    })
  }
}

/** One line, blanks collapsed, of a length that a list can hold; null where nothing is left. */
export function factText(written: string | null | undefined, longest = 300): string | null {
  const text = (written ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return text === '' || text.length > longest ? null : text.replace(/\p{Surrogate}/gu, '\ufffd')
}
