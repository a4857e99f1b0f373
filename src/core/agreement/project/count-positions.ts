import { countedItems, countStatistics } from '../coding/counts.ts'
import { contingency } from '../coding/pairs.ts'
import type { Ratings } from '../coding/ratings.ts'
import { positionRatings, tokensIn, type Stretch } from '../characters/ratings.ts'
import { disagreements } from '../unitizing/alpha-u.ts'
import type { Unit } from '../unitizing/continuum.ts'
import type { CodedArticle, CodedSet } from './coded.ts'
import { addStatistics } from './count-block.ts'
import { PAIR, type PairPlan, type Plan } from './plan.ts'
import type { Tally } from './tally.ts'

/** Which characters and words are marked, with a label and at all, and units on the text as a continuum. Pieces of a span are units. */
export function countPositions(tally: Tally, article: CodedArticle, plan: Plan, pairOf: (first: number, second: number) => PairPlan | undefined): void {
  const units = article.sets.map(unitsOf)
  const all = ratingsOf(article, units)
  addStatistics(tally, plan.characters, countStatistics(2, countedItems(all.characters)))
  addStatistics(tally, plan.tokens, countStatistics(2, countedItems(all.tokens)))
  eachPair(article.sets, (first, second) => {
    const pair = pairOf(first, second)
    if (!pair) return
    tally.addAll(pair.characters, contingency(all.characters, first, second).cells)
    tally.addAll(pair.tokens, contingency(all.tokens, first, second).cells)
  })
  for (const { label, characters, tokens, unitizing } of plan.byLabel) {
    const own = units.map((each) => each.filter((unit) => unit.label === label))
    const ratings = ratingsOf(article, own)
    addStatistics(tally, characters, countStatistics(2, countedItems(ratings.characters)))
    addStatistics(tally, tokens, countStatistics(2, countedItems(ratings.tokens)))
    if (article.length === 0 || own.every(({ length }) => length === 0)) continue
    const found = disagreements({ begin: 0, length: article.length, raters: own }, label)
    tally.addAll(unitizing, [found.observed, found.expected])
    eachPair(article.sets, (first, second) => {
      const pair = pairOf(first, second)
      const raters = [own[first] ?? [], own[second] ?? []]
      if (!pair || raters.every(({ length }) => length === 0)) return
      const between = article.sets.length === 2 ? found : disagreements({ begin: 0, length: article.length, raters }, label)
      tally.addAll(pair.at + PAIR.observed, [between.observed, between.expected])
    })
  }
}

function ratingsOf({ length, tokens }: CodedArticle, units: readonly (readonly Stretch[])[]): { characters: Ratings; tokens: Ratings } {
  const words = units.map((each) => each.flatMap((unit) => asStretch(tokensIn(tokens, unit))))
  return { characters: positionRatings(length, units), tokens: positionRatings(tokens.length, words) }
}

/** Indices that follow each other. */
function asStretch(indices: readonly number[]): Stretch[] {
  const [first, last] = [indices[0], indices.at(-1)]
  return first === undefined || last === undefined ? [] : [{ start: first, end: last + 1 }]
}

export function unitsOf({ spans }: CodedSet): Unit[] {
  return spans.flatMap(({ label, fragments }) => fragments.map(({ start, end }) => ({ start, end, label })))
}

function eachPair(sets: readonly CodedSet[], act: (first: number, second: number) => void): void {
  for (const first of sets.keys()) for (let second = first + 1; second < sets.length; second += 1) act(first, second)
}
