import type { Value } from '../../model/value.ts'
import type { Refused } from '../adapter.ts'
import { withExtra, type InterchangeAnnotation, type InterchangeRelation } from '../interchange.ts'
import type { Counting } from '../units.ts'
import { placeRows, type Placed } from './place.ts'
import { labelsOf, readItem, splitCell, unescapeValue, type Layer, type Row, type Tsv } from './syntax.ts'

export const FORMAT = 'webanno-tsv'

export interface Decoded {
  readonly placed: Placed
  readonly annotations: readonly InterchangeAnnotation[]
  readonly relations: readonly InterchangeRelation[]
  readonly refused: readonly Omit<Refused, 'file'>[]
}

interface Growing {
  readonly layer: Layer
  readonly rows: Row[]
  readonly ref: number | null
  readonly attributes: Record<string, Value>
  readonly own: Record<string, unknown>
  note?: string
  links: { role: string | null; target: string; type: string; feature: string; field: string }[]
}

/** Annotations and relations of one file. */
export function decode(tsv: Tsv, repair?: Counting): Decoded {
  const placed = placeRows(tsv, repair)
  const refused: Omit<Refused, 'file'>[] = []
  const rows = tsv.sentences.flatMap((sentence) => sentence.rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const spans: Growing[] = []
  const at = new Map<string, Growing[]>()
  let column = 0
  const starts = tsv.layers.map((layer) => {
    const start = column
    column += layer.columns.length
    return start
  })
  for (const [index, layer] of tsv.layers.entries()) {
    if (layer.kind === 'RL') continue
    const start = starts[index] ?? 0
    const open = new Map<string, Growing>()
    for (const row of rows) {
      const cells = row.cells.slice(start, start + layer.columns.length)
      if (cells.every((cell) => cell === '_')) continue
      const stacks = cells.map((cell) => splitCell(cell, '|'))
      const depth = Math.min(Math.max(...stacks.map(({ length }) => length)), 1000)
      for (let level = 0; level < depth; level += 1) {
        const items = stacks.map((stack) => stack[level] ?? '*')
        if (items.every((item) => item === '_')) continue
        const grown = layer.kind === 'CH' ? linkOf(layer, items) : spanOf(layer, items)
        const key = grown.ref === null ? null : layer.kind === 'CH' ? `${grown.own['chain']}-${grown.own['element']}` : String(grown.ref)
        const span = (key === null ? undefined : open.get(key)) ?? grown
        if (span === grown) {
          spans.push(span)
          if (key !== null) open.set(key, span)
        }
        span.rows.push(row)
        const place = `${row.id} ${layer.type}`
        at.set(place, [...(at.get(place) ?? []), span])
        at.set(row.id, [...(at.get(row.id) ?? []), span])
      }
    }
  }
  const labelOf = labelsOf(tsv.layers.map(({ type }) => type))
  const drop = (row: Row | undefined, what: string, why: string) => refused.push({ line: row?.line ?? null, what, why })
  const ids = new Map<Growing, string>()
  const found: { span: Growing; start: number; end: number }[] = []
  const take = (span: Growing): boolean => {
    const places = span.rows.map((row) => placed.places.get(row))
    const bad = places.indexOf(undefined)
    if (bad !== -1) drop(span.rows[bad], `annotation ${labelOf(span.layer.type)}`, `the text at ${span.rows[bad]?.begin}–${span.rows[bad]?.end} is not ${JSON.stringify(span.rows[bad]?.token)}`)
    else found.push({ span, start: Math.min(...places.map((place) => place?.start ?? 0)), end: Math.max(...places.map((place) => place?.end ?? 0)) })
    return bad === -1
  }
  for (const span of spans) take(span)
  // Tokens are annotations only where a relation joins them.
  const tokens = new Map<string, Growing>()
  const spanAt = (id: string, ref: number | null, type: string): Growing | undefined => {
    const declared = tsv.layers.some((layer) => layer.type === type)
    const there = at.get(declared ? `${id} ${type}` : id) ?? []
    if (ref !== null) return there.find((span) => span.ref === ref)
    if (declared || type === 'uima.tcas.Annotation') return there[0]
    const row = byId.get(id)
    if (!row) return undefined
    const known = tokens.get(`${id} ${type}`)
    if (known) return known
    const token: Growing = { layer: { kind: 'SP', type, columns: [] }, rows: [row], ref: null, attributes: {}, own: { token: true }, links: [] }
    tokens.set(`${id} ${type}`, token)
    return take(token) ? token : undefined
  }
  const joins: { type: string; from: Growing; to: Growing; own: Record<string, unknown> }[] = []
  const join = (row: Row | undefined, type: string, from: Growing | undefined, to: Growing | undefined, own: Record<string, unknown>) => {
    if (from && to) joins.push({ type, from, to, own })
    else drop(row, `relation ${type}`, `${from ? 'its target' : 'its source'} is not there`)
  }
  for (const span of spans) {
    for (const { role, target, type, feature, field } of span.links) {
      const [, id = '', ref] = /^([\d.-]+)(?:\[(\d{1,9})\])?$/.exec(target) ?? []
      join(span.rows[0], role ?? feature, span, spanAt(id, ref === undefined ? null : Number(ref) || null, type), { slot: field, target: type, role: role ?? undefined })
    }
  }
  for (const layer of tsv.layers.filter(({ kind }) => kind === 'CH')) joinChains(layer, spans, labelOf(layer.type), join)
  for (const [index, layer] of tsv.layers.entries()) {
    if (layer.kind !== 'RL') continue
    const end = layer.columns.at(-1)
    for (const row of rows) {
      const cells = row.cells.slice(starts[index] ?? 0, (starts[index] ?? 0) + layer.columns.length)
      if (cells.every((cell) => cell === '_')) continue
      const stacks = cells.map((cell) => splitCell(cell, '|'))
      for (const [level, target] of (stacks.at(-1) ?? []).slice(0, 1000).entries()) {
        const [, id = '', from, to] = /^([\d.-]+)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?$/.exec(target) ?? []
        const type = end?.kind === 'end' ? end.type : ''
        const features = layer.columns.flatMap((one, place) => (one.kind === 'feature' ? [[one.name, readItem(stacks[place]?.[level] ?? '*').value]] : []))
        join(row, labelOf(layer.type), spanAt(id, Number(from ?? 0) || null, type), spanAt(row.id, Number(to ?? 0) || null, type), { layer: layer.type, base: type, features: Object.fromEntries(features.filter(([, value]) => value !== null)) })
      }
    }
  }
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const annotations = sorted.map(({ span, start, end }, index): InterchangeAnnotation => {
    ids.set(span, `a${index + 1}`)
    return { id: `a${index + 1}`, label: labelOf(span.layer.type), fragments: [{ start, end, quote: placed.text.slice(start, end) }], attributes: span.attributes, ...(span.note !== undefined && { note: span.note }), ...withExtra(FORMAT, { layer: span.layer.type, ref: span.layer.kind === 'CH' ? undefined : (span.ref ?? undefined), ...span.own }) }
  })
  const relations = joins.flatMap(({ type, from, to, own }): Omit<InterchangeRelation, 'id'>[] => {
    const [a, b] = [ids.get(from), ids.get(to)]
    return a === undefined || b === undefined ? [] : [{ type, from: { annotation: a }, to: { annotation: b }, ...withExtra(FORMAT, own) }]
  })
  return { placed, annotations, relations: relations.map((relation, index) => ({ id: `r${index + 1}`, ...relation })), refused }
}

function spanOf(layer: Layer, items: readonly string[]): Growing {
  const span: Growing = { layer, rows: [], ref: null, attributes: {}, own: {}, links: [] }
  let ref: number | null = null
  for (const [index, column] of layer.columns.entries()) {
    const raw = items[index] ?? '*'
    if (column.kind === 'targets') continue
    const item = readItem(raw)
    ref ??= item.ref
    if (column.kind === 'feature' && item.value !== null && raw !== '_') {
      if (column.name === 'note') span.note = item.value
      else span.attributes[column.name] = { state: 'decided', value: item.value }
    }
    const next = layer.columns[index + 1]
    if (column.kind !== 'roles' || next?.kind !== 'targets') continue
    const targets = splitCell(items[index + 1] ?? '_', ';').filter((target) => target !== '_' && target !== '*')
    const roles = splitCell(item.raw, ';')
    for (const [place, target] of targets.entries()) {
      const role = roles[place] ?? '*'
      span.links.push({ role: role === '*' || role === '_' ? null : unescapeValue(role), target, type: next.type, feature: column.feature, field: column.field })
    }
  }
  return { ...span, ref }
}

function linkOf(layer: Layer, items: readonly string[]): Growing {
  const arrow = items.findIndex((item) => /->\d/.test(item))
  const [, rel = '*', chain = '0', element = '0'] = /^(.*)->(\d{1,9})-(\d{1,9})/s.exec(items[arrow] ?? '') ?? []
  const type = readItem(items[arrow === 0 ? 1 : 0] ?? '*').value
  const value = rel === '*' ? null : unescapeValue(rel)
  return { layer, rows: [], ref: Number(chain) * 1_000_000 + Number(element), attributes: type === null ? {} : { referenceType: { state: 'decided', value: type } }, own: { chain: Number(chain), element: Number(element), rel: value ?? undefined }, links: [] }
}

function joinChains(layer: Layer, spans: readonly Growing[], label: string, join: (row: Row | undefined, type: string, from: Growing, to: Growing, own: Record<string, unknown>) => void): void {
  const links = spans.filter((span) => span.layer === layer).toSorted((a, b) => Number(a.own['chain']) - Number(b.own['chain']) || Number(a.own['element']) - Number(b.own['element']))
  for (const [index, link] of links.entries()) {
    const next = links[index + 1]
    if (next && next.own['chain'] === link.own['chain']) join(link.rows[0], typeof link.own['rel'] === 'string' ? link.own['rel'] : label, link, next, { chain: true })
  }
}
