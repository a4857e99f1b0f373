import type { Quantity } from '../../model/value.ts'
import { findDates } from './find-dates.ts'
import { readAmountWords } from './read-amount.ts'

const NUMBER = String.raw`(?:\d[\d,.'’\u00a0\u2009\u202f]*\d|\d|half a|a dozen|two dozen|(?:a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty) (?=hundred|thousand|million|billion|dozen|[\p{L}-]+s\b|people\b|per cent\b))`
const SCALE = String.raw`(?:[ \u00a0-]?(?:hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|m|k)\b)?`
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?:(?:between|up to|at least|at most|more than|less than|over|about|around|nearly|some) )?(?:(?:us|a|c|nz|hk)?\p{Sc} ?)?${NUMBER}${SCALE}(?:(?: and | to |–|-)(?:\p{Sc} ?)?\d[\d,.]*${SCALE})?(?:%| (?:per cent|percent|(?!and\b|or\b|of\b|in\b|to\b|by\b|on\b|for\b|from\b|with\b|will\b|is\b|are\b|if\b)[\p{L}][\p{L}’'-]*))?`,
  'giu',
)

/** Amounts that a stretch of text speaks of, in its order, without the numbers that belong to dates; no two with the same words. */
export function findAmounts(text: string): readonly Quantity[] {
  const times = findDates(text, '2000-01-01').flatMap(({ words }) => words?.toLowerCase() ?? [])
  const found = new Map<string, Quantity>()
  for (const [words] of text.matchAll(AMOUNT)) {
    const key = words.trim().toLowerCase()
    if (times.some((time) => time.includes(key) || key.includes(time))) continue
    const amount = readAmountWords(words)
    if (amount && !found.has(key)) found.set(key, amount)
  }
  return [...found.values()]
}
