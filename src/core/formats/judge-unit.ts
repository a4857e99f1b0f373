import { countingText, createUnitMap, type Counting } from './units.ts'

/** A place as the foreign file has it. `surface` is the text that the file says stands there, where it says so. */
export interface ForeignPlace {
  readonly start: number
  readonly end: number
  readonly surface?: string | undefined
}

export interface PlacedText {
  /** Normalised. */
  readonly text: string
  /** As the foreign tool has it, with its CRs, where that differs. */
  readonly raw?: string | undefined
  readonly places: readonly ForeignPlace[]
}

export interface Judgement {
  /** What offsets were read as. */
  readonly counting: Counting
  /** `declared` by the format, `chosen` as the one that fits best, or a `repair` that was asked for. */
  readonly by: 'declared' | 'chosen' | 'repair'
  /** So many of `of` places fit: by the surface text where there is one, else by standing at the borders of words. */
  readonly fits: number
  readonly of: number
  /** Another counting fits more places: for the person to accept. */
  readonly offer: { readonly counting: Counting; readonly fits: number } | null
}

const ALL: readonly Counting[] = [
  { unit: 'codepoint', newline: 'lf' },
  { unit: 'utf16', newline: 'lf' },
  { unit: 'codepoint', newline: 'crlf2' },
  { unit: 'utf16', newline: 'crlf2' },
  { unit: 'grapheme', newline: 'lf' },
  { unit: 'byte', newline: 'lf' },
  { unit: 'byte', newline: 'crlf2' },
]

/**
 * In two tries: the declared counting first; only when some place does not fit, the others. `likely` are the countings between
 * which nothing in the file decides (the best fit is then taken, the first of equals); with one, it is the declared one.
 */
export function judgeOffsets(texts: readonly PlacedText[], likely: readonly [Counting, ...Counting[]], repair?: Counting): Judgement {
  const of = texts.reduce((sum, { places }) => sum + places.length, 0)
  if (repair) return { counting: repair, by: 'repair', fits: countFits(texts, repair), of, offer: null }
  let [counting] = likely
  let fits = countFits(texts, counting)
  for (const other of likely.slice(1)) {
    const found = fits === of ? 0 : countFits(texts, other)
    if (found > fits) [counting, fits] = [other, found]
  }
  let offer: Judgement['offer'] = null
  for (const other of fits === of ? [] : ALL) {
    const found = countFits(texts, other)
    // A few more borders of words are chance; a few more equal surfaces are not, but then they are all.
    if (found > (offer?.fits ?? fits)) offer = { counting: other, fits: found }
  }
  return { counting, by: likely.length === 1 ? 'declared' : 'chosen', fits, of, offer }
}

/** For people: `read as UTF-16 units because 302 of 303 fit`. */
export function judgementText({ counting, by, fits, of, offer }: Judgement): string {
  const why = { declared: '', chosen: ' because most fit that way', repair: ' as asked' }[by]
  const other = offer ? `; as ${countingText(offer.counting)} ${offer.fits} would fit` : ''
  return `offsets read as ${countingText(counting)}${why}: ${fits} of ${of} fit${other}`
}

function countFits(texts: readonly PlacedText[], counting: Counting): number {
  let fits = 0
  for (const { text, raw, places } of texts) {
    if (places.length === 0) continue
    const map = createUnitMap(text, counting, raw)
    for (const place of places) {
      const start = map.fromUnit(place.start)
      const end = map.fromUnit(place.end)
      if (start !== null && end !== null && start <= end && fitsAt(text, start, end, place.surface)) fits += 1
    }
  }
  return fits
}

function fitsAt(text: string, start: number, end: number, surface: string | undefined): boolean {
  if (surface !== undefined) return folded(text.slice(start, end)) === folded(surface)
  return start < end && isBorder(text, start) && isBorder(text, end) && !/^\s|\s$/.test(text.slice(start, end))
}

/** Tools write line ends and blanks in a surface as they like. */
function folded(surface: string): string {
  return surface.replaceAll('\\n', ' ').replace(/\s+/g, ' ')
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function isBorder(text: string, at: number): boolean {
  return at === 0 || at === text.length || !WORD.test(lastOf(text, at)) || !WORD.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

function lastOf(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at)
}
