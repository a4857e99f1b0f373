import { codePointAfter } from './code-points.ts'
import { isGraphemeBoundary } from './graphemes.ts'
import type { Range } from './ranges.ts'
import { isWordBoundary } from './words.ts'

export interface FindOptions {
  readonly caseSensitive?: boolean | undefined
  /** Both ends of a match lie at word boundaries (dictionary words in CJK and Thai). */
  readonly wholeWord?: boolean | undefined
  /** A blank of the query stands for any run of blanks, also for one line break, but not for an empty line. */
  readonly anyBlanks?: boolean | undefined
  /** At most so many matches. */
  readonly limit?: number | undefined
}

/** The places in a text, as `findAll` answers them; made once for many texts. */
export type Finder = (text: string, limit?: number) => Range[]

/**
 * Every place where the text says `query`: UTF-16 ranges into the text as it is, in order, not overlapping, made of
 * whole grapheme clusters. Blanks of all widths are equal, so are straight and curly quotes, and composed and
 * decomposed accents. Without regard to case unless told; then also ß = ss and dotted = dotless i. An empty query
 * finds nothing.
 */
export function findAll(text: string, query: string, options: FindOptions = {}): Range[] {
  return finderOf(query, options)(text, options.limit)
}

export function finderOf(query: string, { caseSensitive = false, wholeWord = false, anyBlanks = false }: FindOptions = {}): Finder {
  if (query === '') return () => []
  const pattern = patternOf(query, caseSensitive, anyBlanks)
  return (text, limit = Number.POSITIVE_INFINITY) => {
    const found: Range[] = []
    if (limit <= 0) return found
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index
      const end = start + match[0].length
      if (isWhole(text, start, end, wholeWord)) {
        found.push({ start, end })
        if (found.length >= limit) return found
      } else {
        pattern.lastIndex = codePointAfter(text, start)
      }
    }
    return found
  }
}

function isWhole(text: string, start: number, end: number, word: boolean): boolean {
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return false
  return !word || (isWordBoundary(text, start) && isWordBoundary(text, end))
}

/*
 * Searching the original with a pattern that allows for the differences keeps the offsets right by itself, where
 * folding the text first would need a map back.
 */
function patternOf(query: string, caseSensitive: boolean, anyBlanks: boolean): RegExp {
  const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(anyBlanks ? query.replace(/\s+/g, ' ') : query)
  const parts = [...clusters].map(({ segment }) => (anyBlanks && segment === ' ' ? BLANKS : clusterPattern(segment, caseSensitive)))
  const source = caseSensitive ? parts.join('') : allowSharpS(parts)
  return new RegExp(source, caseSensitive ? 'gu' : 'giu')
}

/** Some blanks, among them one line break at most. */
const BLANKS = String.raw`(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)`
const SINGLE = "'‘’‛"
const DOUBLE = '"“”‟'

function clusterPattern(cluster: string, caseSensitive: boolean): string {
  if (/^\p{Zs}$/u.test(cluster)) return String.raw`\p{Zs}`
  if (SINGLE.includes(cluster)) return `[${SINGLE}]`
  if (DOUBLE.includes(cluster)) return `[${DOUBLE}]`
  // The dot is a combining mark in i̇, which is how lower-casing writes İ.
  if (!caseSensitive && /^(?:[iIİı]|i\u0307|I\u0307)$/u.test(cluster)) return String.raw`(?:[iIİı]\u0307?)`
  const forms = new Set([cluster, cluster.normalize('NFC'), cluster.normalize('NFD')].map(escape))
  return forms.size === 1 ? [...forms].join('') : `(?:${[...forms].join('|')})`
}

function escape(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** Lets each two s, and each ß, of the query stand for the other; runs of s are read in every way. */
function allowSharpS(parts: readonly string[]): string {
  let source = ''
  for (let at = 0; at < parts.length; ) {
    let length = 0
    while (/^[sSßẞ]$/u.test(parts[at + length] ?? '')) length += 1
    const letters = parts.slice(at, at + length).reduce((sum, part) => sum + (/[sS]/.test(part) ? 1 : 2), 0)
    source += length === 0 ? (parts[at] ?? '') : (sharpS(letters) ?? parts.slice(at, at + length).join(''))
    at += Math.max(1, length)
  }
  return source
}

/** Every way to write so many s in a row with s and ß; `null` for long runs, which no language has. */
function sharpS(letters: number): string | null {
  const ways = (left: number): string[] => {
    if (left < 2) return [left === 1 ? 's' : '']
    return [...ways(left - 1).map((rest) => `s${rest}`), ...ways(left - 2).map((rest) => `ß${rest}`)]
  }
  return letters > 6 ? null : `(?:${ways(letters).join('|')})`
}
