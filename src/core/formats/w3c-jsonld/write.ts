import { sameJson } from '../../model/equal.ts'
import type { Value } from '../../model/value.ts'
import { optionOf, type AdapterOption, type FormatFile, type SerializeOptions, type Serialized } from '../adapter.ts'
import { loseAll, loseScheme } from '../common-losses.ts'
import { extraOf, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeRelation, type InterchangeSet } from '../interchange.ts'
import { isObject, type JsonObject } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { createUnitMap, type OffsetUnit } from '../units.ts'
import { annotatorOf, readAnnotation, readLink, type Ground } from './annotation.ts'
import { closeEnvelope, cut, lines, type Envelope, type Style } from './envelope.ts'
import { encode, idOfIri, iriOfCollection, iriOfDocument, iriOfId, qualified } from './names.ts'
import { textPathOf } from './texts.ts'

export const FORMAT = 'w3c-jsonld'
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
/** Characters of context on either side of a quote. */
const AROUND = 32

export const OPTIONS: readonly AdapterOption[] = [
  { name: 'unit', values: ['codepoint', 'utf16'], default: 'codepoint', for: 'write', help: 'codepoint: as the standard says; utf16: as Hypothesis and Recogito count' },
]

export function serializeW3c(interchange: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const name = options.name ?? 'annotations'
  const unit: OffsetUnit = optionOf(OPTIONS, options.own, 'unit') === 'utf16' ? 'utf16' : 'codepoint'
  loseScheme(losses, interchange.scheme)
  return { files: filesOf(interchange, name, unit, losses), losses: losses.list }
}

/** The texts as they come, then the annotations: one file that is known only at the end. */
function* filesOf({ scheme, documents }: Interchange, name: string, unit: OffsetUnit, losses: Losses): Iterable<FormatFile> {
  const used = new Map<string, true>()
  const own = extraOf(scheme, FORMAT)
  const written: Kept[] = []
  // Hundreds of thousands of records are kept until the end: as text, where they need not be sorted.
  const asText = own['kind'] === undefined
  for (const document of documents) {
    lose(document, losses)
    if (document.text !== '') yield { path: textPathOf(document.name), content: [document.text] }
    for (const record of recordsOf(document, unit, used)) written.push({ at: record.at, id: record.json['id'], ends: record.ends, document: document.name, content: asText ? JSON.stringify(record.json) : record.json })
  }
  const records = withoutLooseLinks(written, losses)
  const path = `${name}.jsonld`
  if (asText) {
    const [head, tail] = cut(JSON.stringify(collection(name, records.length)))
    yield { path, content: [...lines(head, records.map(({ content }) => String(content)), tail), '\n'] }
    return
  }
  if (records.every(({ at }) => at !== null)) records.sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
  yield { path, content: closeEnvelope(envelopeOf(own, records.length), records.flatMap(({ content }) => (typeof content === 'string' ? [] : [content]))) }
}

/** A link is read as one only where both its ends are there: of a part of a project, some may lead out of it. */
function withoutLooseLinks(written: readonly Kept[], losses: Losses): Kept[] {
  const ids = new Set(written.map(({ id }) => id))
  return written.filter(({ ends, document }) => {
    const whole = ends === null || ends.every((end) => ids.has(end))
    if (!whole) losses.add('relations', 'relations that lead to what is not exported', document)
    return whole
  })
}

function collection(name: string, total: number): JsonObject {
  const id = iriOfCollection(name)
  const first = { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0, items: [] }
  return { '@context': CONTEXT, id, type: 'AnnotationCollection', label: name, first, last: `${id}:1`, total }
}

function envelopeOf(own: Readonly<Record<string, unknown>>, count: number): Envelope {
  const { kind, around, style } = own
  const total = isObject(around) && around['total'] !== undefined && own['count'] !== count ? { total: count } : {}
  return {
    kind: kind === 'collection' || kind === 'page' || kind === 'single' ? kind : 'list',
    around: isObject(around) ? { ...around, ...total } : null,
    style: typeof style === 'string' ? (style as Style) : null,
  }
}

function lose(document: InterchangeDocument, losses: Losses): void {
  loseAll(losses, document, FORMAT, ['metadata', 'statuses', 'set notes', 'document values', 'extra'])
  const isEmpty = (set: InterchangeSet) => set.annotations.length === 0 && set.relations.length === 0 && extraOf(set, FORMAT)['others'] === undefined
  const empty = document.sets.filter(isEmpty)
  if (empty.length === document.sets.length) losses.add('documents', 'documents without annotations', document.name)
  for (const { annotator } of empty) if (annotator !== null) losses.add('annotators', 'annotators who marked nothing', `${document.name}: ${annotator}`)
}

/** A record until all are known. */
interface Kept extends Omit<Written, 'json'> {
  readonly id: unknown
  readonly document: string
  readonly content: string | JsonObject
}

interface Written {
  readonly at: number | null
  /** Of a link: the ids of what it links. */
  readonly ends: readonly unknown[] | null
  readonly json: JsonObject
}

function* recordsOf(document: InterchangeDocument, unit: OffsetUnit, used: Map<string, true>): Iterable<Written> {
  const own = extraOf(document, FORMAT)
  const known = own['unit']
  const counted: OffsetUnit = known === 'utf16' || known === 'byte' || known === 'grapheme' ? known : unit
  const ground: Ground | null = document.text === '' ? null : { text: document.text, map: createUnitMap(document.text, { unit: counted, newline: 'lf' }) }
  const source = own['source'] === null ? null : typeof own['source'] === 'string' ? own['source'] : iriOfDocument(document.name)
  for (const set of document.sets) {
    const { annotator } = set
    const iris = new Map<string, string>()
    const iriOf = (id: string) => {
      const wish = iriOfId(id, document.name, annotator)
      let iri = used.has(wish) ? qualified(id, document.name, annotator) : wish
      // Two documents of one name, each with a set of the same person.
      for (let count = 2; used.has(iri); count += 1) iri = qualified(`${id}-${count}`, document.name, annotator)
      used.set(iri, true)
      return iri
    }
    for (const annotation of set.annotations) {
      const { at, raw } = extraOf(annotation, FORMAT)
      const iri = iriOf(annotation.id)
      // Of annotations only: a relation may have the id of one, and its ends mean the annotation.
      iris.set(annotation.id, iri)
      const fresh = { ...freshAnnotation({ name: document.name, source }, annotator, annotation, ground), id: iri }
      yield { at: typeof at === 'number' ? at : null, ends: null, json: isObject(raw) ? (isUnchanged(raw, annotation, annotator, ground) ? raw : { ...unknownOf(raw), ...fresh }) : fresh }
    }
    for (const relation of set.relations) {
      const { at, raw } = extraOf(relation, FORMAT)
      const fresh = freshRelation(document.name, annotator, relation, iris)
      const same = isObject(raw) && isSameLink(raw, relation)
      yield { at: typeof at === 'number' ? at : null, ends: same ? null : endsOf(fresh), json: same ? raw : { ...fresh, id: iriOf(relation.id) } }
    }
    const { others } = extraOf(set, FORMAT)
    for (const other of Array.isArray(others) ? others.filter(isObject) : []) {
      const { at, raw } = other
      if (isObject(raw)) yield { at: typeof at === 'number' ? at : null, ends: null, json: raw }
    }
  }
}

/** An annotation as Concord writes it. */
export function freshAnnotation({ name, source }: { readonly name: string; readonly source: string | null }, annotator: string | null, annotation: InterchangeAnnotation, ground: Ground | null): JsonObject {
  const { id, label, fragments, attributes, note, created, modified } = annotation
  const body: JsonObject[] = [{ type: 'TextualBody', value: label, purpose: 'classifying' }]
  for (const [attribute, value] of Object.entries(attributes)) body.push(attributeBody(attribute, value))
  if (note !== undefined) body.push({ type: 'TextualBody', value: note, purpose: 'commenting' })
  const targets = fragments.map(({ start, end, quote }) => {
    const context = ground ? around(ground.text, start, end) : {}
    const place = ground ? { start: ground.map.toUnit(start), end: ground.map.toUnit(end) } : { start, end }
    return { ...(source !== null && { source }), selector: [{ type: 'TextQuoteSelector', exact: quote, ...context }, { type: 'TextPositionSelector', ...place }] }
  })
  return {
    id: iriOfId(id, name, annotator),
    type: 'Annotation',
    motivation: 'classifying',
    ...creatorOf(annotator),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    body,
    target: targets.length === 1 ? targets[0] : targets,
  }
}

/** A relation as Recogito writes it: an annotation that links two. `iris`: those of the document's own annotations. */
export function freshRelation(document: string, annotator: string | null, relation: InterchangeRelation, iris: ReadonlyMap<string, string> = new Map()): JsonObject {
  const { id, type, from, to, created, modified } = relation
  const end = ({ annotation, document: other = document }: { annotation: string; document?: string }) => ({ id: (other === document ? iris.get(annotation) : undefined) ?? iriOfId(annotation, other, annotator) })
  return {
    id: iriOfId(id, document, annotator),
    type: 'Annotation',
    motivation: 'linking',
    ...creatorOf(annotator),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    body: [{ type: 'TextualBody', value: type, purpose: 'tagging' }],
    target: [end(from), end(to)],
  }
}

function endsOf({ target }: JsonObject): readonly unknown[] {
  return Array.isArray(target) ? target.map((end) => (isObject(end) ? end['id'] : end)) : []
}

function creatorOf(annotator: string | null): JsonObject {
  return annotator === null ? {} : { creator: { id: `urn:concord:annotator:${encode(annotator)}`, type: 'Person', name: annotator } }
}

/** A decided text as it is; everything else as JSON, so that nothing of it is lost. */
function attributeBody(label: string, value: Value): JsonObject {
  const plain = value.state === 'decided' && typeof value.value === 'string'
  return { type: 'TextualBody', label, value: plain ? value.value : JSON.stringify(value), ...(plain ? {} : { format: 'application/json' }), purpose: 'describing' }
}

function around(text: string, start: number, end: number): JsonObject {
  const prefix = text.slice(Math.max(0, start - AROUND), start).replace(/^[\udc00-\udfff]/, '')
  const suffix = text.slice(end, end + AROUND).replace(/[\ud800-\udbff]$/, '')
  return { ...(prefix !== '' && { prefix }), ...(suffix !== '' && { suffix }) }
}

function isUnchanged(raw: JsonObject, annotation: InterchangeAnnotation, annotator: string | null, ground: Ground | null): boolean {
  const { extra: _, ...now } = annotation
  return annotatorOf(raw) === annotator && sameJson(readAnnotation(raw, ground), now)
}

function isSameLink(raw: JsonObject, { id, type, from, to }: InterchangeRelation): boolean {
  const link = readLink(raw, () => true)
  return idOfIri(String(raw['id'])) === id && link?.type === type && idOfIri(link.from) === from.annotation && idOfIri(link.to) === to.annotation
}

/** What an annotation that was changed keeps of the original. */
function unknownOf(raw: JsonObject): JsonObject {
  const known = ['@context', 'id', 'type', 'motivation', 'creator', 'created', 'modified', 'body', 'bodyValue', 'target']
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !known.includes(key)))
}
