import type { Value } from '../../model/value.ts'
import { normaliseText } from '../../text/normalise.ts'
import { withExtra, type InterchangeAnnotation, type InterchangeRelation } from '../interchange.ts'
import { judgeOffsets, type Judgement } from '../judge-unit.ts'
import { createUnitMap, type Counting } from '../units.ts'

/*
 * A UIMA CAS as feature structures that point at each other, whatever file it stood in. Annotations are those of the first view with a
 * text; everything else is carried along by the adapter.
 */

export interface Structure {
  readonly id: string
  readonly type: string
  readonly line: number | null
  readonly values: ReadonlyMap<string, string | number | boolean>
  /** What a feature points at; several for arrays. */
  readonly refs: ReadonlyMap<string, readonly string[]>
}

export interface View {
  readonly name: string
  readonly sofa: string
  readonly text: string | null
}

export interface Graph {
  readonly structures: readonly Structure[]
  readonly views: readonly View[]
}

export interface Taken {
  readonly text: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly annotations: readonly InterchangeAnnotation[]
  readonly relations: readonly InterchangeRelation[]
  readonly counting: Judgement
  readonly refused: readonly { readonly line: number | null; readonly what: string; readonly why: string }[]
  readonly remarks: readonly string[]
}

/** Sentences, tokens and the document itself are not what somebody marked. */
const FRAME = /(?:^|\.)(?:DocumentAnnotation|DocumentMetaData|Sentence|Token|TagsetDescription|XmlDocument|XmlElement|XmlTextNode)$/

export function takeGraph(graph: Graph, format: string, repair?: Counting): Taken {
  const view = graph.views.find(({ name, text }) => name === '_InitialView' && text !== null) ?? graph.views.find(({ text }) => text !== null)
  const raw = view?.text ?? ''
  const text = normaliseText(raw)
  const placed = graph.structures.filter(({ values, refs }) => typeof values.get('begin') === 'number' && typeof values.get('end') === 'number' && (refs.get('sofa')?.[0] ?? view?.sofa) === view?.sofa)
  const isPlaced = new Map(placed.map((structure) => [structure.id, structure]))
  const all = new Map(graph.structures.map((structure) => [structure.id, structure]))
  const isJoin = ({ refs }: Structure) => refs.has('Governor') && refs.has('Dependent')
  const spans = placed.filter((structure) => !FRAME.test(structure.type) && !isJoin(structure))
  const needed = new Set(placed.filter(isJoin).flatMap(({ refs }) => [refs.get('Governor')?.[0] ?? '', refs.get('Dependent')?.[0] ?? '']))
  const marked = new Set([...spans, ...placed.filter(({ id }) => needed.has(id))])
  const labelOf = labelsOf([...marked, ...placed.filter(isJoin)].map(({ type }) => type))
  const counting = judgeOffsets([{ text, raw, places: spans.map(({ values }) => ({ start: Number(values.get('begin')), end: Number(values.get('end')) })) }], [{ unit: 'utf16', newline: raw.includes('\r') ? 'crlf2' : 'lf' }], repair)
  const map = createUnitMap(text, counting.counting, raw)
  const refused: Taken['refused'][number][] = []
  const found = [...marked].flatMap((structure) => {
    const [begin, stop] = [Number(structure.values.get('begin')), Number(structure.values.get('end'))]
    const [start, end] = [map.fromUnit(begin), map.fromUnit(stop)]
    if (start !== null && end !== null && start <= end) return [{ structure, start, end }]
    refused.push({ line: structure.line, what: `annotation ${structure.id} (${labelOf(structure.type)})`, why: `${begin}–${stop} is no place in the text` })
    return []
  })
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const taken = new Set(sorted.map(({ structure }) => structure.id))
  const annotations = sorted.map(({ structure, start, end }): InterchangeAnnotation => {
    const attributes: Record<string, Value> = {}
    let note: string | undefined
    for (const [name, value] of structure.values) {
      if (name === 'begin' || name === 'end') continue
      if (name === 'note' && typeof value === 'string') note = value
      else attributes[name] = { state: 'decided', value }
    }
    return { id: structure.id, label: labelOf(structure.type), fragments: [{ start, end, quote: text.slice(start, end) }], attributes, ...(note !== undefined && { note }), ...withExtra(format, { type: structure.type }) }
  })
  const joins: Omit<InterchangeRelation, 'id'>[] = []
  const join = (type: string, from: string, to: string, own: Record<string, unknown>) => {
    if (taken.has(from) && taken.has(to)) joins.push({ type, from: { annotation: from }, to: { annotation: to }, ...withExtra(format, own) })
  }
  for (const structure of placed.filter(isJoin)) {
    const [from = '', to = ''] = [structure.refs.get('Governor')?.[0], structure.refs.get('Dependent')?.[0]]
    if (taken.has(from) && taken.has(to)) join(labelOf(structure.type), from, to, { id: structure.id, features: Object.fromEntries([...structure.values].filter(([name]) => name !== 'begin' && name !== 'end')) })
    else refused.push({ line: structure.line, what: `relation ${structure.id}`, why: 'one of its ends is not there' })
  }
  for (const structure of marked) {
    for (const [feature, targets] of structure.refs) {
      if (feature === 'sofa' || isJoin(structure)) continue
      for (const target of targets) {
        const other = all.get(target)
        const linked = other && !isPlaced.has(target) ? other.refs.get('target')?.[0] : undefined
        const role = other?.values.get('role')
        if (linked !== undefined) join(typeof role === 'string' && role !== '' ? role : feature, structure.id, linked, { feature })
        else join(feature, structure.id, target, { feature })
      }
    }
  }
  const meta = graph.structures.find(({ type }) => type.endsWith('.DocumentMetaData'))
  const metadata = Object.fromEntries([...(meta?.values ?? [])].filter(([name]) => ['documentTitle', 'documentUri', 'language', 'collectionId'].includes(name)))
  const others = graph.views.filter((other) => other !== view && other.text !== null).length
  return {
    text,
    metadata,
    annotations,
    relations: joins.map((relation, index) => ({ id: `r${index + 1}`, ...relation })),
    counting,
    refused,
    remarks: others > 0 ? [`Of several views “${view?.name ?? ''}” is read; the others are carried along.`] : [],
  }
}

/** `webanno.custom.Span` is `Span`, unless another type is called so. */
function labelsOf(types: readonly string[]): (type: string) => string {
  const short = (type: string) => type.slice(type.lastIndexOf('.') + 1)
  const counts = new Map<string, number>()
  for (const type of new Set(types)) counts.set(short(type), (counts.get(short(type)) ?? 0) + 1)
  return (type) => ((counts.get(short(type)) ?? 0) > 1 || short(type) === '' ? type : short(type))
}
