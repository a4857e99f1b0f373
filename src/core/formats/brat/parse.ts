import type { Value } from '../../model/value.ts'
import type { Refused } from '../adapter.ts'
import type { InterchangeAnnotation, InterchangeFragment, InterchangeRelation, InterchangeSet } from '../interchange.ts'
import { withExtra } from '../interchange.ts'
import type { ForeignPlace } from '../judge-unit.ts'
import { readLine, type AttributeLine, type BratLine, type EventLine, type NoteLine, type TextBound } from './lines.ts'
import { naturalOrder } from './order.ts'
import { pushTo } from '../push-to.ts'

/** The lines of one .ann file that could be read, with their numbers. */
export interface AnnFile {
  readonly path: string
  readonly lines: readonly { readonly number: number; readonly raw: string; readonly line: BratLine }[]
  readonly refused: readonly Refused[]
}

/** Reads every line alone; what brat itself would refuse is listed, the rest is taken. `raw` has LF ends. */
export function readAnn(path: string, text: string, bom: boolean): AnnFile {
  const lines: AnnFile['lines'][number][] = []
  const refused: Refused[] = []
  const ids = new Set<string>()
  if (bom) refused.push({ file: path, line: 1, what: 'the byte order mark', why: 'brat does not read a file that starts with one' })
  const all = text.split('\n')
  for (const [index, raw] of all.entries()) {
    const number = index + 1
    if (raw === '') {
      if (number < all.length) refused.push({ file: path, line: number, what: 'a blank line', why: 'brat does not read blank lines' })
      continue
    }
    const read = readLine(raw)
    if (!read.ok) {
      refused.push({ file: path, line: number, what: `line ${JSON.stringify(raw.slice(0, 60))}`, why: read.error })
      continue
    }
    if ('id' in read.value) {
      if (ids.has(read.value.id)) {
        refused.push({ file: path, line: number, what: read.value.id, why: 'another line has the same id' })
        continue
      }
      ids.add(read.value.id)
    }
    lines.push({ number, raw, line: read.value })
  }
  return { path, lines, refused }
}

/** The places of an .ann file that have words of their own, for judging the unit. */
export function placesOf(ann: AnnFile): ForeignPlace[] {
  return ann.lines.flatMap(({ line }) => {
    if (line.kind !== 'T') return []
    const [only] = line.spans
    // The words of several pieces stand joined: they prove the place when it is read, but cannot be told apart before.
    return only && line.spans.length === 1 ? [{ ...only, surface: line.words }] : []
  })
}

interface Sets {
  readonly set: InterchangeSet
  readonly refused: readonly Refused[]
  readonly remarks: readonly string[]
}

/** `at` gives the UTF-16 place of a foreign offset, or null where there is none. */
export function buildSet(ann: AnnFile, text: string, at: (offset: number) => number | null): Sets {
  const refused: Refused[] = [...ann.refused]
  const remarks: string[] = []
  const drop = (number: number, what: string, why: string) => refused.push({ file: ann.path, line: number, what, why })

  const bounds = new Map<string, { line: TextBound; fragments: InterchangeFragment[]; tail: string }>()
  for (const { number, line } of ann.lines) {
    if (line.kind !== 'T') continue
    const placed = placeTextBound(line, text, at)
    if (typeof placed === 'string') drop(number, `annotation ${line.id}`, placed)
    else bounds.set(line.id, { line, ...placed })
  }

  // Events by their trigger, and what an id stands for: itself for a text-bound, the trigger for an event.
  const events = new Map<string, EventLine[]>()
  const stands = new Map([...bounds.keys()].map((id) => [id, id]))
  for (const { number, line } of ann.lines) {
    if (line.kind !== 'E') continue
    const bound = bounds.get(line.trigger)
    if (!bound) {
      drop(number, `event ${line.id}`, `its trigger ${line.trigger} is not there`)
      continue
    }
    if (bound.line.type !== line.type) remarks.push(`${ann.path}, line ${number}: the event ${line.id} is ${line.type}, its trigger ${bound.line.type}; the event’s type was taken, which brat itself would refuse.`)
    pushTo(events, line.trigger, line)
    stands.set(line.id, line.trigger)
  }
  const refersTo = (annotation: string) => events.get(annotation)?.[0]?.id ?? annotation

  const relations: InterchangeRelation[] = []
  let equivs = 0
  for (const { number, line } of ann.lines) {
    if (line.kind === 'E' && stands.has(line.id)) addArguments(line, number)
    if (line.kind === 'R') addRelation(line, number)
    if (line.kind === '*') addEquiv(line, number)
  }

  function ends(from: string, to: string, number: number, what: string): { from: { annotation: string }; to: { annotation: string }; own: Record<string, unknown> } | null {
    const [a, b] = [stands.get(from), stands.get(to)]
    if (a === undefined || b === undefined) {
      drop(number, what, `${a === undefined ? from : to} is not there`)
      return null
    }
    return {
      from: { annotation: a },
      to: { annotation: b },
      own: { from: from === refersTo(a) ? undefined : from, to: to === refersTo(b) ? undefined : to },
    }
  }

  function addArguments(line: EventLine, number: number): void {
    const roles = new Set(line.args.filter(({ target }) => stands.has(target)).map(({ role }) => role))
    let taken = 0
    for (const { role, target } of line.args) {
      const found = ends(line.id, target, number, `argument ${role} of ${line.id}`)
      if (!found) continue
      // brat tells repeated roles apart by a number.
      const base = role.replace(/\d+$/, '')
      const type = base !== role && roles.has(base) ? base : role
      const { from, to, own } = found
      taken += 1
      relations.push({ id: `${line.id}.${taken}`, type, from, to, ...withExtra('brat', { event: line.id, role: type === role ? undefined : role, to: own['to'] }) })
    }
  }

  function addRelation(line: BratLine & { kind: 'R' }, number: number): void {
    const [first, second] = line.args
    const found = ends(first.target, second.target, number, `relation ${line.id}`)
    if (!found) return
    const usual = first.role === 'Arg1' && second.role === 'Arg2'
    const own = { ...found.own, roles: usual ? undefined : [first.role, second.role], tail: line.tail === '' ? undefined : line.tail }
    relations.push({ id: line.id, type: line.type, from: found.from, to: found.to, ...withExtra('brat', own) })
  }

  function addEquiv(line: BratLine & { kind: '*' }, number: number): void {
    const missing = line.members.find((member) => !stands.has(member))
    if (missing !== undefined) return void drop(number, `${line.type} of ${line.members.join(', ')}`, `${missing} is not there`)
    equivs += 1
    for (const [index, member] of line.members.entries()) {
      const before = line.members[index - 1]
      const found = before === undefined ? null : ends(before, member, number, line.type)
      if (found) relations.push({ id: `*${equivs}.${index}`, type: line.type, from: found.from, to: found.to, ...withExtra('brat', { ...found.own, equiv: equivs }) })
    }
  }

  // What hangs on an annotation or a relation.
  const attributes = new Map<string, Map<string, { value: Value; id: string }>>()
  const notes = new Map<string, NoteLine>()
  const raws = new Map<string, string[]>()
  const known = new Set([...stands.keys(), ...relations.map(({ id }) => id)])
  const hanging = new Set<string>()
  for (const { number, raw, line } of ann.lines) {
    if (line.kind !== 'A' && line.kind !== '#' && line.kind !== 'N') continue
    if (!known.has(line.target)) {
      drop(number, line.id, `it is about ${line.target}, which is not there`)
      continue
    }
    hanging.add(line.id)
    const owner = stands.get(line.target) ?? line.target
    const direct = stands.has(line.target) && refersTo(owner) === line.target
    if (direct && line.kind === 'A' && addAttribute(owner, line)) continue
    if (direct && line.kind === '#' && line.type === 'AnnotatorNotes' && line.text !== '' && !notes.has(owner)) notes.set(owner, line)
    else pushTo(raws, owner, raw)
  }

  function addAttribute(owner: string, line: AttributeLine): boolean {
    const own = attributes.get(owner) ?? new Map<string, { value: Value; id: string }>()
    if (own.has(line.name)) return false
    own.set(line.name, { value: { state: 'decided', value: line.value ?? true }, id: line.id })
    attributes.set(owner, own)
    return true
  }

  const annotations = [...bounds.values()].map(({ line, fragments, tail }): InterchangeAnnotation => {
    const own = [...(attributes.get(line.id) ?? [])]
    const mine = events.get(line.id)
    const note = notes.get(line.id)
    return {
      id: line.id,
      label: mine?.[0]?.type ?? line.type,
      fragments,
      attributes: Object.fromEntries(own.map(([name, { value }]) => [name, value])),
      ...(note && { note: note.text }),
      ...withExtra('brat', {
        events: mine?.map(({ id }) => id),
        tail: tail === '' ? undefined : tail,
        attributes: own.length === 0 ? undefined : Object.fromEntries(own.map(([name, { id }]) => [name, id])),
        note: note?.id,
        raw: raws.get(line.id),
      }),
    }
  })
  const withRaw = relations.map((relation): InterchangeRelation => {
    const raw = raws.get(relation.id)
    return raw ? { ...relation, extra: { brat: { ...Object(relation.extra?.['brat']), raw } } } : relation
  })
  const kept = new Set([...known, ...hanging])
  const order = orderOf(ann, kept, new Set(stands.keys()))
  const natural = naturalOrder(order)
  const isNatural = order.every((id, index) => id === natural[index])
  return { set: { annotator: null, annotations, relations: withRaw, ...withExtra('brat', { order: isNatural ? undefined : order }) }, refused, remarks }
}

/** Ids of the lines that were taken, as they stand in the file. */
function orderOf(ann: AnnFile, kept: ReadonlySet<string>, there: ReadonlySet<string>): string[] {
  let equivs = 0
  return ann.lines.flatMap(({ line }) => {
    if ('id' in line) return kept.has(line.id) ? [line.id] : []
    return line.members.every((member) => there.has(member)) ? [`*${(equivs += 1)}`] : []
  })
}

/** The pieces in the text, or why the line does not fit it. */
function placeTextBound(line: TextBound, text: string, at: (offset: number) => number | null): { fragments: InterchangeFragment[]; tail: string } | string {
  const fragments: InterchangeFragment[] = []
  for (const span of line.spans) {
    const [start, end] = [at(span.start), at(span.end)]
    if (start === null || end === null) return `${span.start} ${span.end} is no place in the text`
    fragments.push({ start, end, quote: text.slice(start, end) })
  }
  const expected = fragments.map(({ quote }) => quote).join(' ')
  if (line.words === expected) return { fragments, tail: '' }
  const tail = line.words.slice(expected.length)
  if (line.words.startsWith(expected) && (expected === '' || /^\s/.test(tail))) return { fragments, tail }
  if (line.words === fragments.map(({ quote }) => quote).join('')) return { fragments, tail: '' }
  return `the text at ${line.spans.map(({ start, end }) => `${start} ${end}`).join(';')} is ${JSON.stringify(expected)}, the line says ${JSON.stringify(line.words)}`
}
