import type { AnnotationSet, Annotator } from '../model/annotation-set.ts'
import type { Relation } from '../model/annotation.ts'
import type { Review } from '../model/review.ts'
import type { Round } from '../model/round.ts'

/** Where an article of the bundle is in this project; the same path where it is not known. */
export type PathHere = (path: string) => string

/** The set as it is in this project: the article may have another path here, and the annotator may be known by another spelling. */
export function readdressSet(set: AnnotationSet, article: string, annotator: Annotator, pathHere: PathHere): AnnotationSet {
  return { ...set, article: { ...set.article, path: article }, annotator, relations: set.relations.map((relation) => readdressRelation(relation, pathHere)) }
}

export function readdressReview(review: Review, article: string, pathHere: PathHere): Review {
  return {
    ...review,
    article: { ...review.article, path: article },
    decisions: review.decisions.map((decision) =>
      decision.outcome.kind === 'relation' ? { ...decision, outcome: { ...decision.outcome, relation: readdressRelation(decision.outcome.relation, pathHere) } } : decision,
    ),
  }
}

export function readdressRound(round: Round, pathHere: PathHere): Round {
  return { ...round, assignments: round.assignments.map((assignment) => ({ ...assignment, article: pathHere(assignment.article) })) }
}

function readdressRelation(relation: Relation, pathHere: PathHere): Relation {
  const end = (old: Relation['from']) => ({ ...old, article: pathHere(old.article) })
  return { ...relation, from: end(relation.from), to: end(relation.to) }
}
