import { total } from '../coding/table.ts'
import { notDefined, type Measured } from '../result.ts'
import { attributeAlpha, attributeBasis, attributePercent } from './attribute-block.ts'
import { betweenTwo, gammaOf, labelsAmongAll, positionsAmongAll, positionsBetweenTwo, unitizing } from './coded-measures.ts'
import { statisticsAt } from './count-block.ts'
import { LABEL, PAIR, type PairPlan, type Plan } from './plan.ts'
import { spanModes, type MeasureId, type Scope } from './report.ts'
import { foundLabel, meanOf, pairScores, sharedBy, sharedLabel, splitOf, type Split } from './span-measures.ts'

/** One number that is to be worked out: from any sum of articles' counts. */
export interface Planned {
  readonly measure: MeasureId
  readonly scope: Scope
  readonly value: (counts: Float64Array) => Measured<number>
  /** What was counted. */
  readonly used: (counts: Float64Array) => number
  /** How many articles it stands on. */
  readonly documents: (counts: Float64Array) => number
  /** What was left out beside sets. */
  readonly dropped?: (counts: Float64Array) => Record<string, number>
  /** Whether an interval is drawn for it. */
  readonly interval: boolean
}

const splits: readonly Split[] = ['found', 'same_boundaries', 'same_label', 'same_attributes']

/** The numbers over all annotators, of the project or of whatever part of it the counts are of. */
export function plannedOverall(plan: Plan, scope: Scope, gamma: boolean): Planned[] {
  const documents = (counts: Float64Array): number => counts[plan.documents] ?? 0
  const basis = { scope, documents, interval: true }
  const empty = (counts: Float64Array): Record<string, number> => given('empty_span', counts[plan.empty] ?? 0)
  const unmatched = (counts: Float64Array): Record<string, number> => given('unmatched_span', counts[plan.unmatched] ?? 0)
  const coded = { ...basis, used: (counts: Float64Array) => statisticsAt(counts, plan.coding).paired, dropped: unmatched }
  const spans = { ...basis, used: (counts: Float64Array) => counts[plan.spans] ?? 0, dropped: empty }
  const positions = (block: Plan['characters']) => ({ ...basis, used: (counts: Float64Array) => statisticsAt(counts, block).paired })
  return [
    ...spanModes.map((mode): Planned => ({ ...spans, measure: `f1_${mode}`, value: (counts) => meanOf(counts, plan.pairs, (pair) => sharedBy(counts, pair, mode)) })),
    ...splits.map((split): Planned => ({
      ...basis,
      measure: split,
      value: (counts) => splitOf(counts, plan.pairs, split).value,
      used: (counts) => splitOf(counts, plan.pairs, split).used,
    })),
    { ...coded, measure: 'label_alpha', value: (counts) => labelsAmongAll(counts, plan, 'alpha') },
    { ...coded, measure: 'label_percent', value: (counts) => labelsAmongAll(counts, plan, 'percent') },
    { ...coded, measure: 'label_fleiss', value: (counts) => labelsAmongAll(counts, plan, 'fleiss') },
    { ...positions(plan.characters), measure: 'character_alpha', value: (counts) => positionsAmongAll(counts, plan.characters, 'alpha') },
    { ...positions(plan.characters), measure: 'character_fleiss', value: (counts) => positionsAmongAll(counts, plan.characters, 'fleiss') },
    { ...positions(plan.tokens), measure: 'token_alpha', value: (counts) => positionsAmongAll(counts, plan.tokens, 'alpha') },
    { ...positions(plan.tokens), measure: 'token_fleiss', value: (counts) => positionsAmongAll(counts, plan.tokens, 'fleiss') },
    { ...spans, measure: 'unitizing_alpha', value: (counts) => unitizing(counts, plan.byLabel.map((label) => label.unitizing)) },
    { ...spans, measure: 'gamma', value: (counts) => (gamma ? gammaOf(counts, plan) : notDefined('too_large')) },
  ]
}

export function plannedForPair(plan: Plan, pair: PairPlan): Planned[] {
  const scope: Scope = { kind: 'pair', a: plan.people[pair.a]?.key ?? '', b: plan.people[pair.b]?.key ?? '' }
  const documents = (counts: Float64Array): number => counts[pair.at + PAIR.documents] ?? 0
  const q = plan.labels.length
  const basis = { scope, documents, interval: false }
  /** Two who never worked on the same article have nothing to compare. */
  const together = (value: Planned['value']): Planned['value'] => (counts) => (documents(counts) > 0 ? value(counts) : notDefined('no_documents'))
  const spans = { ...basis, used: (counts: Float64Array) => (counts[pair.at + PAIR.a] ?? 0) + (counts[pair.at + PAIR.b] ?? 0) }
  const paired = (counts: Float64Array): number => total(counts.subarray(pair.contingency, pair.contingency + q * q))
  const unmatched = (counts: Float64Array): Record<string, number> => given('unmatched_span', spans.used(counts) - 2 * paired(counts))
  const coded = { ...basis, used: paired, dropped: unmatched }
  const labels = (value: Planned['value']): Planned['value'] =>
    together((counts) => (paired(counts) > 0 ? value(counts) : notDefined(spans.used(counts) > 0 ? 'no_matched_spans' : 'no_units')))
  const positions = (at: number) => ({ ...basis, used: (counts: Float64Array) => total(counts.subarray(at, at + 4)) })
  const kinds = ['alpha', 'cohen', 'scott'] as const
  return [
    ...spanModes.flatMap((mode): Planned[] => [
      { ...spans, measure: `f1_${mode}`, interval: mode === 'strict', value: together((counts) => pairScores(counts, pair, mode).f1) },
      { ...spans, measure: `precision_${mode}`, value: together((counts) => pairScores(counts, pair, mode).precision) },
      { ...spans, measure: `recall_${mode}`, value: together((counts) => pairScores(counts, pair, mode).recall) },
    ]),
    ...splits.map((split): Planned => ({
      ...basis,
      measure: split,
      value: together((counts) => splitOf(counts, [pair], split).value),
      used: (counts) => splitOf(counts, [pair], split).used,
    })),
    { ...coded, measure: 'label_percent', value: labels((counts) => betweenTwo(counts, pair.contingency, q, 'percent')) },
    ...kinds.map((kind): Planned => ({ ...coded, measure: `label_${kind}`, interval: kind === 'alpha', value: labels((counts) => betweenTwo(counts, pair.contingency, q, kind)) })),
    ...kinds.map((kind): Planned => ({ ...positions(pair.characters), measure: `character_${kind}`, value: together((counts) => positionsBetweenTwo(counts, pair.characters, kind)) })),
    ...kinds.map((kind): Planned => ({ ...positions(pair.tokens), measure: `token_${kind}`, value: together((counts) => positionsBetweenTwo(counts, pair.tokens, kind)) })),
    { ...spans, measure: 'unitizing_alpha', value: together((counts) => unitizing(counts, [pair.at + PAIR.observed])) },
  ]
}

export function plannedForLabel(plan: Plan, index: number): Planned[] {
  const label = plan.byLabel[index]
  if (!label) return []
  const documents = (counts: Float64Array): number => counts[plan.documents] ?? 0
  const basis = { scope: { kind: 'label' as const, label: label.label }, documents, interval: false }
  const marked = (counts: Float64Array): number =>
    plan.pairs.reduce((sum, { labels }) => sum + (counts[labels + index * LABEL.size + LABEL.a] ?? 0) + (counts[labels + index * LABEL.size + LABEL.b] ?? 0), 0)
  const spans = { ...basis, used: marked }
  const positions = (block: Plan['characters']) => ({ ...basis, used: (counts: Float64Array) => statisticsAt(counts, block).paired })
  return [
    ...(['strict', 'type'] as const).map((mode): Planned => ({
      ...spans,
      measure: `f1_${mode}`,
      interval: mode === 'strict',
      value: (counts) => meanOf(counts, plan.pairs, (pair) => sharedLabel(counts, pair, index, mode)),
    })),
    { ...spans, measure: 'found', value: (counts) => meanOf(counts, plan.pairs, (pair) => foundLabel(counts, pair, index)) },
    ...(['alpha', 'fleiss'] as const).flatMap((kind): Planned[] => [
      { ...positions(label.characters), measure: `character_${kind}`, value: (counts) => positionsAmongAll(counts, label.characters, kind) },
      { ...positions(label.tokens), measure: `token_${kind}`, value: (counts) => positionsAmongAll(counts, label.tokens, kind) },
    ]),
    { ...spans, measure: 'unitizing_alpha', value: (counts) => unitizing(counts, [label.unitizing]) },
  ]
}

export function plannedForAttributes(plan: Plan): Planned[] {
  return plan.attributes.flatMap((block): Planned[] => {
    const basis = {
      scope: { kind: 'attribute' as const, attribute: block.attribute },
      documents: (counts: Float64Array) => counts[plan.documents] ?? 0,
      used: (counts: Float64Array) => attributeBasis(counts, block).used,
      dropped: (counts: Float64Array) => attributeBasis(counts, block).dropped,
    }
    return [
      { ...basis, measure: 'attribute_percent', interval: false, value: (counts) => attributePercent(counts, block) },
      { ...basis, measure: 'attribute_alpha', interval: block.places.size <= 60, value: (counts) => attributeAlpha(counts, block) },
    ]
  })
}

function given(reason: string, many: number): Record<string, number> {
  return many > 0 ? { [reason]: Math.round(many) } : {}
}
