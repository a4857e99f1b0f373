import type { Annotator } from '../../model/annotation-set.ts'
import type { Codebook } from '../../model/codebook.ts'
import { pairsOf } from '../spans/pairwise.ts'
import { attributeBlock, type AttributeBlock } from './attribute-block.ts'
import type { Answer, CodedArticle } from './coded.ts'
import { countBlock, type CountBlock } from './count-block.ts'
import { Layout } from './tally.ts'

/** Counts of two annotators on one label: what each marked with it, and how much of it the other has. */
export const LABEL = { a: 0, b: 1, strict: 2, type: 3, foundA: 4, foundB: 5, size: 6 } as const

/** Counts of two annotators: articles, spans, and their pairs by kind. */
export const PAIR = { documents: 0, a: 1, b: 2, exact_label: 3, exact: 4, overlap_label: 5, overlap: 6, compared: 7, same: 8, observed: 9, expected: 10, size: 11 } as const

export interface PairPlan {
  readonly a: number
  readonly b: number
  readonly at: number
  /** Which label the first gave and which the second, on spans that belong together. */
  readonly contingency: number
  /** Both in, one in, none in: as a table of two, of characters and of words. */
  readonly characters: number
  readonly tokens: number
  /** One block for each label. */
  readonly labels: number
}

export interface LabelPlan {
  readonly label: string
  readonly characters: CountBlock
  readonly tokens: CountBlock
  /** D_o and D_e of α_U. */
  readonly unitizing: number
}

/** Boundaries that differ by so many words; the last is open. */
export const STEPS = [0, 1, 2, 3, 5, 10, Infinity] as const

/** Where everything is counted. One row of counts for each article; rows add up. */
export interface Plan {
  readonly people: readonly Annotator[]
  readonly labels: readonly string[]
  readonly labelPlace: ReadonlyMap<string, number>
  readonly pairs: readonly PairPlan[]
  readonly byLabel: readonly LabelPlan[]
  readonly attributes: readonly AttributeBlock[]
  /** Articles; spans; spans that nobody else marked; spans of no length. */
  readonly documents: number
  readonly spans: number
  readonly unmatched: number
  readonly empty: number
  /** Labels of spans that belong together. */
  readonly coding: CountBlock
  /** Marked with any label or not. */
  readonly characters: CountBlock
  readonly tokens: CountBlock
  /** Disorder that was found and that was to be expected; articles where γ was too much work. */
  readonly gamma: number
  /** Labels of paired spans, and spans without a partner by label. */
  readonly confusion: number
  readonly alone: number
  /** Same start, then by words; the same of ends. */
  readonly starts: number
  readonly ends: number
  readonly width: number
}

export function makePlan(articles: readonly CodedArticle[], people: readonly Annotator[], codebook: Codebook): Plan {
  const layout = new Layout()
  const spans = articles.flatMap(({ sets }) => sets.flatMap((set) => set.spans))
  const used = new Set(spans.map(({ label }) => label))
  const known = codebook.labels.filter(({ id }) => used.delete(id)).map(({ id }) => id)
  const labels = [...known, ...[...used].toSorted()]
  const q = labels.length
  const answers = new Map<string, Answer[]>()
  for (const span of spans) {
    for (const [attribute, answer] of span.answers) {
      const list = answers.get(attribute)
      if (list) list.push(answer)
      else answers.set(attribute, [answer])
    }
  }
  const pairs = pairsOf([...people.keys()]).map(([a, b]) => ({
    a,
    b,
    at: layout.take(PAIR.size),
    contingency: layout.take(q * q),
    characters: layout.take(4),
    tokens: layout.take(4),
    labels: layout.take(q * LABEL.size),
  }))
  const byLabel = labels.map((label) => ({ label, characters: countBlock(layout, 2), tokens: countBlock(layout, 2), unitizing: layout.take(2) }))
  const attributes = codebook.attributes
    .filter(({ id }) => answers.has(id))
    .map((attribute) => attributeBlock(layout, attribute, answers.get(attribute.id) ?? []))
  return {
    people,
    labels,
    labelPlace: new Map(labels.map((label, index) => [label, index])),
    pairs,
    byLabel,
    attributes,
    documents: layout.take(1),
    spans: layout.take(1),
    unmatched: layout.take(1),
    empty: layout.take(1),
    coding: countBlock(layout, q),
    characters: countBlock(layout, 2),
    tokens: countBlock(layout, 2),
    gamma: layout.take(3),
    confusion: layout.take(q * q),
    alone: layout.take(q),
    starts: layout.take(STEPS.length + 1),
    ends: layout.take(STEPS.length + 1),
    width: layout.width,
  }
}
