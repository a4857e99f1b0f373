import { compareRelations } from '../annotating/diff.ts'
import { compareAnnotations, type Annotation, type Relation } from '../model/annotation.ts'
import { FORMAT_VERSION, type AnnotationSet, type ArticleReference } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Review } from '../model/review.ts'
import type { ReviewedSet } from './hash.ts'
import { participantsOf } from './participants.ts'
import { reviewArticle, type HeldDecision, type ReviewItem } from './review-article.ts'

/** Whose set the outcome is; no person's folder can be the one that it lies in. */
export const ADJUDICATED = { key: 'adjudicated', name: 'Adjudicated' }

export interface Adjudicated {
  readonly set: AnnotationSet
  /** Reviewers decided differently: nothing of these is in the set. */
  readonly conflicts: readonly ReviewItem[]
  /** Relations that were taken, of which an end is not in the set. */
  readonly waiting: readonly Relation[]
}

/**
 * The outcome of everybody's decisions on one article. The same sets and reviews give the same bytes, in whatever order they come:
 * its times and revision are made from theirs. Stale decisions still count, and are marked. `version`: of the codebook, where nobody
 * decided anything yet.
 */
export function adjudicate(
  article: ArticleReference,
  sets: readonly ReviewedSet[],
  reviews: readonly Review[],
  codebook: Codebook,
  version: string,
): Adjudicated {
  const fitting = reviews.filter((review) => review.article.text_sha256 === article.text_sha256)
  const items = reviewArticle(sets, fitting, codebook)
  const records = items.flatMap(({ key, outcome }) => {
    const made = outcome?.decision.outcome
    return outcome && made?.kind === 'annotation' ? [{ key, record: withProvenance(made.annotation, outcome) }] : []
  })
  const byItem = new Map(records.map(({ key, record }) => [key, record.id]))
  const relations = items.map((item) => relationOf(item, article.path, byItem, items))
  const conflicts = items.filter(({ status }) => status === 'conflict')
  const rejected = items.flatMap(({ outcome }) => (outcome?.decision.outcome.kind === 'nothing' ? [provenanceOf(outcome)] : []))
  const complete = items.every(({ status }) => status === 'decided') && participantsOf(sets).unfinished.length === 0
  const decided = fitting.filter(({ decisions }) => decisions.length > 0)
  const times = [...decided.flatMap(({ decisions }) => decisions.map(({ modified }) => modified)), ...sets.map(({ set }) => set.state.changed)]
  return {
    set: {
      format: 'concord/annotation-set',
      version: FORMAT_VERSION,
      article,
      annotator: ADJUDICATED,
      codebook: versionOf(decided) ?? version,
      revision: fitting.reduce((sum, { revision }) => sum + revision, 0),
      state: { status: complete ? 'done' : 'in_progress', changed: times.toSorted().at(-1) ?? '1970-01-01T00:00:00.000Z' },
      annotations: records.map(({ record }) => record).toSorted(compareAnnotations),
      relations: relations.flatMap((found) => found?.relation ?? []).toSorted(compareRelations),
      ...(rejected.length > 0 ? { extra: { concord: { rejected } } } : {}),
    },
    conflicts,
    waiting: relations.flatMap((found) => found?.waiting ?? []),
  }
}

/** What every record, and every rejection, knows of how it came about. */
function provenanceOf({ reviewer, decision, stale }: HeldDecision) {
  const { id, sources, outcome, reason, modified } = decision
  return {
    decision: id,
    sources,
    decided_by: reviewer,
    decided_at: modified,
    ...('origin' in outcome ? { origin: outcome.origin } : {}),
    ...(reason ? { reason } : {}),
    ...(stale.length > 0 ? { stale: [...new Set(stale.map(({ why }) => why))] } : {}),
  }
}

function withProvenance<T extends Annotation | Relation>(record: T, held: HeldDecision): T {
  return { ...record, extra: { ...record.extra, concord: provenanceOf(held) } }
}

function relationOf(
  { item, outcome }: ReviewItem,
  path: string,
  byItem: ReadonlyMap<string, string>,
  items: readonly ReviewItem[],
): { readonly relation?: Relation; readonly waiting?: Relation } | null {
  const made = outcome?.decision.outcome
  if (!outcome || made?.kind !== 'relation') return null
  const { relation } = made
  const end = (at: Relation['from'], key: string | undefined): Relation['from'] | null => {
    if (at.article !== path) return at
    const own = [...byItem.values()].includes(at.annotation) ? at.annotation : undefined
    const home = key ?? items.find((other) => other.item?.kind === 'annotation' && other.item.members.some(({ record }) => record.id === at.annotation))?.key
    const id = own ?? (home === undefined ? undefined : byItem.get(home))
    return id === undefined ? null : { article: path, annotation: id }
  }
  const ends = item?.kind === 'relation' ? item : undefined
  const [from, to] = [end(relation.from, ends?.from), end(relation.to, ends?.to)]
  return from && to ? { relation: withProvenance({ ...relation, from, to }, outcome) } : { waiting: relation }
}

/** The codebook that was current at the last decision of all. */
function versionOf(reviews: readonly Review[]): string | undefined {
  const last = ({ decisions }: Review): string => decisions.map(({ modified }) => modified).toSorted().at(-1) ?? ''
  return reviews.map((review) => `${last(review)} ${review.codebook}`).toSorted().at(-1)?.split(' ')[1]
}
