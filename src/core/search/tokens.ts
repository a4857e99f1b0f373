import type { QueryProblem } from './problem.ts'

interface Placed {
  /** UTF-16, end exclusive. */
  readonly start: number
  readonly end: number
}

export type Token = Placed &
  (
    | { readonly kind: 'words'; readonly text: string; readonly prefix: boolean }
    | { readonly kind: 'regex'; readonly source: string }
    | { readonly kind: 'filter'; readonly key: string; readonly value: string; readonly valueStart: number }
    | { readonly kind: 'near'; readonly within: number; readonly text: string }
    | { readonly kind: 'or' | 'and' | 'not' | 'open' | 'close' }
  )

const BLANK = /\s/u
const QUOTES = '"“”„'
const KEY = /^\p{L}[\p{L}\p{M}\p{N}_-]*:/u

/** A query in pieces, or what is not closed in it. */
export function tokensOf(query: string): { readonly tokens: readonly Token[]; readonly problem: QueryProblem | null } {
  const tokens: Token[] = []
  for (let at = 0; at < query.length; ) {
    const character = query.charAt(at)
    if (BLANK.test(character)) {
      at += 1
      continue
    }
    const token = tokenAt(query, at, character)
    if ('code' in token) return { tokens, problem: token }
    tokens.push(token)
    at = token.end
  }
  return { tokens, problem: null }
}

function tokenAt(query: string, at: number, character: string): Token | QueryProblem {
  if (character === '(') return { kind: 'open', start: at, end: at + 1 }
  if (character === ')') return { kind: 'close', start: at, end: at + 1 }
  if ((character === '-' || character === '−') && at + 1 < query.length && !BLANK.test(query.charAt(at + 1)) && query.charAt(at + 1) !== ')') return { kind: 'not', start: at, end: at + 1 }
  if (character === '/') return regexAt(query, at)
  if (QUOTES.includes(character)) return quotedAt(query, at)
  const key = KEY.exec(query.slice(at, at + 200))
  if (key) return filterAt(query, at, key[0].slice(0, -1), at + key[0].length)
  const end = wordEnd(query, at, '()"“”„')
  const text = query.slice(at, end)
  if (text === 'OR') return { kind: 'or', start: at, end }
  if (text === 'AND') return { kind: 'and', start: at, end }
  const near = /^near\/(\d*)$/i.exec(text)
  if (near) return { kind: 'near', within: Number(near[1]), text, start: at, end }
  const prefix = text.length > 1 && text.endsWith('*')
  return { kind: 'words', text: prefix ? text.slice(0, -1) : text, prefix, start: at, end }
}

function quotedAt(query: string, at: number): Token | QueryProblem {
  const quoted = readQuoted(query, at)
  if (!quoted) return problemAt('quote.open', query, at, query.length)
  if (query.charAt(quoted.end) === ':') return filterAt(query, at, quoted.text, quoted.end + 1)
  const prefix = query.charAt(quoted.end) === '*'
  return { kind: 'words', text: quoted.text, prefix, start: at, end: quoted.end + (prefix ? 1 : 0) }
}

function filterAt(query: string, start: number, key: string, valueStart: number): Token | QueryProblem {
  if (QUOTES.includes(query.charAt(valueStart)) && valueStart < query.length) {
    const quoted = readQuoted(query, valueStart)
    if (!quoted) return problemAt('quote.open', query, valueStart, query.length)
    return { kind: 'filter', key, value: quoted.text, valueStart, start, end: quoted.end }
  }
  const end = wordEnd(query, valueStart, '()')
  return { kind: 'filter', key, value: query.slice(valueStart, end), valueStart, start, end }
}

/** From a quotation mark to the next; with a backslash before it, one stands for itself. */
function readQuoted(query: string, at: number): { readonly text: string; readonly end: number } | null {
  let text = ''
  for (let to = at + 1; to < query.length; to += 1) {
    const character = query.charAt(to)
    if (character === '\\' && /[\\"“”„]/.test(query.charAt(to + 1))) {
      to += 1
      text += query.charAt(to)
    } else if (QUOTES.includes(character)) return { text, end: to + 1 }
    else text += character
  }
  return null
}

function regexAt(query: string, at: number): Token | QueryProblem {
  let inClass = false
  for (let to = at + 1; to < query.length; to += 1) {
    const character = query.charAt(to)
    if (character === '\\') to += 1
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
    else if (character === '/' && !inClass) return { kind: 'regex', source: query.slice(at + 1, to), start: at, end: to + 1 }
  }
  return problemAt('regex.open', query, at, query.length)
}

function wordEnd(query: string, at: number, stops: string): number {
  let end = at
  while (end < query.length && !BLANK.test(query.charAt(end)) && !stops.includes(query.charAt(end))) end += 1
  return end
}

export function problemAt(code: QueryProblem['code'], query: string, start: number, end: number, nearest: string | null = null): QueryProblem {
  return { code, start, end, given: query.slice(start, end), nearest }
}
