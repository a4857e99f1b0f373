import type { Progress } from '../model/annotation-set.ts'
import type { ArticleRow } from '../model/project.ts'

export const sortKeys = ['title', 'date', 'words', 'annotations', 'progress'] as const
export type SortKey = (typeof sortKeys)[number]

/** How far the annotator is, or what a reviewer says of it. */
export type ListStatus = Progress | NonNullable<ArticleRow['review']>['status']

export interface ListOrder {
  readonly key: SortKey
  readonly descending: boolean
}

const PROGRESS: readonly Progress[] = ['not_started', 'in_progress', 'done', 'nothing_to_mark']
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** A copy in order. Rows without a date come last either way; equals are ordered by title, then path, so that no row ever jumps. */
export function sortArticles(rows: Iterable<ArticleRow>, order: ListOrder): ArticleRow[] {
  return [...rows].sort(inOrder(order))
}

/** More changed rows than this are sorted with all others. */
const FEW = 50

/** What `sortArticles` gives for `rows`, from an earlier answer in the same order: a gesture changes one row of thousands. */
export function sortArticlesAgain(sorted: readonly ArticleRow[], rows: ReadonlyMap<string, ArticleRow>, order: ListOrder): ArticleRow[] {
  const kept = sorted.filter((row) => rows.get(row.id) === row)
  if (rows.size - kept.length > FEW) return sortArticles(rows.values(), order)
  const compareRows = inOrder(order)
  const known = new Set(kept)
  for (const row of rows.values()) {
    if (known.has(row)) continue
    let low = 0
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other && compareRows(other, row) < 0) low = middle + 1
      else high = middle
    }
    kept.splice(low, 0, row)
  }
  return kept
}

function inOrder(order: ListOrder): (a: ArticleRow, b: ArticleRow) => number {
  const sign = order.descending ? -1 : 1
  return (a, b) => {
    if (order.key === 'date' && (a.date === null) !== (b.date === null)) return a.date === null ? 1 : -1
    return sign * compare(a, b, order.key) || collator.compare(a.title, b.title) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  }
}

function compare(a: ArticleRow, b: ArticleRow, key: SortKey): number {
  switch (key) {
    case 'title':
      return collator.compare(a.title, b.title)
    case 'date':
      return (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0
    case 'words':
      return a.words - b.words
    case 'annotations':
      return a.annotations - b.annotations
    case 'progress':
      return PROGRESS.indexOf(a.progress) - PROGRESS.indexOf(b.progress)
  }
}

/** Rows that hold every word of the query somewhere in title, path, outlet, dateline or date; case and accents do not matter. `assigned`: only those that a round gives to the annotator. */
export function filterArticles(rows: readonly ArticleRow[], query: string, status: ListStatus | null = null, assigned = false): ArticleRow[] {
  const words = fold(query).split(/\s+/).filter((word) => word !== '')
  const isMeant = (row: ArticleRow) => (status === null || row.progress === status || row.review?.status === status) && (!assigned || row.round !== null)
  return rows.filter((row) => isMeant(row) && (words.length === 0 || holds(haystack(row), words)))
}

function holds(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

// Folding 10,000 titles again for each keystroke would be felt; a row is replaced when it changes, so it can be the key.
const folded = new WeakMap<ArticleRow, string>()

function haystack(row: ArticleRow): string {
  let text = folded.get(row)
  if (text === undefined) {
    text = fold([row.title, row.path, row.outlet, row.dateline, row.date].filter((part) => part !== null).join('\n'))
    folded.set(row, text)
  }
  return text
}

/** Lower case without combining marks, compatibility forms unified. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
