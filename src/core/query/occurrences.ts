import type { Annotation } from '../model/annotation.ts'
import { findAll } from '../text/find.ts'
import { contextOf } from '../text/selector.ts'
import { collapseBlank, tidySelection } from '../text/trim.ts'

/** What is looked for, and how strictly. */
export interface OccurrenceQuestion {
  readonly query: string
  readonly wholeWord: boolean
  readonly caseSensitive: boolean
}

/** One place where the text says it, UTF-16, with what stands around it. */
export interface Occurrence {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly quote: string
  readonly after: string
  /** Labels of the annotations that are exactly here: to give one of them again would only double it. */
  readonly labels: string[]
}

/** Every place of the text, at most `limit`, without blank ends; in order, never overlapping, whole grapheme clusters. */
export function occurrencesIn(text: string, annotations: readonly Annotation[], question: OccurrenceQuestion, limit: number): Occurrence[] {
  const { query, wholeWord, caseSensitive } = question
  const tidy = tidySelection(query, { start: 0, end: query.length })
  if (!tidy) return []
  const labels = new Map<string, string[]>()
  for (const { label, fragments } of annotations) {
    const [only] = fragments
    if (!only || fragments.length > 1) continue
    const key = `${only.start} ${only.end}`
    labels.set(key, [...(labels.get(key) ?? []), label])
  }
  return findAll(text, query.slice(tidy.start, tidy.end), { wholeWord, caseSensitive, limit }).map(({ start, end }) => {
    const { prefix, suffix } = contextOf(text, start, end)
    return { start, end, before: inLine(prefix), quote: text.slice(start, end), after: inLine(suffix), labels: labels.get(`${start} ${end}`) ?? [] }
  })
}

/** Line breaks become blanks; the blank beside the words stays. */
function inLine(context: string): string {
  const words = collapseBlank(context)
  return `${/^\s/u.test(context) ? ' ' : ''}${words.trim()}${/\s$/u.test(context) && words.trim() !== '' ? ' ' : ''}`
}
