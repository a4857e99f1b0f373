import { boundariesKey } from '../agreement/spans/span.ts'
import { meaningOf, sameMeaning } from '../codebook/meaning.ts'
import { attributeById, resolveId, storedValue } from '../codebook/lookup.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Origin, Outcome } from '../model/review.ts'
import type { Member } from './cluster.ts'
import { intersectionOf, unionOf } from './spans.ts'

/** How an outcome relates to the records that it was decided on. Notes do not count, and neither do defaults that nobody confirmed. */
export function originOf(codebook: Codebook, outcome: Annotation, members: readonly Member[]): Origin {
  const records = members.map(({ record }) => record)
  if (records.length === 0) return 'added'
  if (records.some((record) => sameAnnotation(codebook, record, outcome))) return 'taken'
  const label = records.some((record) => sameLabel(codebook, record, outcome))
  const spans = [...records.map(({ fragments }) => fragments), unionOf(records), intersectionOf(records)]
  const place = spans.some((fragments) => boundariesKey({ label: '', fragments }) === boundariesKey(outcome))
  const values = attributesOfAll([outcome, ...records], codebook).every((id) => {
    const mine = answer(codebook, outcome, id)
    return mine.answer === 'unconfirmed' || mine.answer === 'nothing' || records.some((record) => sameMeaning(answer(codebook, record, id), mine))
  })
  return label && place && values ? 'combined' : 'edited'
}

export function relationOriginOf(outcome: Relation, members: readonly Member<Relation>[]): Origin {
  if (members.length === 0) return 'added'
  return members.some(({ record }) => record.type === outcome.type) ? 'taken' : 'edited'
}

/** Whether two records say the same: label, words and answers by meaning. */
export function sameAnnotation(codebook: Codebook, a: Annotation, b: Annotation): boolean {
  return sameLabel(codebook, a, b) && boundariesKey(a) === boundariesKey(b) && sameAnswers(codebook, a, b)
}

function sameLabel(codebook: Codebook, a: Annotation, b: Annotation): boolean {
  return resolveId(codebook, 'label', a.label) === resolveId(codebook, 'label', b.label)
}

function sameAnswers(codebook: Codebook, a: Annotation, b: Annotation): boolean {
  return attributesOfAll([a, b], codebook).every((id) => {
    const [left, right] = [answer(codebook, a, id), answer(codebook, b, id)]
    return sameMeaning(left, right) || [left, right].every((one) => one.answer === 'unconfirmed' || one.answer === 'nothing')
  })
}

function answer(codebook: Codebook, { attributes }: Annotation, id: string) {
  return meaningOf(codebook, attributeById(codebook, id), storedValue(codebook, attributes, id)?.value)
}

function attributesOfAll(records: readonly Annotation[], codebook: Codebook): string[] {
  return [...new Set(records.flatMap(({ attributes }) => Object.keys(attributes).map((id) => resolveId(codebook, 'attribute', id))))]
}

/** Whether two reviewers decided the same; of relations on the same ends, the type alone decides. */
export function sameOutcome(codebook: Codebook, a: Outcome, b: Outcome): boolean {
  if (a.kind === 'annotation' && b.kind === 'annotation') return sameAnnotation(codebook, a.annotation, b.annotation)
  if (a.kind === 'relation' && b.kind === 'relation') {
    return resolveId(codebook, 'relation', a.relation.type) === resolveId(codebook, 'relation', b.relation.type)
  }
  return a.kind === b.kind
}
