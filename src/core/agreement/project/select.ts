import { progressOf, type AnnotationSet, type Annotator } from '../../model/annotation-set.ts'
import type { Round } from '../../model/round.ts'
import type { AgreementRequest } from './request.ts'

/** Why a set is left out of agreement. */
export const dropReasons = [
  /** Given to the annotator in a round, and never begun. */
  'not_opened',
  'in_progress',
  /** Coded after colleagues' labels on the article were seen, and no copy from before. */
  'seen_first',
  'training',
  /** The request is for another round. */
  'other_round',
  /** Whoever asks may not see colleagues' work on the article yet. */
  'hidden',
  /** The file cannot be used. */
  'unusable',
  /** Nobody else's set on the article is left. */
  'one_annotator',
] as const
export type DropReason = (typeof dropReasons)[number]

/** Everything that there is on one article. */
export interface Candidates {
  readonly article: string
  /** As they are now. */
  readonly sets: readonly AnnotationSet[]
  /** Copies that were frozen when their annotators had seen nobody else's. */
  readonly independent: readonly AnnotationSet[]
  /** Keys of annotators who were shown a colleague's set on it. */
  readonly seen: ReadonlySet<string>
  /** Whether whoever asks may see what colleagues did on it. */
  readonly visible: boolean
  /** Annotators whose set cannot be used. */
  readonly unusable: readonly string[]
}

export interface Chosen {
  readonly set: AnnotationSet
  /** Taken from the frozen copy. */
  readonly frozen: boolean
}

export interface Dropped {
  readonly article: string
  readonly annotator: string
  readonly reason: DropReason
}

export interface Selection {
  /** In the order of articles' paths; each has two sets or more, in the order of annotators' keys. */
  readonly articles: readonly { readonly article: string; readonly sets: readonly Chosen[] }[]
  readonly dropped: readonly Dropped[]
  readonly people: readonly Annotator[]
}

/**
 * The independent annotation that agreement is computed on: the frozen copy, else the set itself if it is done and its annotator
 * has seen nobody else's. The adjudicated set is nobody's annotation and never comes here. “Read, nothing to mark” counts.
 */
export function selectSets(candidates: readonly Candidates[], rounds: readonly Round[], request: AgreementRequest): Selection {
  const given = assignments(rounds)
  const paths = request.articles && new Set(request.articles)
  const people = new Map<string, Annotator>()
  const dropped: Dropped[] = []
  const articles: { article: string; sets: Chosen[] }[] = []
  for (const one of candidates.toSorted((a, b) => (a.article < b.article ? -1 : 1))) {
    const { article } = one
    if (paths && !paths.has(article)) continue
    const kept: Chosen[] = []
    for (const annotator of annotatorsOn(one, given)) {
      if (request.annotators && !request.annotators.includes(annotator)) continue
      const found = judge(one, annotator, given.get(article)?.get(annotator) ?? [], request)
      if (typeof found === 'string') dropped.push({ article, annotator, reason: found })
      else kept.push(found)
    }
    if (kept.length > 1) articles.push({ article, sets: kept })
    else for (const { set } of kept) dropped.push({ article, annotator: set.annotator.key, reason: 'one_annotator' })
    if (kept.length > 1) for (const { set } of kept) people.set(set.annotator.key, set.annotator)
  }
  return { articles, dropped, people: [...people.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)) }
}

type Assignments = ReadonlyMap<string, ReadonlyMap<string, readonly Round[]>>

/** The rounds that gave an article to an annotator. */
function assignments(rounds: readonly Round[]): Assignments {
  const given = new Map<string, Map<string, Round[]>>()
  for (const round of rounds) {
    for (const { article, annotators } of round.assignments) {
      const here = given.get(article) ?? new Map<string, Round[]>()
      given.set(article, here)
      for (const annotator of annotators) here.set(annotator, [...(here.get(annotator) ?? []), round])
    }
  }
  return given
}

function annotatorsOn({ article, sets, independent, unusable }: Candidates, given: Assignments): string[] {
  const keys = [...sets, ...independent].map((set) => set.annotator.key)
  return [...new Set([...keys, ...unusable, ...(given.get(article)?.keys() ?? [])])].toSorted()
}

function judge(one: Candidates, annotator: string, rounds: readonly Round[], request: AgreementRequest): Chosen | DropReason {
  const isTheirs = (set: AnnotationSet): boolean => set.annotator.key === annotator
  const set = one.sets.find(isTheirs)
  const copy = one.independent.find(isTheirs)
  if (request.round !== undefined && !rounds.some(({ id }) => id === request.round)) return 'other_round'
  const training = rounds.length > 0 && rounds.every(({ kind }) => kind === 'training')
  if (request.round === undefined && request.training !== true && training) return 'training'
  if (!one.visible) return 'hidden'
  if (copy) return { set: copy, frozen: true }
  if (one.unusable.includes(annotator)) return 'unusable'
  // A set that was only opened, or emptied again, says nothing.
  if (!set || progressOf(set) === 'not_started') return 'not_opened'
  if (set.state.status !== 'done') return 'in_progress'
  return one.seen.has(annotator) ? 'seen_first' : { set, frozen: false }
}

/** How many sets were left out for which reason. */
export function countDropped(dropped: readonly Dropped[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const reason of dropReasons) {
    const many = dropped.filter((one) => one.reason === reason).length
    if (many > 0) counts[reason] = many
  }
  return counts
}
