import type { Adapter, FormatFile, SerializeOptions, Serialized, SourceFile } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { extraOf, joinedQuote, valueText, type Interchange, type InterchangeDocument } from '../interchange.ts'
import { isObject, type JsonObject } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { headOf } from '../source-text.ts'
import { createOffsetMap } from '../../text/code-points.ts'
import { FORMAT, OWN, ownersOf, parseBioc, textOf } from './parse.ts'

/** BioC collections: offsets are code points from the start of the document. */
export const biocJson: Adapter = { name: FORMAT, title: 'BioC JSON', detect, parse: parseBioc, serialize }

function detect(file: SourceFile): number {
  const head = headOf(file)
  return /^\s*\{/.test(head) && /"documents"\s*:\s*\[/.test(head) && /"passages"\s*:/.test(head) ? 3 : 0
}

function serialize({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  loseScheme(losses, scheme)
  const { around } = extraOf(scheme, FORMAT)
  const files = function* (): Iterable<FormatFile> {
    const list: JsonObject[] = []
    for (const document of documents) list.push(write(document, losses))
    const whole = { ...(isObject(around) ? around : { source: 'Concord', date: '', key: '', infons: {} }), documents: list }
    yield { path: `${options.name ?? 'annotations'}.json`, content: [JSON.stringify(whole, null, 2)] }
  }
  return { files: files(), losses: losses.list }
}

function write(document: InterchangeDocument, losses: Losses): JsonObject {
  loseAll(losses, document, FORMAT, ['statuses', 'set notes', 'document values', 'extra'])
  const kept = extraOf(document, FORMAT)['document']
  const same = isObject(kept) ? textOf(kept) : null
  const raw: JsonObject = same?.text === document.text ? JSON.parse(JSON.stringify(kept)) : { id: document.name, infons: document.metadata, passages: [{ offset: 0, infons: {}, text: document.text, sentences: [], annotations: [], relations: [] }], annotations: [], relations: [] }
  const base = same?.text === document.text ? same.base : 0
  const owners = ownersOf(raw)
  const map = createOffsetMap(document.text)
  const put = (owner: unknown, key: string, item: JsonObject) => {
    const into = (typeof owner === 'number' ? owners[owner] : undefined) ?? raw
    Object.assign(into, { [key]: [...(Array.isArray(into[key]) ? into[key] : []), item] })
  }
  const used = new Map<string, true>()
  for (const set of document.sets) {
    if (set.annotations.length === 0 && set.annotator !== null) losses.add('annotators', 'annotators who marked nothing', `${document.name}: ${set.annotator}`)
    const ids = new Map<string, string>()
    for (const annotation of set.annotations) {
      const place = exampleOf(document, annotation)
      let { id } = annotation
      for (let number = 2; used.has(id); number += 1) id = `${annotation.id}~${number}`
      if (id !== annotation.id) losses.add('ids', 'ids that are there twice in a document', place)
      used.set(id, true)
      ids.set(annotation.id, id)
      const own = extraOf(annotation, FORMAT)
      const infons = new Map<string, unknown>(own['untyped'] === true && annotation.label === 'annotation' ? [] : [['type', annotation.label]])
      for (const [name, value] of Object.entries(annotation.attributes)) {
        const payload = value.state === 'decided' ? value.value : undefined
        const plain = typeof payload === 'string' || typeof payload === 'number' || typeof payload === 'boolean'
        if (OWN.some((key) => key === name)) losses.add('attributes', 'attributes whose names are taken', `${place}: ${name}`)
        else infons.set(name, plain ? payload : valueText(value).text)
        if (!plain) losses.add('values', 'values that become text', `${place}: ${name}`)
      }
      const said = { annotator: set.annotator ?? undefined, note: annotation.note, created: annotation.created, modified: annotation.modified }
      for (const [key, value] of Object.entries(said)) if (value !== undefined) infons.set(key, value)
      const locations = annotation.fragments.map(({ start, end }) => ({ offset: base + map.toCodePoint(start), length: map.toCodePoint(end) - map.toCodePoint(start) }))
      put(own['owner'], 'annotations', { id, infons: Object.fromEntries(infons), text: joinedQuote(annotation), locations })
    }
    for (const relation of set.relations) {
      const [from, to] = [ids.get(relation.from.annotation), relation.to.document === undefined ? ids.get(relation.to.annotation) : undefined]
      const own = extraOf(relation, FORMAT)
      if (from === undefined || to === undefined) losses.add('relations', 'relations to another document', `${document.name}: ${relation.type}`)
      else put(own['owner'], 'relations', isObject(own['raw']) ? own['raw'] : { id: relation.id, infons: { type: relation.type }, nodes: [{ refid: from, role: 'from' }, { refid: to, role: 'to' }] })
    }
  }
  return raw
}
