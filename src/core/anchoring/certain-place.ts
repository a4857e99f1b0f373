import type { Range } from '../text/ranges.ts'

/** Unchanged text on each side of the words before their place is believed. UTF-16, like every number here. */
const LEAST = 64
/** How much of what tells a stretch from others like it must be there: a few letters may agree by chance. */
const TELLING = 16
/** How far it is looked for. */
const FARTHEST = 2048

/**
 * Where words of the earlier text stand in the later one, when that is certain: from both sides. The words with enough of the text
 * before them must occur exactly once in the earlier and exactly once in the later text, and so must the words with enough
 * of the text after them, at the same place. Null where it is not so: somebody has to look.
 *
 * Nothing here is a likelihood. Words that stand in several places alike are told apart by longer stretches around them or not
 * at all; which of two equal paragraphs was removed, or which of them was moved, is never guessed.
 */
export function certainPlace(before: string, after: string, words: Range): Range | null {
  const left = pinned(before, after, words, 'left')
  const right = left === null ? null : pinned(before, after, words, 'right')
  return left !== null && left === right ? { start: left, end: left + words.end - words.start } : null
}

/** The only start that the words can have in the later text, judged by what is on one side of them. */
function pinned(before: string, after: string, words: Range, side: 'left' | 'right'): number | null {
  for (let reach = LEAST; reach <= FARTHEST; reach += Math.ceil(reach / 2)) {
    const near = stretch(before, words, side, reach)
    // What is not there at all does not come with more around it.
    if (after.indexOf(before.slice(near.from, near.to)) === -1) return null
    const alone = onlyPlace(before, before.slice(near.from, near.to)) === near.from
    if (!alone && !near.whole) continue
    const { from, to, whole } = stretch(before, words, side, reach + TELLING)
    const said = before.slice(from, to)
    // The end of a text is a neighbour like any other: it has to be there too.
    if (whole) return atTheEnd(after, said, side) ? (side === 'left' ? words.start : after.length - said.length) : null
    const found = onlyPlace(after, said)
    return typeof found === 'number' ? found + words.start - from : null
  }
  return null
}

function atTheEnd(text: string, part: string, side: 'left' | 'right'): boolean {
  return side === 'left' ? text.startsWith(part) : text.endsWith(part)
}

interface Stretch {
  readonly from: number
  readonly to: number
  /** It goes to the end of the text. */
  readonly whole: boolean
}

function stretch(text: string, { start, end }: Range, side: 'left' | 'right', reach: number): Stretch {
  const from = side === 'left' ? Math.max(0, start - reach) : start
  const to = side === 'right' ? Math.min(text.length, end + reach) : end
  return { from, to, whole: side === 'left' ? from === 0 : to === text.length }
}

/** The offset of the only occurrence; null: there is none. Occurrences may overlap. */
function onlyPlace(text: string, part: string): number | 'several' | null {
  const first = text.indexOf(part)
  if (first === -1) return null
  return text.indexOf(part, first + 1) === -1 ? first : 'several'
}
