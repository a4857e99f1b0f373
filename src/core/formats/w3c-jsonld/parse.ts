import { ok, type Result } from '../../result.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { extraOf, NO_SCHEME, timestampOf, withExtra, type InterchangeAnnotation, type InterchangeRelation, type ParsedDocument } from '../interchange.ts'
import { isObject, type JsonObject } from '../json-lines.ts'
import { judgeOffsets, type ForeignPlace, type Judgement } from '../judge-unit.ts'
import { lineOfPath } from '../json-position.ts'
import { stemOf } from '../paths.ts'
import { readJson, readText, type SourceText } from '../source-text.ts'
import { createUnitMap, type Counting } from '../units.ts'
import { annotatorOf, isType, readAnnotation, readLink, targetsOf, type Ground } from './annotation.ts'
import { openEnvelope } from './envelope.ts'
import { documentOfIri, idOfIri, iriOfDocument } from './names.ts'
import { sourceOf, textTarget } from './selectors.ts'
import { textFileOf } from './texts.ts'
import { freshAnnotation, freshRelation, FORMAT } from './write.ts'

interface Item {
  readonly at: number
  readonly raw: JsonObject
  readonly iri: string
}

interface Set {
  readonly annotations: InterchangeAnnotation[]
  readonly relations: InterchangeRelation[]
  readonly others: { at: number; raw: JsonObject }[]
}

interface Document {
  readonly name: string
  readonly source: string | null
  readonly text: SourceText | null
  readonly items: Item[]
  readonly sets: Map<string | null, Set>
}

/** A list, a collection with its first page, a page, or one annotation; the texts where they lie beside. */
export function parseW3c(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const [main, ...texts] = files
  if (!main) return refusal('', null, 'there is no file.')
  const json = readJson(main)
  if (!json.ok) return json
  const opened = openEnvelope(json.value.value, json.value.source.raw)
  if (typeof opened === 'string') return refusal(main.path, 1, `${opened}.`)
  const { envelope, items } = opened
  const path = (at: number) => (envelope.kind === 'single' ? [] : envelope.kind === 'list' ? [at] : [...(isObject(envelope.around?.['first']) ? ['first'] : []), 'items', at])
  const refused: Refused[] = []
  let lines = 0
  const drop = (at: number, what: string, why: string) => {
    // Each look-up walks the file.
    lines += 1
    refused.push({ file: main.path, line: lines <= 50 ? lineOfPath(json.value.source.raw, path(at)) : null, what, why })
  }
  const known = readItems(items, drop)
  const [firstRefused] = refused
  if (known.length === 0 && firstRefused) return refusal(main.path, firstRefused.line, `no annotation of it can be taken: ${firstRefused.what}: ${firstRefused.why}.`)
  const { documents, links } = sortItems(known, main, texts)
  const counting = judge(documents, options)
  fillSets(documents, links, counting, drop)
  const order = orderOf(documents)
  const natural = order.every((at, index) => at > (order[index - 1] ?? -1))
  const remarks = known.some(({ raw }) => targetsOf(raw).some((target) => isObject(target) && target['selector'] !== undefined && sourceOf(target) === null)) ? [`${main.path}: targets without a source; they count as places in one document.`] : []
  return ok({
    documents: documents.filter(({ sets }) => sets.size > 0).map((document) => finish(document, counting, natural)),
    scheme: { ...NO_SCHEME, ...withExtra(FORMAT, { kind: envelope.kind, around: envelope.around ?? undefined, style: envelope.style ?? '2', count: order.length }) },
    refused,
    counting: counting.of === 0 ? null : counting,
    remarks,
  })
}

function readItems(items: readonly unknown[], drop: (at: number, what: string, why: string) => void): Item[] {
  const ids = new Map<string, number>()
  return items.flatMap((raw, at): Item[] => {
    const why = isObject(raw) ? problemOf(raw) : 'it is no object'
    const iri = isObject(raw) ? String(raw['id']) : ''
    const what = isObject(raw) && typeof raw['id'] === 'string' ? `annotation ${iri}` : `annotation ${at + 1}`
    if (why !== null || !isObject(raw)) drop(at, what, why ?? '')
    else if (ids.has(iri)) drop(at, what, `number ${(ids.get(iri) ?? 0) + 1} has the same id`)
    else {
      ids.set(iri, at)
      return [{ at, raw, iri }]
    }
    return []
  })
}

/** What the standard's MUSTs refuse. */
function problemOf(raw: JsonObject): string | null {
  const { id, type, target, body, bodyValue } = raw
  if (typeof id !== 'string' || id === '' || /\s/.test(id)) return 'its id is not one IRI'
  if (!isType(type, 'Annotation')) return 'its type is not Annotation'
  if (target === undefined || target === null || (Array.isArray(target) && target.length === 0)) return 'it has no target'
  if (Array.isArray(body) && body.length === 0) return 'its list of bodies is empty'
  if (body !== undefined && bodyValue !== undefined) return 'it has both body and bodyValue'
  if (bodyValue !== undefined && typeof bodyValue !== 'string') return 'its bodyValue is no text'
  for (const key of ['created', 'modified', 'generated']) if (raw[key] !== undefined && typeof raw[key] !== 'string') return `its ${key} is not one time`
  return null
}

/** To the document that each speaks of; those that link two annotations aside. */
function sortItems(items: readonly Item[], main: SourceFile, texts: readonly SourceFile[]): { documents: Document[]; links: Item[] } {
  const documents = new Map<string, Document>()
  const ids = new Map(items.map(({ iri }) => [iri, true]))
  const links: Item[] = []
  for (const item of items) {
    if (readLink(item.raw, (iri) => ids.has(iri))) {
      links.push(item)
      continue
    }
    const source = targetsOf(item.raw).map(sourceOf).find((found) => found !== null) ?? null
    const name = source === null ? stemOf(main.path) : documentOfIri(source)
    let document = documents.get(name)
    if (!document) {
      const file = textFileOf(name, texts)
      const text = file && readText(file)
      document = { name, source, text: text?.ok ? text.value : null, items: [], sets: new Map() }
      documents.set(name, document)
    }
    document.items.push(item)
  }
  return { documents: [...documents.values()], links }
}

function judge(documents: readonly Document[], { repair }: ParseOptions): Judgement {
  const texts = documents.flatMap(({ text, items }) => {
    if (!text) return []
    const places = items.flatMap(({ raw }) => targetsOf(raw).flatMap((target): ForeignPlace[] => {
        const place = textTarget(target)?.place
        return place ? [place] : []
      }))
    return [{ text: text.text, raw: text.raw, places }]
  })
  const units: Counting['unit'][] = ['codepoint', 'utf16']
  const newlines: Counting['newline'][] = documents.some(({ text }) => text?.raw.includes('\r')) ? ['lf', 'crlf2'] : ['lf']
  const [first = { unit: 'codepoint', newline: 'lf' }, ...others] = newlines.flatMap((newline) => units.map((unit): Counting => ({ unit, newline })))
  return judgeOffsets(texts, [first, ...others], repair)
}

function fillSets(documents: readonly Document[], links: readonly Item[], { counting }: Judgement, drop: (at: number, what: string, why: string) => void): void {
  const places = new Map<string, { document: Document; annotator: string | null }>()
  for (const document of documents) {
    const ground: Ground | null = document.text ? { text: document.text.text, map: createUnitMap(document.text.text, counting, document.text.raw) } : null
    for (const { at, raw, iri } of document.items) {
      const annotator = annotatorOf(raw)
      const targets = targetsOf(raw).map(textTarget)
      const sources = new Map(targets.map((target) => [target?.source ?? null, true]))
      const isPlace = targets.every((target) => target !== null && (ground !== null || (target.place !== null && target.quote !== null))) && sources.size === 1
      if (!isPlace) {
        setIn(document, annotator).others.push({ at, raw })
        continue
      }
      const annotation = readAnnotation(raw, ground)
      if (typeof annotation === 'string') {
        drop(at, `annotation ${iri}`, annotation)
        continue
      }
      places.set(iri, { document, annotator })
      const fresh = freshAnnotation({ name: document.name, source: document.source }, annotator, annotation, ground)
      const own = sameText(fresh, raw) ? {} : { raw }
      setIn(document, annotator).annotations.push({ ...annotation, extra: { [FORMAT]: { at, ...own } } })
    }
  }
  for (const { at, raw, iri } of links) {
    const link = readLink(raw, () => true)
    const [from, to] = [link && places.get(link.from), link && places.get(link.to)]
    if (!link || !from || !to) {
      const lost = link && [link.from, link.to].find((end) => !places.has(end))
      const isOther = documents.some(({ sets }) => [...sets.values()].some(({ others }) => others.some((other) => other.raw['id'] === lost)))
      const home = from?.document ?? to?.document ?? documents[0]
      if (isOther && home) setIn(home, from?.annotator ?? to?.annotator ?? annotatorOf(raw)).others.push({ at, raw })
      else drop(at, `annotation ${iri}`, `it links to ${String(lost)}, which was not taken`)
      continue
    }
    const set = setIn(from.document, from.annotator)
    const elsewhere = from.document !== to.document
    if (!elsewhere && from.annotator !== to.annotator) {
      set.others.push({ at, raw })
      continue
    }
    const relation: InterchangeRelation = {
      id: idOfIri(iri),
      type: link.type,
      from: { annotation: idOfIri(link.from) },
      to: { annotation: idOfIri(link.to), ...(elsewhere && { document: to.document.name }) },
      ...timesOf(raw),
    }
    const own = sameText(freshRelation(from.document.name, from.annotator, relation), raw) ? {} : { raw }
    set.relations.push({ ...relation, extra: { [FORMAT]: { at, ...own } } })
  }
}

/** The numbers of the items in the order in which they would be written. */
function orderOf(documents: readonly Document[]): number[] {
  return documents.flatMap(({ sets }) =>
    [...sets.values()].flatMap(({ annotations, relations, others }) => [...annotations.map(numberOf), ...relations.map(numberOf), ...others.map(({ at }) => at)]),
  )
}

function numberOf(record: InterchangeAnnotation | InterchangeRelation): number {
  return Number(extraOf(record, FORMAT)['at'])
}

function timesOf(raw: JsonObject): { created?: string; modified?: string } {
  const [created, modified] = [timestampOf(raw['created']), timestampOf(raw['modified'])]
  return { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) }
}

function setIn(document: Document, annotator: string | null): Set {
  const set = document.sets.get(annotator) ?? { annotations: [], relations: [], others: [] }
  document.sets.set(annotator, set)
  return set
}

/** Key order counts: then it is what would be written anyway. */
function sameText(fresh: JsonObject, raw: JsonObject): boolean {
  return JSON.stringify(fresh) === JSON.stringify(raw)
}

function finish(document: Document, { counting }: Judgement, natural: boolean): ParsedDocument {
  const { name, source, text, sets } = document
  const own = (record: InterchangeAnnotation | InterchangeRelation) => {
    const { at, raw } = extraOf(record, FORMAT)
    return { extra: natural && raw === undefined ? undefined : { [FORMAT]: { ...(!natural && { at }), ...(raw !== undefined && { raw }) } } }
  }
  const settled = <T extends InterchangeAnnotation | InterchangeRelation>(record: T) => {
    const { extra: _, ...rest } = record
    const { extra } = own(record)
    return { ...rest, ...(extra && { extra }) }
  }
  return {
    name,
    text: text?.text ?? null,
    metadata: {},
    sets: [...sets].map(([annotator, { annotations, relations, others }]) => ({
      annotator,
      annotations: annotations.map(settled),
      relations: relations.map(settled),
      ...withExtra(FORMAT, { others: others.length === 0 ? undefined : others.map(({ at, raw }) => ({ ...(!natural && { at }), raw })) }),
    })),
    ...withExtra(FORMAT, {
      unit: text && counting.unit !== 'codepoint' ? counting.unit : undefined,
      source: source === null ? null : source === iriOfDocument(name) ? undefined : source,
    }),
  }
}
