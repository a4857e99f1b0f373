import { foldForSearch } from './fold.ts'
import type { Query, Term } from './query.ts'

/** What the folded text of an article must hold for a query to find something in it; null: nothing is known. */
export type Need = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'all' | 'any'; readonly of: readonly Need[] } | null

export function needOf(query: Query): Need {
  switch (query.kind) {
    case 'all':
      return bothOf(query.of.map(needOf))
    case 'any': {
      const of = query.of.map(needOf).filter((need) => need !== null)
      return of.length === query.of.length ? { kind: 'any', of } : null
    }
    case 'not':
    case 'filter':
      return null
    default:
      return termNeed(query)
  }
}

function bothOf(needs: readonly Need[]): Need {
  const of = needs.filter((need) => need !== null)
  return of.length === 0 ? null : { kind: 'all', of }
}

function termNeed(term: Term): Need {
  switch (term.kind) {
    case 'words':
      return { kind: 'text', text: foldForSearch(term.text) }
    case 'regex':
      return bothOf(literalsOf(term.source).map((text) => ({ kind: 'text', text: foldForSearch(text) })))
    case 'near':
      return bothOf([termNeed(term.first), termNeed(term.second)])
  }
}

/** Stretches that every match of the expression holds. Whatever is not plainly one ends a stretch. */
export function literalsOf(source: string): string[] {
  const found: string[] = []
  let stretch = ''
  const end = () => {
    if (stretch !== '') found.push(stretch)
    stretch = ''
  }
  for (let at = 0; at < source.length; ) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
    if (character === '|') return []
    const piece = pieceAt(source, at, character)
    at = piece.end
    const quantifier = /^(?:[*+?]|\{\d*,?\d*\})\??/.exec(source.slice(at))?.[0] ?? ''
    at += quantifier.length
    const isOptional = /^(?:[*?]|\{0)/.test(quantifier)
    if (piece.literal === null || isOptional) end()
    else {
      stretch += piece.literal
      if (quantifier !== '') end()
    }
  }
  end()
  return found
}

/** One thing that a quantifier can stand behind. */
function pieceAt(source: string, at: number, character: string): { readonly end: number; readonly literal: string | null } {
  if (character === '\\') {
    const next = source.charAt(at + 1)
    if (/[\\^$.*+?()[\]{}|/-]/.test(next)) return { end: at + 2, literal: next }
    const long = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<[^>]*>|c[A-Za-z]|\d+)/.exec(source.slice(at))
    return { end: at + (long ? long[0].length : 2), literal: null }
  }
  if (character === '[') return { end: closing(source, at, true), literal: null }
  if (character === '(') return { end: closing(source, at, false), literal: null }
  if ('.^$)]}{'.includes(character)) return { end: at + 1, literal: null }
  return { end: at + character.length, literal: character }
}

/** Behind the bracket that closes the one at `at`. */
function closing(source: string, at: number, isClass: boolean): number {
  let depth = 0
  let inClass = false
  for (let to = at; to < source.length; to += 1) {
    const character = source.charAt(to)
    if (character === '\\') to += 1
    else if (inClass) {
      if (character === ']') inClass = false
    } else if (character === '[') inClass = true
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (!inClass && (isClass ? character === ']' : depth === 0)) return to + 1
  }
  return source.length
}
