import type { Codebook } from '../model/codebook.ts'
import { ok, type Result } from '../result.ts'
import { readDates } from './dates.ts'
import { ANSWERS, askedAttributes, attributeNamed, FILTER_KEYS, HAS, IS, isFilterKey, labelNamed, named, nearestName, STATUSES } from './filter-names.ts'
import { nearestOf } from './nearest.ts'
import type { QueryProblem } from './problem.ts'
import { all, either, not, type Filter, type Query, type SideTerm } from './query.ts'
import { problemAt, tokensOf, type Token } from './tokens.ts'
import { readTest } from './value-test.ts'

export type Parsed = Result<Query | null, QueryProblem>

/** What a text asks for; null: nothing at all is written there. Labels, attributes and values are those of the codebook. */
export function parseQuery(text: string, codebook: Codebook): Parsed {
  const { tokens, problem } = tokensOf(text)
  if (problem) return { ok: false, error: problem }
  if (tokens.length === 0) return ok(null)
  try {
    return ok(new Parser(text, tokens, codebook).whole())
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.problem }
    throw error
  }
}

/** Leaves the descent at once; never leaves this file. */
class Refused extends Error {
  readonly problem: QueryProblem
  constructor(problem: QueryProblem) {
    super(problem.code)
    this.problem = problem
  }
}

class Parser {
  private at = 0
  private readonly text: string
  private readonly tokens: readonly Token[]
  private readonly codebook: Codebook

  constructor(text: string, tokens: readonly Token[], codebook: Codebook) {
    this.text = text
    this.tokens = tokens
    this.codebook = codebook
  }

  whole(): Query {
    const query = this.either()
    const left = this.tokens[this.at]
    if (left) this.refuse('bracket.close', left)
    return query
  }

  private either(): Query {
    const of = [this.both()]
    for (let token = this.tokens[this.at]; token?.kind === 'or'; token = this.tokens[this.at]) {
      this.at += 1
      if (!this.beginsPart()) this.refuse('or.nothing', token)
      of.push(this.both())
    }
    return either(of)
  }

  private both(): Query {
    const of: Query[] = []
    while (this.beginsPart() || this.tokens[this.at]?.kind === 'and') {
      if (this.tokens[this.at]?.kind === 'and') this.at += 1
      else of.push(this.part())
    }
    const here = this.tokens[this.at]
    if (of.length > 0) return all(of)
    return this.refuse(here?.kind === 'or' ? 'or.nothing' : here?.kind === 'near' ? 'near.sides' : 'group.empty', here ?? this.tokens.at(-1))
  }

  private beginsPart(): boolean {
    const kind = this.tokens[this.at]?.kind
    return kind !== undefined && !['or', 'and', 'close'].includes(kind)
  }

  private part(): Query {
    const token = this.tokens[this.at]
    this.at += 1
    switch (token?.kind) {
      case 'not':
        if (!this.beginsPart()) this.refuse('not.nothing', token)
        return not(this.part())
      case 'open': {
        const inside = this.either()
        if (this.tokens[this.at]?.kind !== 'close') this.refuse('bracket.open', token)
        this.at += 1
        return inside
      }
      case 'filter':
        return this.filter(token)
      case 'words':
      case 'regex':
        return this.near(this.side(token))
      default:
        return this.refuse('near.sides', token)
    }
  }

  private near(first: SideTerm): Query {
    const sign = this.tokens[this.at]
    if (sign?.kind !== 'near') return first
    if (sign.within < 1) this.refuse('near.number', sign)
    const next = this.tokens[this.at + 1]
    if (next?.kind !== 'words' && next?.kind !== 'regex') return this.refuse('near.sides', sign)
    this.at += 2
    if (this.tokens[this.at]?.kind === 'near') this.refuse('near.sides', this.tokens[this.at])
    return { kind: 'near', first, second: this.side(next), within: sign.within }
  }

  private side(token: Extract<Token, { kind: 'words' | 'regex' }>): SideTerm {
    if (token.kind === 'regex') {
      if (token.source === '' || !isRegex(token.source)) this.refuse('regex.bad', token)
      return { kind: 'regex', source: token.source }
    }
    const text = token.text.replace(/\s+/g, ' ').trim()
    if (text === '') this.refuse('group.empty', token)
    return { kind: 'words', text, prefix: token.prefix }
  }

  private filter(token: Extract<Token, { kind: 'filter' }>): Filter {
    const { codebook } = this
    const value = token.value.trim()
    const key = token.key.toLowerCase()
    const attribute = isFilterKey(key) ? undefined : attributeNamed(codebook, token.key)
    if (!isFilterKey(key) && !attribute) {
      const nearest = nearestOf(token.key, [...FILTER_KEYS, ...askedAttributes(codebook).flatMap(({ id, name }) => [id, name])])
      return this.refuse('key.unknown', { start: token.start, end: token.valueStart - 1 }, nearest)
    }
    const place = { start: token.valueStart, end: token.end }
    if (value === '') this.refuse('value.missing', { start: token.start, end: token.end })
    if (attribute) {
      const { values = [], type } = attribute
      const test = readTest(attribute, value)
      if (test === 'date' || test === 'number') this.refuse(test === 'date' ? 'date.bad' : 'number.bad', place)
      const closed = type === 'choice' || type === 'choices' || type === 'scale'
      const isKnown = !closed || value.includes('*') || ANSWERS.some((answer) => answer === value.toLowerCase()) || named(values, value) !== undefined
      if (!isKnown) this.refuse('value.unknown', place, nearestName(values, value))
      return { kind: 'filter', on: 'attribute', attribute: attribute.id, value }
    }
    if (!isFilterKey(key)) return this.refuse('key.unknown', token)
    if (key === 'label') {
      const label = labelNamed(codebook, value)
      return { kind: 'filter', on: 'label', value: label?.id ?? this.refuse('label.unknown', place, nearestName(codebook.labels, value)) }
    }
    if (key === 'date' && !readDates(value)) this.refuse('date.bad', place)
    const words: readonly string[] | undefined = { status: STATUSES, is: IS, has: HAS }[key as string]
    if (!words) return { kind: 'filter', on: key, value }
    const word = value.toLowerCase().replaceAll(/[_ ]/g, '-')
    if (!words.includes(word)) this.refuse('value.unknown', place, nearestOf(value, words) ?? words[0])
    return { kind: 'filter', on: key, value: word }
  }

  private refuse(code: QueryProblem['code'], place: { readonly start: number; readonly end: number } | undefined, nearest: string | null = null): never {
    const { start, end } = place ?? { start: 0, end: this.text.length }
    throw new Refused(problemAt(code, this.text, start, end, nearest))
  }
}

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, 'giu').flags !== ''
  } catch {
    return false
  }
}
