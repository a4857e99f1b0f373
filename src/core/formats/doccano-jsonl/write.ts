import { exampleOf, loseAll } from '../common-losses.ts'
import { optionOf, type AdapterOption, type FormatFile, type Serialized, type SerializeOptions } from '../adapter.ts'
import { extraOf, type Interchange, type InterchangeDocument, type InterchangeSet, type SchemeLabel } from '../interchange.ts'
import { isObject, isStrings, writeJson, type JsonStyle } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { fileNameFor } from '../paths.ts'
import { createUnitMap, type Counting, type OffsetUnit, type UnitMap } from '../units.ts'
import { pushTo } from '../push-to.ts'

export const OPTIONS: readonly AdapterOption[] = [
  { name: 'shape', values: ['auto', 'label', 'entities'], default: 'auto', for: 'write', help: 'label: [start, end, label]; entities: objects, and relations. auto: entities where the codebook has relations' },
  { name: 'unit', values: ['auto', 'utf16', 'codepoint', 'grapheme'], default: 'auto', for: 'write', help: 'what positions count: utf16 as doccano’s screen does, codepoint for Python, grapheme where the project counts those. auto: utf16' },
]

const FORMAT = 'doccano-jsonl'
/** Keys that doccano gives a meaning of its own. */
const RESERVED = new Set(['text', 'data', 'label', 'labels', 'entities', 'annotations', 'relations', 'cats', 'Comments', 'document', 'filename', 'upload_name', 'example_uuid', '#line_number'])

export function serializeDoccano({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const asked = optionOf(OPTIONS, options.own, 'shape')
  const shape = asked === 'auto' ? (scheme.relations.length > 0 ? 'entities' : 'label') : asked === 'entities' ? 'entities' : 'label'
  let unit: OffsetUnit | null = unitNamed(optionOf(OPTIONS, options.own, 'unit'))
  let overlapping = 0
  function* files(): Generator<FormatFile> {
    const written = new Map<string, string[]>()
    for (const document of documents) {
      unit ??= unitNamed(String(extraOf(document, FORMAT)['unit'])) ?? 'utf16'
      const map = createUnitMap(document.text, { unit, newline: 'lf' })
      loseAll(losses, document, FORMAT, ['statuses', 'timestamps', 'attributes', 'notes', 'extra'])
      const sets: readonly InterchangeSet[] = document.sets.length === 0 ? [{ annotator: null, annotations: [], relations: [] }] : document.sets
      if (document.text === '') losses.add('documents', 'documents without text, which doccano refuses', document.name)
      else
        for (const set of sets) {
          const file = fileNameFor(set.annotator, options.name ?? 'all')
          if (set.annotator !== null && (sets.length === 1 || file !== set.annotator)) losses.add('annotators', 'who annotated: the file’s name says it, and doccano does not read that', `${document.name}: ${set.annotator}`)
          if (overlaps(set)) overlapping += 1
          pushTo(written, file, rowOf(document, set, shape, map, losses))
        }
    }
    for (const [name, rows] of written) yield { path: `${name}.jsonl`, content: rows }
    if (scheme.labels.length > 0) {
      losses.add('scheme', 'attributes and relations of the codebook, definitions of labels', undefined, scheme.attributes.length + scheme.relations.length + scheme.labels.filter(({ definition }) => definition !== undefined).length)
      yield { path: 'labels.json', content: [`${JSON.stringify(scheme.labels.map(labelOf), null, 2)}\n`] }
    }
  }
  return {
    files: files(),
    losses: losses.list,
    readBack: () => ({ repair: countingOf(unit) }),
    advice: () => (overlapping === 0 ? [] : [`In ${overlapping} documents spans overlap: switch on “Allow overlapping spans” in the doccano project before importing, or doccano drops them without a word.`]),
  }
}

function countingOf(unit: OffsetUnit | null): Counting {
  return { unit: unit ?? 'utf16', newline: 'lf' }
}

function unitNamed(name: string): OffsetUnit | null {
  return name === 'utf16' || name === 'codepoint' || name === 'grapheme' ? name : null
}

function rowOf(document: InterchangeDocument, set: InterchangeSet, shape: 'label' | 'entities', map: UnitMap, losses: Losses): string {
  const own = extraOf(document, FORMAT)
  const keys = isStrings(own['keys']) ? own['keys'] : null
  const textKey = keys && !keys.includes('text') ? 'data' : 'text'
  const spansIn = isObject(own['spans']) ? own['spans'] : null
  const form = spansIn ? (spansIn['form'] === 'objects' ? 'objects' : 'triples') : shape === 'entities' ? 'objects' : 'triples'
  const spansKey = typeof spansIn?.['key'] === 'string' ? spansIn['key'] : shape === 'entities' ? 'entities' : 'label'
  const fields = new Map<string, unknown>([[textKey, document.text]])
  const { spans, ids } = spansOf(document, set, form, own, map, losses)
  if (spansIn || set.annotations.length > 0 || (!keys && Object.keys(set.values ?? {}).length === 0)) fields.set(spansKey, spans)
  const relations = relationsOf(document, set, ids, own, form, losses)
  if (relations.length > 0 || keys?.includes('relations') || (!keys && form === 'objects')) fields.set('relations', relations)
  const kept = isObject(own['classes']) ? own['classes'] : {}
  for (const [key, value] of Object.entries(set.values ?? {})) {
    if (value.state === 'decided' && isStrings(value.value) && (keys?.includes(key) || ['cats', 'label', 'labels'].includes(key)) && !fields.has(key)) fields.set(key, kept[key] ?? value.value)
    else losses.add('values', 'values of whole documents', `${document.name}: ${key}`)
  }
  const comments = Array.isArray(own['comments']) ? own['comments'] : []
  const said = comments.map((item: unknown) => (isObject(item) ? item['comment'] : item)).join('\n')
  if (set.note !== undefined || comments.length > 0) fields.set('Comments', said === (set.note ?? '') ? comments : [set.note])
  for (const [key, value] of Object.entries(document.metadata)) {
    if (keys?.includes(key) || !RESERVED.has(key)) fields.set(key, value)
    else losses.add('metadata', 'facts under a name that doccano uses itself', `${document.name}: ${key}`)
  }
  if (!keys || keys.includes('document')) fields.set('document', document.name)
  const order = keys ? [...keys.filter((key) => fields.has(key)), ...[...fields.keys()].filter((key) => !keys.includes(key))] : [...fields.keys()]
  return `${writeJson(Object.fromEntries(order.map((key) => [key, fields.get(key)])), styleNamed(own['style']))}\n`
}

function spansOf(document: InterchangeDocument, set: InterchangeSet, form: 'triples' | 'objects', own: Readonly<Record<string, unknown>>, map: UnitMap, losses: Losses): { spans: unknown[]; ids: Map<string, unknown> } {
  const spans: unknown[] = []
  const ids = new Map<string, unknown>()
  const taken = new Set(set.annotations.map(({ id }) => id))
  let next = 0
  const number = () => {
    do next += 1
    while (taken.has(String(next)))
    return next
  }
  for (const annotation of set.annotations) {
    const place = exampleOf(document, annotation)
    if (annotation.fragments.length > 1) losses.add('fragments', 'discontinuous spans: each piece is a span of its own', place)
    for (const [index, { start, end }] of annotation.fragments.entries()) {
      const [from, to] = [map.toUnit(start), map.toUnit(end)]
      if (from >= to) {
        losses.add('annotations', 'places without length', place)
        continue
      }
      if (map.fromUnit(from) !== start || map.fromUnit(to) !== end) losses.add('places', 'spans that end inside a character as it is counted', place)
      if (form === 'triples') {
        if (annotation.id !== `a${spans.length + 1}`) losses.add('ids', 'ids of annotations', place)
        spans.push([from, to, annotation.label])
        continue
      }
      const { label, unnumbered, id: wish, ...more } = extraOf(annotation, FORMAT)
      const keeps = index === 0 && /^(0|[1-9]\d{0,14})$/.test(annotation.id)
      const id = unnumbered === true ? undefined : index === 0 && wish !== undefined ? wish : keeps ? Number(annotation.id) : number()
      if (index === 0) ids.set(annotation.id, id)
      if (id !== undefined && String(id) !== annotation.id) losses.add('ids', 'ids that are no numbers', place)
      spans.push(inOrder({ ...(id !== undefined && { id }), label: label ?? annotation.label, start_offset: from, end_offset: to, ...more }, own['spanKeys']))
    }
  }
  return { spans, ids }
}

function relationsOf(document: InterchangeDocument, set: InterchangeSet, ids: ReadonlyMap<string, unknown>, own: Readonly<Record<string, unknown>>, form: 'triples' | 'objects', losses: Losses): unknown[] {
  const written: unknown[] = []
  for (const relation of set.relations) {
    const [from, to] = [ids.get(relation.from.annotation), ids.get(relation.to.annotation)]
    if (form === 'triples' || from === undefined || to === undefined || relation.to.document !== undefined) {
      losses.add('relations', form === 'triples' ? 'relations: the shape “entities” has them' : 'relations to another document', `${document.name}: ${relation.type}`)
      continue
    }
    const numbered = /^(0|[1-9]\d{0,14})$/.test(relation.id) ? { id: Number(relation.id) } : relation.id === `r${written.length + 1}` ? {} : { id: written.length + 1 }
    written.push(inOrder({ ...numbered, from_id: from, to_id: to, type: relation.type, ...extraOf(relation, FORMAT) }, own['relationKeys']))
  }
  return written
}

function inOrder(fields: Readonly<Record<string, unknown>>, order: unknown): Record<string, unknown> {
  const keys = isStrings(order) ? order.filter((key) => key in fields) : []
  return Object.fromEntries([...keys, ...Object.keys(fields).filter((key) => !keys.includes(key))].map((key) => [key, fields[key]]))
}

function styleNamed(style: unknown): JsonStyle {
  const known: readonly JsonStyle[] = ['compact-ascii', 'compact-slash', 'python', 'python-ascii']
  return known.find((name) => name === style) ?? 'compact'
}

function labelOf(label: SchemeLabel): Record<string, unknown> {
  const { order, upper, ...own } = extraOf(label, FORMAT)
  const fields = {
    text: label.name,
    prefix_key: null,
    suffix_key: label.key !== undefined && /^[a-z0-9]$/.test(label.key) ? label.key : null,
    background_color: typeof upper === 'string' ? upper : (label.color ?? '#209cee'),
    text_color: '#ffffff',
    ...own,
  }
  return inOrder(order === undefined ? fields : Object.fromEntries(Object.entries(fields).filter(([key]) => isStrings(order) && order.includes(key))), order)
}

/** Whether spans of the set cover the same words, which doccano drops unless the project allows it. */
function overlaps(set: InterchangeSet): boolean {
  const places = set.annotations.flatMap(({ fragments }) => fragments).toSorted((a, b) => a.start - b.start)
  return places.some(({ start }, index) => start < Math.max(0, ...places.slice(Math.max(0, index - 20), index).map(({ end }) => end)))
}
