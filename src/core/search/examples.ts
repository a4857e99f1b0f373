import { offeredLabels } from '../codebook/lookup.ts'
import type { Codebook } from '../model/codebook.ts'
import type { ArticleRow } from '../model/project.ts'
import { wordRanges } from '../text/count.ts'
import { attributeKey, labelName, printValue } from './print.ts'

export const exampleKinds = ['word', 'phrase', 'prefix', 'near', 'label', 'attribute', 'date', 'or', 'regex', 'incomplete'] as const

export interface QueryExample {
  readonly kind: (typeof exampleKinds)[number]
  readonly query: string
}

/** A word is telling from so many characters on. */
const TELLING = 5

/** Queries that teach the language with this project's own words, labels and dates. */
export function examplesOf(codebook: Codebook, rows: Iterable<Pick<ArticleRow, 'title' | 'date'>>): QueryExample[] {
  const all = [...rows]
  const [words, dates] = [telling(all), all.flatMap(({ date }) => date ?? []).sort()]
  const [first, second, third] = words.single
  const label = offeredLabels(codebook)[0]
  const attribute = codebook.attributes.find(({ type, retired, values }) => type === 'choice' && !retired && (values ?? []).some((value) => !value.retired))
  const value = attribute?.values?.find(({ retired }) => !retired)
  const [from, to] = [dates[0]?.slice(0, 7), dates[Math.floor(dates.length / 2)]?.slice(0, 7)]
  const made: (QueryExample | undefined)[] = [
    first && { kind: 'word', query: first },
    words.pair && { kind: 'phrase', query: `"${words.pair}"` },
    first && { kind: 'prefix', query: `${first.slice(0, Math.max(3, first.length - 2))}*` },
    first && second && { kind: 'near', query: `${first} near/5 ${second}` },
    label && { kind: 'label', query: `label:${printValue(labelName(label.id, codebook))}` },
    attribute && value && { kind: 'attribute', query: `${attributeKey(attribute.id, codebook)}:${printValue(value.id)}` },
    from && to && first && { kind: 'date', query: `${first} date:${from}${from === to ? '' : `..${to}`}` },
    first && second && third && { kind: 'or', query: `(${first} OR ${second}) -${third}` },
    first && { kind: 'regex', query: String.raw`/\d+ \p{L}+/` },
    label && { kind: 'incomplete', query: 'is:incomplete' },
  ].map((example) => example || undefined) as (QueryExample | undefined)[]
  return made.filter((example) => example !== undefined)
}

/** Words that stand in several titles come first, and two that stand side by side in one. */
function telling(rows: readonly Pick<ArticleRow, 'title'>[]): { readonly single: string[]; readonly pair: string | null } {
  const counts = new Map<string, number>()
  let pair: string | null = null
  for (const { title } of rows.slice(0, 500)) {
    const ranges = wordRanges(title)
    for (const [at, { start, end }] of ranges.entries()) {
      const word = title.slice(start, end)
      if (!/^\p{L}+$/u.test(word) || word.length < TELLING) continue
      counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
      const next = ranges[at + 1]
      const both = next ? title.slice(start, next.end) : ''
      if (pair === null && /^\p{L}+ \p{L}{5,}$/u.test(both)) pair = both.toLowerCase()
    }
  }
  return { single: [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([word]) => word), pair }
}
