import { z } from 'zod'
import { startOf } from '../spans/span.ts'
import { sameAnswer } from './attribute-block.ts'
import type { CodedArticle, CodedSpan } from './coded.ts'
import { pairingsOf } from './matched.ts'
import { scopeSchema } from './report.ts'

/** Which spans are asked for: those behind a number, or behind a cell of the matrix of labels. */
export const evidenceRequestSchema = z.strictObject({
  scope: scopeSchema,
  /** Both labels of a pair, in either order; null: the other marked nothing there. */
  labels: z.tuple([z.string(), z.string().nullable()]).optional(),
  only: z.enum(['all', 'differences']),
  most: z.int().positive().max(1000),
})
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>

const evidenceSpanSchema = z.strictObject({ annotator: z.string(), id: z.string(), label: z.string(), quote: z.string() })

/** What two annotators have at one place. `only`: the other marked nothing that goes with it. */
export const evidenceSchema = z.strictObject({
  article: z.string(),
  kind: z.enum(['same', 'attributes', 'boundaries', 'label', 'label_and_boundaries', 'only']),
  spans: z.array(evidenceSpanSchema).min(1).max(2),
  /** Who marked nothing there. */
  lacks: z.string().nullable(),
  /** Ids of attributes that both answered, and differently. */
  attributes: z.array(z.string()),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const evidenceAnswerSchema = z.strictObject({
  items: z.array(evidenceSchema),
  /** How many there are, shown or not, by kind. */
  counts: z.record(z.string(), z.int().nonnegative()),
})
export type EvidenceAnswer = z.infer<typeof evidenceAnswerSchema>

/** The spans behind a number, pair by pair of annotators, in the order of articles and of the text. */
export function evidenceOf(articles: readonly CodedArticle[], request: EvidenceRequest): EvidenceAnswer {
  const counts: Record<string, number> = {}
  const items: Evidence[] = []
  for (const article of articles) {
    if (request.scope.kind === 'article' && request.scope.article !== article.path) continue
    if (request.scope.kind === 'period' && !lastDone(article).startsWith(request.scope.period)) continue
    for (const item of pairsIn(article)) {
      if (!concerns(item, request)) continue
      counts[item.kind] = (counts[item.kind] ?? 0) + 1
      if ((request.only === 'all' || item.kind !== 'same') && items.length < request.most) items.push(item)
    }
  }
  return { items, counts }
}

/** When the last of an article's sets was marked done. */
export function lastDone({ sets }: Pick<CodedArticle, 'sets'>): string {
  return sets.reduce((last, { done }) => (done > last ? done : last), '')
}

function pairsIn(article: CodedArticle): Evidence[] {
  const found: { at: number; item: Evidence }[] = []
  const add = (kind: Evidence['kind'], pair: readonly (readonly [string, CodedSpan])[], lacks: string | null, attributes: string[]): void => {
    const spans = pair.map(([annotator, { id, label, quote }]) => ({ annotator, id, label, quote }))
    found.push({ at: startOf(pair[0]?.[1] ?? { label: '', fragments: [] }), item: { article: article.path, kind, spans, lacks, attributes } })
  }
  for (const { first, second, pairing } of pairingsOf(article)) {
    const [left, right] = [article.sets[first], article.sets[second]]
    if (!left || !right) continue
    for (const { a, b, kind } of pairing.pairs) {
      const [one, two] = [left.spans[a], right.spans[b]]
      if (!one || !two) continue
      const attributes = one.label === two.label ? [...one.answers].flatMap(([id, answer]) => (sameAnswer(answer, two.answers.get(id)) === false ? id : [])) : []
      const what = kind === 'exact_label' ? (attributes.length > 0 ? 'attributes' : 'same') : KIND[kind]
      add(what, [[left.annotator, one], [right.annotator, two]], null, attributes)
    }
    for (const index of pairing.onlyA) if (left.spans[index]) add('only', [[left.annotator, left.spans[index]]], right.annotator, [])
    for (const index of pairing.onlyB) if (right.spans[index]) add('only', [[right.annotator, right.spans[index]]], left.annotator, [])
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ item }) => item)
}

const KIND = { exact: 'label', overlap_label: 'boundaries', overlap: 'label_and_boundaries' } as const

function concerns({ spans, lacks, attributes, kind }: Evidence, { scope, labels }: EvidenceRequest): boolean {
  const people = [...spans.map(({ annotator }) => annotator), ...(lacks === null ? [] : [lacks])]
  const marked = spans.map(({ label }) => label)
  if (scope.kind === 'pair' && !(people.includes(scope.a) && people.includes(scope.b))) return false
  if (scope.kind === 'label' && !marked.includes(scope.label)) return false
  // An attribute's number stands on all pairs of the same label; where they differ is told by its name.
  if (scope.kind === 'attribute' && !(attributes.includes(scope.attribute) || (kind === 'same' && lacks === null))) return false
  if (!labels) return true
  const [one, other] = labels
  if (other === null) return kind === 'only' && marked[0] === one
  return marked.length === 2 && ((marked[0] === one && marked[1] === other) || (marked[0] === other && marked[1] === one))
}
