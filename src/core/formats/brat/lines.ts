import { err, ok, type Result } from '../../result.ts'

/** A text-bound: a type at one or several places, with the words that stand there. */
export interface TextBound {
  readonly kind: 'T'
  readonly id: string
  readonly type: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /** Everything after the tab: the words, and whatever a tool put behind them. */
  readonly words: string
}

export interface EventLine {
  readonly kind: 'E'
  readonly id: string
  readonly type: string
  readonly trigger: string
  readonly args: readonly { readonly role: string; readonly target: string }[]
}

export interface RelationLine {
  readonly kind: 'R'
  readonly id: string
  readonly type: string
  readonly args: readonly [{ readonly role: string; readonly target: string }, { readonly role: string; readonly target: string }]
  /** What follows the arguments: brat itself writes a tab there. */
  readonly tail: string
}

export interface EquivLine {
  readonly kind: '*'
  readonly type: string
  readonly members: readonly string[]
}

export interface AttributeLine {
  readonly kind: 'A'
  readonly id: string
  readonly name: string
  readonly target: string
  /** Null: the attribute is simply there. */
  readonly value: string | null
}

export interface NoteLine {
  readonly kind: '#'
  readonly id: string
  readonly type: string
  readonly target: string
  readonly text: string
}

/** A reference into a database: kept as it is. */
export interface NormalisationLine {
  readonly kind: 'N'
  readonly id: string
  readonly target: string
}

export type BratLine = TextBound | EventLine | RelationLine | EquivLine | AttributeLine | NoteLine | NormalisationLine

const ID = /^(?:[A-Za-z]+|#[A-Za-z]*)\d+$/

export function isBratId(id: string): boolean {
  return ID.test(id)
}

/** One line of an .ann file, by brat's own rules; the error says in words what is wrong with it. */
export function readLine(line: string): Result<BratLine, string> {
  const tab = line.indexOf('\t')
  if (tab === -1) return err('there is no tab after the id')
  const id = line.slice(0, tab)
  if (id === '*') return readEquiv(line.slice(tab + 1))
  if (!ID.test(id)) return err(`${JSON.stringify(id)} is not an id`)
  const second = line.indexOf('\t', tab + 1)
  const data = second === -1 ? line.slice(tab + 1) : line.slice(tab + 1, second)
  const tail = second === -1 ? '' : line.slice(second)
  switch (id[0]) {
    case 'T':
      return readTextBound(id, data, tail)
    case 'E':
      return readEvent(id, data)
    case 'R':
      return readRelation(id, data, tail)
    case 'A':
    case 'M':
      return readAttribute(id, data, tail)
    case 'N':
      return readNormalisation(id, data)
    case '#':
      return readNote(id, data, tail)
    default:
      return err(`lines of kind ${id[0]} are not known`)
  }
}

function readTextBound(id: string, data: string, tail: string): Result<BratLine, string> {
  const parts = /^(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)\s*$/.exec(data)
  if (!parts) return err('it is not “TYPE START END”, whole numbers, a type without blanks')
  if (tail === '') return err('the words after the offsets are missing')
  const [, type = '', places = ''] = parts
  const spans = places.split(';').map((place) => {
    const [start = '', end = ''] = place.split(' ')
    return { start: Number(start), end: Number(end) }
  })
  if (spans.some(({ start, end }) => start > end)) return err('it ends before it starts')
  if (spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0))) return err('its pieces overlap or are out of order')
  return ok({ kind: 'T', id, type, spans, words: tail.slice(1) })
}

function readEvent(id: string, data: string): Result<BratLine, string> {
  const [head = '', ...rest] = data.trimEnd().split(' ')
  const [type = '', trigger = '', more] = head.split(':')
  if (type === '' || trigger === '' || more !== undefined || /\s/.test(head)) return err('it is not “TYPE:TRIGGER ROLE:ID …”')
  const args = readArguments(rest)
  return args ? ok({ kind: 'E', id, type, trigger, args }) : err('an argument is not “ROLE:ID”')
}

function readRelation(id: string, data: string, tail: string): Result<BratLine, string> {
  const [type = '', ...rest] = data.split(' ')
  const args = readArguments(rest)
  if (type === '' || /\s/.test(type) || !args) return err('it is not “TYPE ROLE:ID ROLE:ID”')
  const [first, second, third] = args
  if (!first || !second || third) return err('a relation has exactly two arguments')
  if (first.role === second.role) return err('its two roles have the same name')
  return ok({ kind: 'R', id, type, args: [first, second], tail })
}

function readArguments(words: readonly string[]): { role: string; target: string }[] | null {
  const args = words.filter((word) => word !== '').map((word) => word.split(':'))
  if (args.some((parts) => parts.length !== 2 || parts.includes('') || parts.some((part) => /\s/.test(part)))) return null
  return args.map(([role = '', target = '']) => ({ role, target }))
}

function readEquiv(data: string): Result<BratLine, string> {
  const [type = '', ...members] = data.trim().split(/\s+/)
  if (type === '' || members.length < 2) return err('it is not “TYPE ID ID …”')
  return ok({ kind: '*', type, members })
}

function readAttribute(id: string, data: string, tail: string): Result<BratLine, string> {
  if (tail.trim() !== '') return err('there is a tab in its value')
  const [, name = '', target = '', value] = /^(\S+) (\S+)(?: +(.+))?$/.exec(data.trimEnd()) ?? []
  if (name === '' || !ID.test(target)) return err('it is not “NAME ID [VALUE]”')
  return ok({ kind: 'A', id, name, target, value: value ?? null })
}

function readNormalisation(id: string, data: string): Result<BratLine, string> {
  const target = /^\S+ (\S+) \S+?:\S+/.exec(data.replace(/^(Reference) (?:Annotation:(\S+) Referent:(\S+)|Referent:(\S+) Annotation:(\S+))/, '$1 $2$5 $3$4'))?.[1]
  return target === undefined ? err('it is not “TYPE ID DATABASE:ENTRY”') : ok({ kind: 'N', id, target })
}

function readNote(id: string, data: string, tail: string): Result<BratLine, string> {
  const [type = '', target = '', more] = data.trim().split(/\s+/)
  if (type === '' || target === '' || more !== undefined) return err('it is not “TYPE ID”, a tab, and the note')
  return ok({ kind: '#', id, type, target, text: tail.replace(/^\t+/, '') })
}
