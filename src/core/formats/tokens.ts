import { hullOf, type InterchangeDocument } from './interchange.ts'
import { tokensOf } from './spacy-jsonl/tokens.ts'

export interface Piece {
  /** UTF-16. */
  readonly start: number
  readonly end: number
}

/** Words and signs of a text, line by line: each line with something on it is a sentence. Cut besides at `borders`; no sentence ends inside of `whole`. */
export function sentencesOf(text: string, borders: ReadonlySet<number>, whole: readonly Piece[] = []): Piece[][] {
  const sentences: Piece[][] = []
  let line: Piece[] = []
  let last = 0
  const spans = whole.toSorted((a, b) => a.start - b.start)
  let [next, reach] = [0, 0]
  for (const { text: words, start, end } of tokensOf(text, borders)) {
    if (words.trim() === '') continue
    for (let span = spans[next]; span && span.start < start; span = spans[next]) {
      reach = Math.max(reach, span.end)
      next += 1
    }
    if (line.length > 0 && start >= reach && text.slice(last, start).includes('\n')) {
      sentences.push(line)
      line = []
    }
    line.push({ start, end })
    last = end
  }
  if (line.length > 0) sentences.push(line)
  return sentences
}

/** Numbers of the tokens that a place covers wholly; null where it cuts one or covers none. */
export function tokenRange(tokens: readonly Piece[], start: number, end: number): { readonly first: number; readonly last: number } | null {
  const first = lowerBound(tokens, (token) => token.start >= start)
  const last = lowerBound(tokens, (token) => token.end >= end)
  return tokens[first]?.start === start && tokens[last]?.end === end && first <= last ? { first, last } : null
}

/** First index for which `test` holds; it must hold for all after. */
export function lowerBound<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && test(item)) high = middle
    else low = middle + 1
  }
  return low
}

/** A place without the blanks at its ends; null where nothing else is in it. */
export function trimmed(text: string, { start, end }: Piece): Piece | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
}

/** Where the spans of all sets begin and end, so that everybody's tokens are the same. */
export function bordersOf({ text, sets }: InterchangeDocument): Set<number> {
  const pieces = sets.flatMap(({ annotations }) => annotations.flatMap((annotation) => trimmed(text, hullOf(annotation)) ?? []))
  return new Set(pieces.flatMap(({ start, end }) => [start, end]))
}
