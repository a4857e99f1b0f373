import { quoteOf, type Annotation, type Fragment } from '../model/annotation.ts'
import type { Range } from '../text/ranges.ts'
import { tidySelection } from '../text/trim.ts'
import { isWordBoundary, wordAt } from '../text/words.ts'
import { mostLike } from './approximate.ts'

/** What became of one piece of a span: its words are there, like ones are, or none. */
export interface CandidatePiece {
  readonly outcome: 'same' | 'fuzzy' | 'gone'
  /** Null: gone. */
  readonly range: Range | null
  readonly quote: string
}

/** A place where an annotation could belong. */
export interface Candidate {
  readonly pieces: readonly CandidatePiece[]
  /** 0 to 1: how much words, surroundings and position are as they were. */
  readonly score: number
}

export interface Proposal {
  /** `several`: the words stand at more than one place, or at one that is not certain; `fuzzy`: like words do; `orphan`: nothing alike. */
  readonly outcome: 'several' | 'fuzzy' | 'orphan'
  /** The best first. */
  readonly candidates: readonly Candidate[]
}

const MOST_CANDIDATES = 6
/** The same words are weighed at so many places, those nearest to where they were. */
const MOST_PLACES = 200
/** Of the words, as much may differ. */
const MOST_ERRORS = 0.4
/** Below this, nothing is proposed. */
const LEAST_SCORE = 0.35

/** Weights of words, text before, text after and position, as Hypothesis gives them. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 10 }

/** Where the annotation could belong in a text on which it was not made. Decides nothing. */
export function proposalFor({ fragments, prefix, suffix }: Annotation, text: string): Proposal {
  const first = fragments[0]
  if (!first) return { outcome: 'orphan', candidates: [] }
  const last = fragments.length - 1
  const around = (index: number): Surroundings => ({ prefix: index === 0 ? prefix : '', suffix: index === last ? suffix : '' })
  const options = fragments.map((fragment, index) => placesOf(fragment, around(index), text))
  const found = fragments.length === 1 ? (options[0] ?? []).map(single) : together(fragments, options)
  const candidates = found.filter(({ score }) => score >= LEAST_SCORE).slice(0, MOST_CANDIDATES)
  const [best] = candidates
  if (!best) return { outcome: 'orphan', candidates: [] }
  return { outcome: best.pieces.every(({ outcome }) => outcome === 'same') ? 'several' : 'fuzzy', candidates }
}

/** The words of a candidate as the quote of an annotation says them. */
export function wordsOf({ pieces }: Candidate): string {
  return quoteOf({ fragments: pieces.flatMap(({ range, quote }) => (range ? [{ ...range, quote }] : [])) })
}

interface Surroundings {
  readonly prefix: string
  readonly suffix: string
}

interface Place extends Range {
  readonly outcome: 'same' | 'fuzzy'
  readonly quote: string
  readonly score: number
}

function single(place: Place): Candidate {
  return { pieces: [piece(place)], score: place.score }
}

function piece({ outcome, start, end, quote }: Place): CandidatePiece {
  return { outcome, range: { start, end }, quote }
}

function placesOf(fragment: Fragment, around: Surroundings, text: string): Place[] {
  const same = nearest(equalPlaces(text, fragment.quote), fragment.start)
  const weigh = (range: Range, likeness: number, outcome: Place['outcome']): Place => ({
    ...range,
    outcome,
    quote: text.slice(range.start, range.end),
    score: scoreOf(text, range, fragment, around, likeness),
  })
  const places = same.map((start) => weigh({ start, end: start + fragment.quote.length }, 1, 'same'))
  // Words as they were speak for themselves; like ones are of interest only where there are none.
  if (places.length === 0) {
    for (const like of mostLike(text, fragment.quote, { near: fragment.start, most: MOST_ERRORS, limit: MOST_CANDIDATES })) {
      const range = wholeWords(text, like)
      const length = Math.min(fragment.quote.length, 1000)
      if (range) places.push(weigh(range, 1 - like.errors / length, 'fuzzy'))
    }
  }
  return places.toSorted((a, b) => b.score - a.score || a.start - b.start).slice(0, 4 * MOST_CANDIDATES)
}

function equalPlaces(text: string, quote: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

function nearest(places: readonly number[], start: number): number[] {
  if (places.length <= MOST_PLACES) return [...places]
  return places.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start)).slice(0, MOST_PLACES)
}

function scoreOf(text: string, { start, end }: Range, fragment: Fragment, { prefix, suffix }: Surroundings, likeness: number): number {
  const parts = [
    { weight: WEIGHTS.quote, value: likeness },
    { weight: WEIGHTS.position, value: Math.max(0, 1 - Math.abs(start - fragment.start) / Math.max(text.length, 1)) },
  ]
  if (prefix !== '') parts.push({ weight: WEIGHTS.prefix, value: commonEnd(prefix, text.slice(Math.max(0, start - prefix.length), start)) / prefix.length })
  if (suffix !== '') parts.push({ weight: WEIGHTS.suffix, value: commonStart(suffix, text.slice(end, end + suffix.length)) / suffix.length })
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.reduce((sum, { weight, value }) => sum + weight * value, 0) / total
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1
  return length
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length
}

/** Likeness ends anywhere; a span does not cut a word in two. */
function wholeWords(text: string, { start, end }: Range): Range | null {
  const from = isWordBoundary(text, start) ? start : (wordAt(text, start)?.start ?? start)
  const to = isWordBoundary(text, end) ? end : (wordAt(text, end)?.end ?? end)
  return tidySelection(text, { start: from, end: Math.max(to, end) })
}

/** Pieces of one span: for each place of a piece, the others where they then would be, or gone. */
function together(fragments: readonly Fragment[], options: readonly (readonly Place[])[]): Candidate[] {
  const candidates: Candidate[] = []
  const seen = new Set<string>()
  for (const [lead, places] of options.entries()) {
    for (const place of places) {
      const shift = place.start - (fragments[lead]?.start ?? 0)
      const chosen = fragments.map((fragment, index) => (index === lead ? place : closest(options[index] ?? [], fragment.start + shift)))
      const candidate = inOrder(fragments, chosen)
      const key = candidate.pieces.map(({ range }) => range?.start ?? -1).join(' ')
      if (!seen.has(key)) candidates.push(candidate)
      seen.add(key)
    }
  }
  return candidates.toSorted((a, b) => b.score - a.score)
}

function closest(places: readonly Place[], start: number): Place | null {
  return places.reduce<Place | null>((best, place) => (best && Math.abs(best.start - start) <= Math.abs(place.start - start) ? best : place), null)
}

/** Pieces stand in text order and apart; one that would not is gone. */
function inOrder(fragments: readonly Fragment[], chosen: readonly (Place | null)[]): Candidate {
  let end = -1
  let score = 0
  const pieces = fragments.map((fragment, index): CandidatePiece => {
    const place = chosen[index]
    if (!place || place.start <= end) return { outcome: 'gone', range: null, quote: fragment.quote }
    end = place.end
    score += place.score
    return piece(place)
  })
  return { pieces, score: score / fragments.length }
}
