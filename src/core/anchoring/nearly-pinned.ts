import type { Range } from '../text/ranges.ts'
import { editDistance } from './edit-distance.ts'

/** Text that is compared on each side of the words, UTF-16. */
const REACH = 80
/** So many letters of it may have been edited: a typo or two, blanks of another kind. */
const CLOSE = 5
/** From so many on it is another text. Between the two nobody knows. */
const FAR = 28
/** Words that stand in more places are too common to be told apart like this. */
const MOST_PLACES = 60

/**
 * Where words of the earlier text stand in the later one when what is around them was edited a little: the text on both sides of
 * one place, and of no other, is nearly as it was. Each side has to tell it by itself: were the same words to stand
 * anywhere else, before or after, with a like text on one side, nothing is said.
 */
export function nearlyPinned(before: string, after: string, { start, end }: Range): Range | null {
  const quote = before.slice(start, end)
  const there = placesOf(after, quote)
  const here = placesOf(before, quote)
  if (!there || !here || there.length === 0) return null
  const own = { left: before.slice(Math.max(0, start - REACH), start), right: before.slice(end, end + REACH) }
  if (here.some((other) => other !== start && alike(before, other, quote.length, own, FAR).some(Boolean))) return null
  const close = there.filter((place) => alike(after, place, quote.length, own, CLOSE).every(Boolean))
  const [found, second] = close
  if (found === undefined || second !== undefined) return null
  if (there.some((other) => other !== found && alike(after, other, quote.length, own, FAR).some(Boolean))) return null
  return { start: found, end: found + quote.length }
}

/** Whether what is left and what is right of a place differs from `own` by at most so many letters. */
function alike(text: string, place: number, length: number, own: { readonly left: string; readonly right: string }, most: number): readonly [boolean, boolean] {
  // Where the earlier text began or ended, the later one has to do so too.
  const left = text.slice(Math.max(0, place - REACH), place)
  const right = text.slice(place + length, place + length + REACH)
  return [editDistance(own.left, left, most) <= most, editDistance(own.right, right, most) <= most]
}

/** Null: too many. */
function placesOf(text: string, quote: string): number[] | null {
  const places: number[] = []
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (places.length === MOST_PLACES) return null
    places.push(at)
  }
  return places
}
