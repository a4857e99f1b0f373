import type { Sparse } from '../bootstrap.ts'
import { tokensIn } from '../characters/ratings.ts'
import { countedItems, countStatistics } from '../coding/counts.ts'
import { ratingsOf } from '../coding/ratings.ts'
import { gammaBasis, gammaFrom } from '../gamma/gamma.ts'
import { endOf, startOf } from '../spans/span.ts'
import { addAnswers, sameAnswer } from './attribute-block.ts'
import type { CodedArticle, CodedSpan } from './coded.ts'
import { addStatistics } from './count-block.ts'
import { countPositions, unitsOf } from './count-positions.ts'
import { matchedSpans, pairingsOf, type SetPair } from './matched.ts'
import { LABEL, PAIR, STEPS, type PairPlan, type Plan } from './plan.ts'
import { Tally } from './tally.ts'

export interface CountOptions {
  readonly seed: number
  /** Whether γ is to be worked out. */
  readonly gamma: boolean
}

/** What one article adds. */
export function countArticle(article: CodedArticle, plan: Plan, options: CountOptions): Sparse {
  const tally = new Tally()
  const place = new Map(plan.people.map(({ key }, index) => [key, index]))
  const pairs = new Map(plan.pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  const pairOf = (first: number, second: number): PairPlan | undefined =>
    pairs.get(`${place.get(article.sets[first]?.annotator ?? '')} ${place.get(article.sets[second]?.annotator ?? '')}`)
  tally.add(plan.documents)
  tally.add(plan.spans, article.sets.reduce((sum, { spans }) => sum + spans.length, 0))
  tally.add(plan.empty, article.empty)
  const paired = pairingsOf(article)
  for (const each of paired) countPair(tally, article, plan, each, pairOf(each.first, each.second))
  countMatched(tally, article, plan, paired)
  countPositions(tally, article, plan, pairOf)
  if (options.gamma) countGamma(tally, article, plan, options.seed)
  return tally.counts()
}

function countPair(tally: Tally, article: CodedArticle, plan: Plan, { first, second, pairing }: SetPair, pair: PairPlan | undefined): void {
  const [left, right] = [article.sets[first]?.spans ?? [], article.sets[second]?.spans ?? []]
  if (!pair) return
  const q = plan.labels.length
  const labelAt = (span: CodedSpan): number => plan.labelPlace.get(span.label) ?? 0
  const forLabel = (span: CodedSpan, what: number): void => tally.add(pair.labels + labelAt(span) * LABEL.size + what)
  tally.addAll(pair.at, [1, left.length, right.length])
  for (const span of left) forLabel(span, LABEL.a)
  for (const span of right) forLabel(span, LABEL.b)
  for (const { a, b, kind } of pairing.pairs) {
    const [one, two] = [left[a], right[b]]
    if (!one || !two) continue
    tally.add(pair.at + PAIR[kind])
    tally.add(pair.contingency + labelAt(one) * q + labelAt(two))
    forLabel(one, LABEL.foundA)
    forLabel(two, LABEL.foundB)
    if (kind === 'exact_label') forLabel(one, LABEL.strict)
    if (one.label === two.label) forLabel(one, LABEL.type)
    tally.add(plan.confusion + labelAt(one) * q + labelAt(two))
    if (one.label !== two.label) tally.add(plan.confusion + labelAt(two) * q + labelAt(one))
    tally.add(plan.starts + stepOf(article, startOf(one), startOf(two)))
    tally.add(plan.ends + stepOf(article, endOf(one), endOf(two)))
    if (one.label === two.label) countAttributes(tally, pair, one, two)
  }
  for (const index of pairing.onlyA) if (left[index]) tally.add(plan.alone + labelAt(left[index]))
  for (const index of pairing.onlyB) if (right[index]) tally.add(plan.alone + labelAt(right[index]))
}

/** Whether two annotators say the same of every attribute that both have answered. */
function countAttributes(tally: Tally, pair: PairPlan, one: CodedSpan, two: CodedSpan): void {
  const said = [...one.answers].flatMap(([attribute, answer]) => sameAnswer(answer, two.answers.get(attribute)) ?? [])
  if (said.length === 0) return
  tally.add(pair.at + PAIR.compared)
  if (said.every(Boolean)) tally.add(pair.at + PAIR.same)
}

/** 0: the same place; else one more than the step that the number of words between the two reaches. */
export function stepOf({ tokens }: Pick<CodedArticle, 'tokens'>, a: number, b: number): number {
  if (a === b) return 0
  const words = tokensIn(tokens, { start: Math.min(a, b), end: Math.max(a, b) }).length
  return STEPS.findIndex((most) => words <= most) + 1
}

function countMatched(tally: Tally, article: CodedArticle, plan: Plan, pairs: readonly SetPair[]): void {
  const matched = matchedSpans(article, pairs)
  const items = matched.filter((row) => row.filter((span) => span !== undefined).length > 1)
  tally.add(plan.unmatched, matched.length - items.length)
  const ratings = ratingsOf(article.sets.length, items.map((row) => ({ labels: row.map((span) => span?.label ?? null) })), plan.labels)
  addStatistics(tally, plan.coding, countStatistics(plan.labels.length, countedItems(ratings)))
  for (const block of plan.attributes) {
    for (const row of items) {
      const answers = row.map((span) => span?.answers.get(block.attribute))
      if (answers.some((answer) => answer !== undefined)) addAnswers(tally, block, answers)
    }
  }
}

/** No more than this: γ is searched for exactly, and thirty times over for chance. */
const LIMITS = { units: 150, candidates: 20_000, steps: 10_000 }

/** Disorder weighs by the units of an annotator, so that articles add up. */
function countGamma(tally: Tally, article: CodedArticle, plan: Plan, seed: number): void {
  const continuum = article.sets.map((set) => unitsOf(set).map(({ start, end, label }) => ({ start, end, category: label })))
  const units = continuum.flat().length
  if (units === 0) return
  const basis = gammaBasis(continuum, { seed, limits: LIMITS })
  const found = basis.defined ? gammaFrom(basis.value) : basis
  if (!found.defined) {
    if (found.reason === 'too_large') tally.add(plan.gamma + 2)
    return
  }
  const weight = units / continuum.length
  tally.addAll(plan.gamma, [found.value.observed * weight, found.value.expected * weight])
}
