import { krippendorffAlpha } from '../../src/core/agreement/coding/alpha.ts'
import { countedItems, countStatistics } from '../../src/core/agreement/coding/counts.ts'
import { fleissKappa } from '../../src/core/agreement/coding/many.ts'
import { cohenKappa, contingency, observedAgreement, scottPi } from '../../src/core/agreement/coding/pairs.ts'
import type { Ratings } from '../../src/core/agreement/coding/ratings.ts'
import { total } from '../../src/core/agreement/coding/table.ts'
import { positionRatings } from '../../src/core/agreement/characters/ratings.ts'
import { coextensiveRatings } from '../../src/core/agreement/spans/coextensive.ts'
import { meanF1, pairsOf } from '../../src/core/agreement/spans/pairwise.ts'
import { addShared, NOTHING_SHARED, sharedKeys, spanKeys, type Shared } from '../../src/core/agreement/spans/shared.ts'
import type { SpanLike } from '../../src/core/agreement/spans/span.ts'
import { answer, correctedAnswer } from './answers.ts'
import { NotImplemented, type Answer, type Case, type Fields, type Measures } from './case.ts'
import { textParam } from './inputs.ts'
import { documentsIn, type Document } from './span-inputs.ts'
import { tokenKeys } from './tokens.ts'

type KeysOf = (spans: readonly SpanLike[], document: Document) => string[]

/** Duplicates of one annotator are one; a span is as many tokens as it has. */
const wholeSpans: KeysOf = (spans) => spanKeys(spans)
const tokensOfSpans: KeysOf = (spans, { tokens }) => tokenKeys(withoutDuplicates(spans), tokens)

function withoutDuplicates(spans: readonly SpanLike[]): SpanLike[] {
  return [...new Map(spans.map((span) => [JSON.stringify(span), span])).values()]
}

/** The mean over pairs, from documents added up; only documents that both of a pair worked on count for it. */
function pairwise(documents: readonly Document[], keysOf: KeysOf, keep: (span: SpanLike) => boolean): Answer {
  const annotators = [...new Set(documents.flatMap((document) => [...document.annotators.keys()]))]
  const counts = pairsOf(annotators).map(([first, second]) =>
    documents.map((document): Shared => {
      const [a, b] = [document.annotators.get(first), document.annotators.get(second)]
      return a && b ? sharedKeys(keysOf(a.filter(keep), document), keysOf(b.filter(keep), document)) : NOTHING_SHARED
    }).reduce(addShared, NOTHING_SHARED),
  )
  return answer(meanF1(counts), ({ mean, deviation }) => ({ mean_f1: mean, sd_f1: deviation, f1: mean, mean, sd: deviation }))
}

function corpus(keysOf: KeysOf): (one: Case) => Answer {
  return (one) => {
    const documents = documentsIn(one)
    const overall = pairwise(documents, keysOf, () => true)
    if (overall.status === 'undefined') return overall
    const labels = [...new Set(documents.flatMap(({ annotators }) => [...annotators.values()].flat().map(({ label }) => label)))]
    const byLabel = labels.map((label) => [label, fieldsOf(pairwise(documents, keysOf, (span) => span.label === label))] as const)
    const flat = overall.fields
    return { status: 'ok', fields: { ...(typeof flat === 'object' ? (flat as Readonly<Record<string, Fields>>) : {}), overall: flat, by_label: Object.fromEntries(byLabel) } }
  }
}

function perDocument(keysOf: KeysOf): (one: Case) => Answer {
  return (one) => ({
    status: 'ok',
    fields: Object.fromEntries(documentsIn(one).map((document) => [document.id, fieldsOf(pairwise([document], keysOf, () => true))])),
  })
}

function fieldsOf(found: Answer): Fields {
  return found.status === 'ok' ? found.fields : null
}

function coextensive(one: Case): Ratings {
  return coextensiveRatings(documentsIn(one).map(({ annotators }) => [...annotators.values()]))
}

function matchedSpans(one: Case): Answer {
  const ratings = coextensive(one)
  const table = contingency(ratings, 0, 1)
  const [kappa, pi] = [cohenKappa(table), scottPi(table)]
  const part = (outcome: typeof kappa): Fields => (outcome.defined ? outcome.value.coefficient : null)
  if (total(table.cells) === 0) return { status: 'undefined', reason: 'no_matched_spans' }
  return answer(observedAgreement(table), (agreement) => ({
    observed_agreement: agreement,
    agreement,
    cohen_kappa: part(kappa),
    kappa: part(kappa),
    scott_pi: part(pi),
    pi: part(pi),
    n: total(table.cells),
  }))
}

/** In or out, position by position, for the label that the case names, or for whatever is labelled. */
function positions(one: Case): Ratings {
  const [document] = documentsIn(one)
  if (!document || document.length === undefined) throw new NotImplemented(`input kind ${one.input.kind}`)
  const label = textParam(one, 'label', 'category')
  const stretches = [...document.annotators.values()].map((spans) =>
    spans.filter((span) => label === undefined || span.label === label).flatMap(({ fragments }) => fragments),
  )
  return positionRatings(document.length, stretches)
}

function twoRaters(ratings: Ratings, measure: typeof cohenKappa, name: string): Answer {
  if (ratings.raters !== 2) return { status: 'undefined', reason: ratings.raters < 2 ? 'needs_two_coders' : 'too_many_coders' }
  return correctedAnswer(measure(contingency(ratings, 0, 1)), name)
}

function alpha(ratings: Ratings): Answer {
  const { coincidences } = countStatistics(ratings.categories.length, countedItems(ratings))
  return answer(krippendorffAlpha(coincidences), (value) => ({ alpha: value.alpha, observed_disagreement: value.observed, expected_disagreement: value.expected }))
}

export const betweenMeasures: Measures = {
  pairwise_f1_exact_spans: corpus(wholeSpans),
  pairwise_f1_exact_spans_per_document: perDocument(wholeSpans),
  pairwise_f1_token_multiset: corpus(tokensOfSpans),
  pairwise_f1_token_multiset_per_document: perDocument(tokensOfSpans),
  matched_span_label_agreement: matchedSpans,
  cohen_kappa_on_coextensive_spans: (one) => twoRaters(coextensive(one), cohenKappa, 'kappa'),
  krippendorff_alpha_nominal_on_coextensive_spans: (one) => alpha(coextensive(one)),
  cohen_kappa_char: (one) => twoRaters(positions(one), cohenKappa, 'kappa'),
  scott_pi_char: (one) => twoRaters(positions(one), scottPi, 'pi'),
  krippendorff_alpha_char: (one) => alpha(positions(one)),
  fleiss_kappa_char: (one) => {
    const ratings = positions(one)
    return correctedAnswer(fleissKappa(countStatistics(ratings.categories.length, countedItems(ratings))), 'kappa')
  },
}
