import { exampleOf } from '../common-losses.ts'
import { extraOf, valueText, type InterchangeAnnotation, type InterchangeDocument, type InterchangeRelation, type InterchangeSet } from '../interchange.ts'
import type { Losses } from '../losses.ts'
import { createOffsetMap, type OffsetMap } from '../../text/code-points.ts'
import { isBratId, readLine } from './lines.ts'
import { inOrder } from './order.ts'
import { pushTo } from '../push-to.ts'

export interface Names {
  readonly label: (name: string) => string
  readonly relation: (name: string) => string
  readonly attribute: (name: string) => string
  /** A value of a choice as the configuration has it. */
  readonly value: (attribute: string, text: string) => string
}

/** Where Python's readlines would break a line, and other control characters: a line of brat's cannot hold them. */
const BREAKS = /(?:(?!\t)[\p{Cc}\p{Zl}\p{Zp}])+/gu

/** The text of one .ann file: by brat's strict rules, in code points. */
export function writeAnn(document: InterchangeDocument, set: InterchangeSet, names: Names, losses: Losses): string {
  const writer = createWriter(document, set, names, losses)
  const order = extraOf(set, 'brat')['order']
  const wanted = Array.isArray(order) ? order.filter((id) => typeof id === 'string') : []
  const lines = writer.lines()
  return inOrder([...lines.keys()], wanted)
    .map((id) => `${lines.get(id) ?? ''}\n`)
    .join('')
}

function createWriter(document: InterchangeDocument, set: InterchangeSet, names: Names, losses: Losses) {
  const map = createOffsetMap(document.text)
  const lines = new Map<string, string>()
  const ids = createIds(set)
  const raws: string[] = []
  // What other lines call an annotation: its first event where it has one.
  const called = new Map<string, string>()
  return {
    lines() {
      const events = set.annotations.flatMap((annotation) => writeTextBound(annotation))
      writeEvents(events)
      for (const relation of set.relations) writeRelation(relation)
      writeEquivs()
      for (const annotation of set.annotations) writeRest(annotation)
      for (const relation of set.relations) keepRaw(relation)
      addRaws()
      return lines
    },
  }

  function writeTextBound(annotation: InterchangeAnnotation): { id: string; label: string; trigger: string }[] {
    const own = extraOf(annotation, 'brat')
    const id = ids.of('T', annotation.id)
    const place = exampleOf(document, annotation)
    if (id !== annotation.id) losses.add('ids', 'ids that are not T and a number', place)
    const label = names.label(annotation.label)
    if (label !== annotation.label) losses.add('labels', 'names of labels that brat cannot hold', `${annotation.label} is written ${label}`)
    const pieces = annotation.fragments.flatMap(({ start, end }) => lineParts(document.text, start, end))
    if (pieces.length === 0) {
      losses.add('annotations', 'annotations of nothing but line ends', place)
      return []
    }
    if (pieces.length !== annotation.fragments.length) losses.add('fragments', 'spans over a line end, cut there', place)
    else if (pieces.some(({ start, end }, index) => start !== annotation.fragments[index]?.start || end !== annotation.fragments[index]?.end)) losses.add('places', 'line ends at the border of a span, left out', place)
    const words = pieces.map(({ start, end }) => document.text.slice(start, end)).join(' ')
    const tail = typeof own['tail'] === 'string' ? own['tail'] : ''
    lines.set(id, `${id}\t${label} ${pieces.map((piece) => placeText(map, piece)).join(';')}\t${words}${tail}`)
    const events = stringsOf(own['events']).map((event) => ({ id: ids.of('E', event), label, trigger: id }))
    called.set(annotation.id, events[0]?.id ?? id)
    return events
  }

  function writeEvents(events: readonly { id: string; label: string; trigger: string }[]): void {
    const args = new Map<string, string[]>()
    const there = new Set(events.map(({ id }) => id))
    for (const relation of set.relations) {
      const own = extraOf(relation, 'brat')
      const event = own['event']
      if (typeof event !== 'string' || !there.has(event)) continue
      const target = endOf(relation.to.annotation, own['to'])
      const role = typeof own['role'] === 'string' ? own['role'] : names.relation(relation.type)
      if (target !== null) pushTo(args, event, `${role}:${target}`)
    }
    for (const { id, label, trigger } of events) lines.set(id, [`${id}\t${label}:${trigger}`, ...(args.get(id) ?? [])].join(' '))
  }

  function endOf(annotation: string, own: unknown): string | null {
    if (typeof own === 'string' && (lines.has(own) || ids.has(own))) return own
    return called.get(annotation) ?? null
  }

  function writeRelation(relation: InterchangeRelation): void {
    const own = extraOf(relation, 'brat')
    if (typeof own['equiv'] === 'number' || (typeof own['event'] === 'string' && lines.has(own['event']))) return
    const from = endOf(relation.from.annotation, own['from'])
    const to = relation.to.document === undefined ? endOf(relation.to.annotation, own['to']) : null
    if (from === null || to === null) {
      losses.add('relations', relation.to.document === undefined ? 'relations with an end that is not written' : 'relations to another document', `${document.name}: ${relation.type}`)
      return
    }
    const type = names.relation(relation.type)
    if (type !== relation.type) losses.add('relations', 'names of relations that brat cannot hold', `${relation.type} is written ${type}`)
    const [first = 'Arg1', second = 'Arg2'] = stringsOf(own['roles'])
    const id = ids.of('R', relation.id)
    const tail = typeof own['tail'] === 'string' ? own['tail'] : ''
    lines.set(id, `${id}\t${type} ${first}:${from} ${second}:${to}${tail}`)
  }

  function writeEquivs(): void {
    const groups = new Map<number, { type: string; members: Set<string> }>()
    for (const relation of set.relations) {
      const own = extraOf(relation, 'brat')
      if (typeof own['equiv'] !== 'number') continue
      const group = groups.get(own['equiv']) ?? { type: names.relation(relation.type), members: new Set<string>() }
      for (const member of [endOf(relation.from.annotation, own['from']), endOf(relation.to.annotation, own['to'])]) if (member !== null) group.members.add(member)
      groups.set(own['equiv'], group)
    }
    for (const [number, { type, members }] of groups) if (members.size > 1) lines.set(`*${number}`, `*\t${type} ${[...members].join(' ')}`)
  }

  function writeRest(annotation: InterchangeAnnotation): void {
    const target = called.get(annotation.id)
    if (target === undefined) return
    const own = extraOf(annotation, 'brat')
    const place = exampleOf(document, annotation)
    const kept = own['attributes']
    const known = new Map<string, unknown>(typeof kept === 'object' && kept !== null ? Object.entries(kept) : [])
    for (const [attribute, value] of Object.entries(annotation.attributes)) {
      const name = names.attribute(attribute)
      if (name !== attribute) losses.add('attributes', 'names of attributes that brat cannot hold', `${attribute} is written ${name}`)
      const id = ids.of('A', String(known.get(attribute) ?? ''))
      if (value.state === 'decided' && value.value === true) {
        lines.set(id, `${id}\t${name} ${target}`)
        continue
      }
      const { text, exact } = valueText(value)
      const written = names.value(attribute, text.replace(BREAKS, ' ').replaceAll('\t', ' ').trim())
      if (written === '' || (value.state === 'decided' && value.value === false)) {
        losses.add('attributes', 'values that are empty or “no”, which brat does not have', `${place}: ${attribute}`)
        continue
      }
      if (!exact || written !== text) losses.add('values', 'values that become text of one line', `${place}: ${attribute}`)
      lines.set(id, `${id}\t${name} ${target} ${written}`)
    }
    if (annotation.note !== undefined) {
      const note = annotation.note.replace(BREAKS, ' ')
      if (note !== annotation.note) losses.add('notes', 'line ends in notes, written as blanks', place)
      const id = ids.of('#', String(own['note'] ?? ''))
      lines.set(id, `${id}\tAnnotatorNotes ${target}\t${note}`)
    }
    keepRaw(annotation)
  }

  function keepRaw(record: InterchangeAnnotation | InterchangeRelation): void {
    raws.push(...stringsOf(extraOf(record, 'brat')['raw']))
  }

  /** Lines that are kept as they were, if what they speak of is still there. */
  function addRaws(): void {
    for (const raw of raws) {
      const read = readLine(raw)
      if (!read.ok || !('target' in read.value) || !lines.has(read.value.target) || lines.has(read.value.id)) continue
      lines.set(read.value.id, raw)
    }
  }
}

/** Keeps ids that are brat's own, of the right kind and free; the others get the next free number. */
function createIds(set: InterchangeSet) {
  const reserved = new Set<string>()
  for (const record of [...set.annotations, ...set.relations]) {
    const own = extraOf(record, 'brat')
    const raw = stringsOf(own['raw']).map((line) => line.slice(0, line.indexOf('\t')))
    const attributes = typeof own['attributes'] === 'object' && own['attributes'] !== null ? Object.values(own['attributes']).map(String) : []
    for (const id of [record.id, ...stringsOf(own['events']), ...attributes, String(own['note'] ?? ''), ...raw]) if (isBratId(id)) reserved.add(id)
  }
  const given = new Set<string>()
  const next = new Map<string, number>()
  return {
    has: (id: string) => given.has(id),
    of(kind: string, wish: string): string {
      const kinds = kind === 'A' ? ['A', 'M'] : [kind]
      let id = wish
      if (!isBratId(wish) || !kinds.includes(wish[0] ?? '') || given.has(wish)) {
        let number = next.get(kind) ?? 1
        while (reserved.has(kind + number) || given.has(kind + number)) number += 1
        next.set(kind, number + 1)
        id = kind + number
      }
      given.add(id)
      return id
    },
  }
}

/** The span without its line ends, in as many pieces as it has lines with anything on them. */
function lineParts(text: string, start: number, end: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let from = start
  for (const { 0: stop, index } of text.slice(start, end).matchAll(BREAKS)) {
    if (start + index > from) parts.push({ start: from, end: start + index })
    from = start + index + stop.length
  }
  if (end > from || start === end) parts.push({ start: from, end })
  return parts
}

function placeText(map: OffsetMap, { start, end }: { start: number; end: number }): string {
  return `${map.toCodePoint(start)} ${map.toCodePoint(end)}`
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
