import { z } from 'zod'
import { addModes, countModesByLabel, NO_MODE_COUNTS } from '../../src/core/agreement/spans/by-label.ts'
import type { Admits } from '../../src/core/agreement/spans/edges.ts'
import { actualOf, countModes, modes, NO_COUNTS, possibleOf, prf, scores, type MatchCounts, type Mode, type ModeCounts, type Scores } from '../../src/core/agreement/spans/modes.ts'
import { mucScores } from '../../src/core/agreement/spans/muc.ts'
import { pairSpans } from '../../src/core/agreement/spans/pair.ts'
import { countSameLabel, type SameLabelCounts } from '../../src/core/agreement/spans/same-label.ts'
import { addShared, NOTHING_SHARED, sharedKeys, spanKeys, type Shared } from '../../src/core/agreement/spans/shared.ts'
import { iouAgreement, iouScores, overlapPercent, spanDice, spanIou } from '../../src/core/agreement/spans/similarity.ts'
import type { SpanLike } from '../../src/core/agreement/spans/span.ts'
import { answer, numberOf, orZero } from './answers.ts'
import type { Answer, Case, Fields, Measures } from './case.ts'
import { fitting, numberParam, textParam } from './inputs.ts'
import { asSpan, documentsIn, tagsOf, twoOf, unitPairsIn, type Document } from './span-inputs.ts'
import { tokenKeys } from './tokens.ts'

/** Nothing on either side: the score is undefined, and `fields` is what programs print that know no such thing. */
function orUndefined(units: number, fields: Fields): Answer {
  return units > 0 ? { status: 'ok', fields } : { status: 'undefined', reason: 'no_units', fields }
}

function prfFields({ precision, recall, f1 }: Scores): { precision: number; recall: number; f1: number } {
  return { precision: orZero(precision), recall: orZero(recall), f1: orZero(f1) }
}

function countFields(counts: MatchCounts, mode: Mode): Fields {
  return { ...counts, actual: actualOf(counts), possible: possibleOf(counts), ...prfFields(scores(counts, mode)) }
}

function modeFields(counts: ModeCounts): Fields {
  const fields = Object.fromEntries(modes.map((mode) => [mode, countFields(counts[mode], mode)]))
  return { ...fields, ent_type: countFields(counts.type, 'type') }
}

function thresholdOf(one: Case): Admits | undefined {
  const percent = numberParam(one, 'min_overlap_percent_of_gold', 'min_overlap_percent', 'min_overlap')
  return percent === undefined ? undefined : (overlap, gold) => (100 * overlap) / gold >= percent - 1e-9
}

function matchCounts(one: Case): Answer {
  const admits = thresholdOf(one)
  const counts = documentsIn(one).map((document) => countModes(pairSpans(...twoOf(document), admits ? { admits } : {})))
  const sum = counts.reduce(addModes, NO_MODE_COUNTS)
  return orUndefined(possibleOf(sum.strict) + actualOf(sum.strict), modeFields(sum))
}

function matchCountsByLabel(one: Case): Answer {
  const admits = thresholdOf(one)
  const sums = new Map<string, ModeCounts>(tagsOf(one).map((tag) => [tag, NO_MODE_COUNTS]))
  for (const document of documentsIn(one)) {
    const [gold, response] = twoOf(document)
    for (const [label, counts] of countModesByLabel(gold, response, pairSpans(gold, response, admits ? { admits } : {}))) {
      sums.set(label, addModes(sums.get(label) ?? NO_MODE_COUNTS, counts))
    }
  }
  return { status: 'ok', fields: Object.fromEntries([...sums].map(([label, counts]) => [label, modeFields(counts)])) }
}

const countsInput = z.looseObject({ kind: z.literal('mode_counts'), order: z.array(z.string()).optional() })

function fromCounts(one: Case): Answer {
  const input = fitting(countsInput, one)
  const order = input.order ?? ['correct', 'incorrect', 'partial', 'missed', 'spurious']
  const fields = Object.entries(input).flatMap(([name, value]) => {
    const mode = modes.find((known) => known === name || (name === 'ent_type' && known === 'type'))
    const numbers = mode && z.array(z.number()).safeParse(value).data
    if (!mode || !numbers) return []
    const counts: MatchCounts = { ...NO_COUNTS, ...Object.fromEntries(order.map((key, index) => [key, numbers[index] ?? 0])) }
    return [[name, countFields(counts, mode)] as const]
  })
  return { status: 'ok', fields: Object.fromEntries(fields) }
}

const mucInput = z.looseObject({ kind: z.literal('muc_counts'), cor: z.number(), par: z.number(), inc: z.number(), mis: z.number(), spu: z.number() })

function muc(one: Case): Answer {
  const { cor, par, inc, mis, spu } = fitting(mucInput, one)
  const found = mucScores({ correct: cor, partial: par, incorrect: inc, missed: mis, spurious: spu })
  return orUndefined(found.possible + found.actual, {
    pos: found.possible,
    act: found.actual,
    ...prfFields(found),
    undergeneration: orZero(found.undergeneration),
    overgeneration: orZero(found.overgeneration),
    substitution: orZero(found.substitution),
  })
}

/** GATE says 1 where a denominator is 0. */
function gate(one: Case): Answer {
  const counts = documentsIn(one).map((document) => countSameLabel(...twoOf(document)))
  const sum = (key: keyof SameLabelCounts): number => counts.reduce((all, count) => all + count[key], 0)
  const [correct, partial] = [sum('correct'), sum('partial')]
  const [possible, actual] = [correct + partial + sum('missed'), correct + partial + sum('spurious')]
  const one_ = (hits: number): readonly [number, number, number] => {
    const { precision, recall, f1 } = prf(hits, actual, possible)
    return [precision, recall, f1].map((score) => (score.defined ? score.value : 1)) as [number, number, number]
  }
  const [strict, lenient] = [one_(correct), one_(correct + partial)]
  const named = ['precision', 'recall', 'f1'].flatMap((name, index) => {
    const [low, high] = [strict[index] ?? 0, lenient[index] ?? 0]
    return [[`${name}_strict`, low], [`${name}_lenient`, high], [`${name}_average`, (low + high) / 2]] as const
  })
  return orUndefined(possible + actual, {
    ...Object.fromEntries(named),
    ...Object.fromEntries(named.filter(([name]) => name.startsWith('f1')).map(([name, value]) => [name.replace('f1', 'fmeasure'), value])),
    correct, partial, partially_correct: partial, missing: sum('missed'), missed: sum('missed'), spurious: sum('spurious'),
  })
}

function sharedFields({ both, a, b }: Shared): Fields {
  return { ...prfFields(prf(both, b, a)), tp: both, fp: b - both, fn: a - both, support: a, positives: b }
}

/** Scores of what gold and response share: together, by label, and the means over labels (0 where a label has none). */
function averages(one: Case, shared: (gold: readonly SpanLike[], response: readonly SpanLike[], document: Document) => Shared): Answer {
  const documents = documentsIn(one).map((document) => ({ document, sides: twoOf(document) }))
  const labels = [...new Set([...tagsOf(one), ...documents.flatMap(({ sides }) => sides.flat()).map(({ label }) => label)])].toSorted()
  const total = (keep: (span: SpanLike) => boolean): Shared =>
    documents.map(({ document, sides: [gold, response] }) => shared(gold.filter(keep), response.filter(keep), document)).reduce(addShared, NOTHING_SHARED)
  const micro = total(() => true)
  const byLabel = new Map(labels.map((label) => [label, total((span) => span.label === label)]))
  const rows = [...byLabel.values()].map((counts) => ({ ...prfFields(prf(counts.both, counts.b, counts.a)), support: counts.a }))
  const mean = (weight: (row: { readonly support: number }) => number): Fields => {
    const weights = rows.reduce((sum, row) => sum + weight(row), 0)
    const of = (key: 'precision' | 'recall' | 'f1'): number => rows.reduce((sum, row) => sum + weight(row) * row[key], 0) / (weights || 1)
    return { precision: of('precision'), recall: of('recall'), f1: of('f1'), support: micro.a }
  }
  const flat = sharedFields(micro)
  const fields: Fields = {
    ...(typeof flat === 'object' ? (flat as { readonly [name: string]: Fields }) : {}),
    micro: flat,
    macro: mean(() => 1),
    weighted: mean(({ support }) => support),
    ...Object.fromEntries([...byLabel].map(([label, counts]) => [label, sharedFields(counts)])),
  }
  return orUndefined(micro.a + micro.b, fields)
}

function exact(one: Case): Answer {
  return averages(one, (gold, response) => sharedKeys(spanKeys(gold), spanKeys(response)))
}

function dice(one: Case): Answer {
  const threshold = numberParam(one, 'dice_threshold', 'threshold', 'min_dice') ?? 0.5
  const above = (textParam(one, 'comparison') ?? '>=') === '>'
  const admits: Admits = (overlap, a, b) => (above ? (2 * overlap) / (a + b) > threshold : (2 * overlap) / (a + b) >= threshold - 1e-12)
  return averages(one, (gold, response) => {
    const { correct, partial } = countSameLabel(gold, response, admits)
    return { both: correct + partial, a: gold.length, b: response.length }
  })
}

function tokens(one: Case): Answer {
  return averages(one, (gold, response, document) =>
    sharedKeys([...new Set(tokenKeys(gold, document.tokens))], [...new Set(tokenKeys(response, document.tokens))]),
  )
}

const iouInput = z.looseObject({ kind: z.literal('iou_list'), iou: z.array(z.number()), threshold: z.number().optional() })
const iouLabelled = z.looseObject({ kind: z.literal('iou_labelled'), pairs: z.array(z.tuple([z.number(), z.unknown(), z.unknown()])), threshold: z.number().optional() })

function iouF1(one: Case): Answer {
  const { pairs } = fitting(iouLabelled, one)
  const found = iouScores(pairs.map(([iou, a, b]) => ({ iou, sameLabel: a === b })), numberParam(one, 'threshold', 'iou_threshold') ?? 0.5)
  return orUndefined(pairs.length, prfFields(found))
}

export const spanMeasures: Measures = {
  span_match_counts: matchCounts,
  span_match_counts_threshold: matchCounts,
  span_match_prf: matchCounts,
  span_match_corpus: matchCounts,
  span_match_counts_by_label: matchCountsByLabel,
  span_prf_from_counts: fromCounts,
  muc_scores_from_counts: muc,
  gate_strict_lenient_prf: gate,
  entity_prf_exact_by_label: exact,
  entity_prf_exact_averages: exact,
  entity_f1_exact: exact,
  span_dice_threshold_prf: dice,
  token_prf: tokens,
  span_overlap_percentage: (one) => ({
    status: 'ok',
    fields: { percent_of_gold: unitPairsIn(one).map(([gold, response]) => numberOf(overlapPercent(asSpan(gold), asSpan(response)))) },
  }),
  span_iou: (one) => {
    const pairs = unitPairsIn(one).map(([a, b]) => [asSpan(a), asSpan(b)] as const)
    return { status: 'ok', fields: { iou: pairs.map(([a, b]) => numberOf(spanIou(a, b))), dice: pairs.map(([a, b]) => numberOf(spanDice(a, b))) } }
  },
  span_iou_threshold_agreement: (one) => {
    const values = one.input.kind === 'unit_pairs' ? unitPairsIn(one).map(([a, b]) => orZero(spanIou(asSpan(a), asSpan(b)))) : fitting(iouInput, one).iou
    return answer(iouAgreement(values, numberParam(one, 'threshold', 'iou_threshold') ?? 0.5), (agreement) => ({ agreement }))
  },
  span_iou_threshold_f1: iouF1,
}
