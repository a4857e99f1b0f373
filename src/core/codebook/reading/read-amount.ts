import type { Quantity } from '../../model/value.ts'
import { plainDigits } from '../inputs/number-input.ts'
import { CURRENCY_SIGNS, UNIT_WORDS } from './units.ts'

const SMALL: readonly string[] = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
]
const TENS: readonly string[] = ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const WORD_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 3) * 10]),
  ['a', 1], ['an', 1], ['half a', 0.5], ['a quarter of a', 0.25],
])
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12], ['hundred', 100], ['hundreds', 100], ['thousand', 1e3], ['k', 1e3], ['million', 1e6], ['mn', 1e6], ['mln', 1e6], ['m', 1e6],
  ['billion', 1e9], ['bn', 1e9], ['b', 1e9], ['trillion', 1e12], ['tn', 1e12], ['trn', 1e12], ['lakh', 1e5], ['crore', 1e7],
])

const either = (words: Iterable<string>): string => [...words].toSorted((a, b) => b.length - a.length).join('|')
const SIGN = `(?<sign>${[...CURRENCY_SIGNS.keys()].toSorted((a, b) => b.length - a.length).map((sign) => sign.replaceAll('$', '\\$')).join('|')})?`
const DIGITS = String.raw`\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const NUMBER = `(?<number>${DIGITS}|half a|a quarter of a|(?:twenty|${either(TENS)})-(?:${either(SMALL.slice(1, 10))})|(?:${either(WORD_NUMBERS.keys())})(?![\\p{L}]))`
const SCALE = `(?:[ \\u00a0-]?(?<scale>${either(SCALES.keys())})(?![\\p{L}\\p{N}]))?`
/** One number with what stands around it; the unit may be a sign in front, or a word or two behind. */
const ONE = new RegExp(`^${SIGN} ?${NUMBER}${SCALE}(?: ?(?<rest>%|[\\p{L}][\\p{L}’'.-]*(?: [\\p{L}][\\p{L}’'.-]*){0,2}))?$`, 'u')
const RANGE = /^(?:between |from )?(.+?)(?: and | to | or |\s?[–—-]\s?)(?=[\p{Sc}\d]|[\p{L}]+)(.+)$/u
const AT_MOST = /^(?:up to|at most|no more than|not more than|less than|fewer than|under|a maximum of) /
const AT_LEAST = /^(?:at least|no less than|no fewer than|not less than|more than|over|a minimum of) /
const ABOUT = /^(?:about|around|some|roughly|nearly|almost|approximately|an estimated|another|a total of) /

interface One {
  readonly amount: number
  readonly unit: string | undefined
  /** The scale that was said, which “20 to 30 million” lends to its first number. */
  readonly scale: number | null
}

/**
 * What words like “$2.1 billion”, “40 ambulances” or “between 20 and 30 per cent” say: the number, and a unit that is an ISO
 * 4217 code, `people`, `%` or the thing that is counted, `items` where nothing is said. The words are kept. Null where they
 * are no amount, also where only a unit or a bare “a” is said.
 */
export function readAmountWords(words: string): Quantity | null {
  const plain = words.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  if (plain === '' || plain.length > 120) return null
  const text = plainDigits(plain.normalize('NFKC')).toLowerCase().replace(ABOUT, '')
  const range = /^[\p{L}-]+-[\p{L}]+ /u.test(text) ? null : rangeOf(text)
  if (range) return { words: plain, ...range }
  const bound = AT_MOST.test(text) ? 'max' : AT_LEAST.test(text) ? 'min' : 'amount'
  const one = readOne(text.replace(AT_MOST, '').replace(AT_LEAST, '').replace(ABOUT, ''))
  return one && { words: plain, [bound]: one.amount, unit: one.unit ?? 'items' }
}

function rangeOf(text: string): Omit<Quantity, 'words'> | null {
  const [, first, second] = RANGE.exec(text) ?? []
  const from = first === undefined ? null : readOne(first)
  const to = second === undefined ? null : readOne(second)
  if (!from || !to) return null
  const min = from.scale === null && to.scale !== null && from.amount < to.amount / to.scale ? from.amount * to.scale : from.amount
  const unit = to.unit ?? from.unit ?? 'items'
  return min > to.amount || (from.unit !== undefined && to.unit !== undefined && from.unit !== to.unit) ? null : { min, max: to.amount, unit }
}

function readOne(text: string): One | null {
  const { sign, number, scale, rest } = ONE.exec(text)?.groups ?? {}
  if (number === undefined) return null
  const base = numberOf(number)
  const isArticle = number === 'a' || number === 'an'
  if (base === null || (isArticle && scale === undefined)) return null
  const factor = scale === undefined ? null : (SCALES.get(scale) ?? 1)
  const amount = Number((base * (factor ?? 1)).toPrecision(15))
  return { amount, unit: sign === undefined ? unitOf(rest) : CURRENCY_SIGNS.get(sign), scale: factor }
}

function numberOf(text: string): number | null {
  const [tens, ones] = text.split('-')
  const both = tens !== undefined && ones !== undefined ? (WORD_NUMBERS.get(tens) ?? 0) + (WORD_NUMBERS.get(ones) ?? 0) : WORD_NUMBERS.get(text)
  if (both !== undefined) return both
  const value = Number(text.replaceAll(/[,'’\s]/gu, ''))
  return Number.isFinite(value) ? value : null
}

/** The longest of the words behind a number that is a unit, else the thing that is counted. */
function unitOf(rest: string | undefined): string | undefined {
  if (rest === undefined) return undefined
  const words = rest.replace(/^of (?:the )?/, '').split(' ')
  for (let count = words.length; count > 0; count -= 1) {
    const known = UNIT_WORDS.get(words.slice(0, count).join(' ').replace(/\.$/, ''))
    if (known !== undefined) return known
  }
  // “70 tonnes of grain” are tonnes.
  const of = words.indexOf('of')
  return words.slice(0, of > 0 ? of : 2).join(' ')
}
