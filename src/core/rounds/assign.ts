import type { Round } from '../model/round.ts'
import { createLot } from './lot.ts'

export interface RoundWish {
  /** Paths inside `articles/`, in the order that they are to be coded in. */
  readonly articles: readonly string[]
  /** Keys. */
  readonly annotators: readonly string[]
  /** Share of the articles that several code, 0 to 1. */
  readonly share: number
  /** How many annotators each of those gets. */
  readonly coders: number
  readonly seed: number
}

export interface Load {
  readonly annotator: string
  readonly articles: number
  /** Of those, coded by others too. */
  readonly overlap: number
}

export interface PlannedRound {
  /** In the given order. */
  readonly assignments: Round['assignments']
  /** In the order of the annotators. */
  readonly loads: readonly Load[]
  /** How many articles several code. */
  readonly overlap: number
}

/**
 * Who codes what: the overlap is drawn by lot, and nobody has more than one article more than anybody else. Whoever codes an overlap
 * article together changes, so that every pair can be compared. The same wish gives the same plan.
 */
export function planRound({ articles, annotators, share, coders, seed }: RoundWish): PlannedRound {
  const lot = createLot(seed)
  const several = Math.min(Math.max(1, coders), annotators.length)
  const overlap = several > 1 ? Math.round(articles.length * share) : 0
  const drawn = lot.shuffled(articles)
  const load = new Map(annotators.map((key) => [key, 0]))
  const together = new Map<string, number>()
  const met = (one: string, other: string) => together.get(pair(one, other)) ?? 0

  /** The least loaded, of those whoever met the chosen ones least, of those by lot. */
  const choose = (count: number): string[] => {
    const order = lot.shuffled(annotators)
    const chosen: string[] = []
    while (chosen.length < count) {
      const cost = (key: string) => [load.get(key) ?? 0, chosen.reduce((sum, other) => sum + met(key, other), 0)] as const
      const [best] = order.filter((key) => !chosen.includes(key)).toSorted((a, b) => cost(a)[0] - cost(b)[0] || cost(a)[1] - cost(b)[1])
      if (best === undefined) break
      chosen.push(best)
    }
    for (const key of chosen) load.set(key, (load.get(key) ?? 0) + 1)
    for (const one of chosen) for (const other of chosen) if (one < other) together.set(pair(one, other), met(one, other) + 1)
    return annotators.filter((key) => chosen.includes(key))
  }

  const coded = new Map(drawn.map((article, index) => [article, choose(index < overlap ? several : 1)]))
  const assignments = annotators.length === 0 ? [] : articles.map((article) => ({ article, annotators: coded.get(article) ?? [] }))
  const loads = annotators.map((annotator) => {
    const own = assignments.filter((assignment) => assignment.annotators.includes(annotator))
    return { annotator, articles: own.length, overlap: own.filter((assignment) => assignment.annotators.length > 1).length }
  })
  return { assignments, loads, overlap: annotators.length === 0 ? 0 : overlap }
}

function pair(one: string, other: string): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`
}
