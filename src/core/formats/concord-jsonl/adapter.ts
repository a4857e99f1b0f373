import type { Value } from '../../model/value.ts'
import { ok, type Result } from '../../result.ts'
import { createOffsetMap, type OffsetMap } from '../../text/code-points.ts'
import { refusal, type Adapter, type FormatFile, type Parsed, type Refused, type Serialized, type SerializeOptions, type SourceFile } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { exportRecordSchema, type ExportRecord } from '../export-record.ts'
import { hullOf, joinedQuote, NO_SCHEME, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeRelation, type InterchangeSet, type ParsedDocument } from '../interchange.ts'
import { isObject, isStrings, readJsonLines } from '../json-lines.ts'
import { writeJsonl } from '../jsonl.ts'
import { createLosses, type Losses } from '../losses.ts'
import { headOf, parseJson } from '../source-text.ts'
import { noteRecord, type Origin } from '../origins.ts'
import { pushTo } from '../push-to.ts'

/** What a record says where nobody knows: the fields are always there. */
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'
const UNKNOWN_ANNOTATOR = 'unknown'

/** Concord’s own JSON Lines: a record for each annotation, without the texts, which are found by the articles’ names. */
export const jsonl: Adapter = {
  name: 'jsonl',
  title: 'Concord JSON Lines',
  detect: (file) => {
    const row = parseJson(headOf(file).split('\n', 1)[0] ?? '')
    return isObject(row) && ['article', 'annotator', 'label', 'start_utf16', 'quote'].every((key) => key in row) ? 3 : 0
  },
  parse,
  serialize,
}

function parse(files: readonly SourceFile[]): Result<Parsed> {
  const [file] = files
  if (!file) return refusal('', null, 'there is no file.')
  const read = readJsonLines(file)
  if (!read.ok) return read
  const refused: Refused[] = [...read.value.refused]
  const articles = new Map<string, Map<string, ExportRecord[]>>()
  const ids = new Set<string>()
  const origins = new Map<string, Origin>()
  for (const { line, value } of read.value.lines) {
    const record = exportRecordSchema.safeParse(value)
    const drop = (what: string, why: string) => refused.push({ file: file.path, line, what, why })
    if (!record.success) {
      const issue = record.error.issues[0]
      drop('the line', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is no record'}`)
      continue
    }
    const { article, annotator, id } = record.data
    const key = `${article}\n${annotator}\n${id}`
    if (ids.has(key)) {
      drop(`annotation ${id}`, 'it is there twice')
      continue
    }
    ids.add(key)
    noteRecord(origins, article, { annotator, id }, { file: file.path, line })
    const sets = articles.get(article) ?? new Map<string, ExportRecord[]>()
    pushTo(sets, annotator, record.data)
    articles.set(article, sets)
  }
  if (articles.size === 0 && refused.length > 0) return refusal(file.path, refused[0]?.line ?? null, `no line of it is a record: ${refused[0]?.why ?? ''}.`)
  const documents = [...articles].map(([name, sets]): ParsedDocument => ({ name, text: null, metadata: {}, sets: [...sets].map(([annotator, records]) => setOf(annotator, records)) }))
  return ok({ documents, scheme: NO_SCHEME, refused, counting: null, remarks: [], origins })
}

function setOf(annotator: string, records: readonly ExportRecord[]): InterchangeSet {
  const ids = new Set(records.map(({ id }) => id))
  const relations: InterchangeRelation[] = []
  const annotations = records.map((record): InterchangeAnnotation => {
    const attributes: [string, Value][] = []
    for (const [name, value] of Object.entries(record.attributes)) {
      const linked = value.state === 'decided' && isStrings(value.value) && value.value.length > 0 && value.value.every((id) => ids.has(id)) ? value.value : null
      if (linked) for (const to of linked) relations.push({ id: `r${relations.length + 1}`, type: name, from: { annotation: record.id }, to: { annotation: to } })
      else attributes.push([name, value])
    }
    return {
      id: record.id,
      label: record.label,
      fragments: (record.fragments ?? [record]).map(({ start_utf16: start, end_utf16: end, quote }) => ({ start, end, quote })),
      attributes: Object.fromEntries(attributes),
      ...(record.created !== UNKNOWN_TIME && { created: record.created }),
      ...(record.modified !== UNKNOWN_TIME && { modified: record.modified }),
    }
  })
  return { annotator: annotator === UNKNOWN_ANNOTATOR ? null : annotator, annotations, relations }
}

function serialize({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  function* records(): Generator<ExportRecord> {
    for (const document of documents) {
      loseAll(losses, document, 'jsonl', ['metadata', 'statuses', 'notes', 'set notes', 'document values', 'extra'])
      if (document.sets.every(({ annotations }) => annotations.length === 0)) losses.add('documents', 'documents without annotations', document.name)
      const map = createOffsetMap(document.text)
      for (const set of document.sets) yield* recordsOf(document, set, map, losses)
    }
  }
  function* files(): Generator<FormatFile> {
    loseScheme(losses, scheme)
    yield { path: `${options.name ?? 'annotations'}.jsonl`, content: writeJsonl(records()) }
  }
  return { files: files(), losses: losses.list }
}

function* recordsOf(document: InterchangeDocument, set: InterchangeSet, map: OffsetMap, losses: Losses): Generator<ExportRecord> {
  const place = (start: number, end: number, quote: string) => ({ start: map.toCodePoint(start), end: map.toCodePoint(end), start_utf16: start, end_utf16: end, quote })
  if (set.annotations.length === 0 && set.annotator !== null) losses.add('annotators', 'annotators without annotations in a document', `${document.name}: ${set.annotator}`)
  for (const annotation of set.annotations) {
    if (annotation.fragments.some(({ start, end }) => start >= end)) {
      losses.add('annotations', 'places without length', exampleOf(document, annotation))
      continue
    }
    const { start, end } = hullOf(annotation)
    yield {
      id: annotation.id,
      article: document.name,
      annotator: set.annotator ?? UNKNOWN_ANNOTATOR,
      label: annotation.label,
      ...place(start, end, joinedQuote(annotation, ' … ')),
      attributes: { ...annotation.attributes, ...linksOf(document, set, annotation, losses) },
      created: annotation.created ?? UNKNOWN_TIME,
      modified: annotation.modified ?? UNKNOWN_TIME,
      ...(annotation.fragments.length > 1 && { fragments: annotation.fragments.map((fragment) => place(fragment.start, fragment.end, fragment.quote)) }),
    }
  }
}

/** Relations stand as a list of ids under their name; one whose name is an attribute’s has no place. */
function linksOf(document: InterchangeDocument, set: InterchangeSet, annotation: InterchangeAnnotation, losses: Losses): Record<string, Value> {
  const links = new Map<string, string[]>()
  for (const { type, from, to } of set.relations) {
    if (from.annotation !== annotation.id) continue
    if (annotation.attributes[type] !== undefined || to.document !== undefined) losses.add('relations', 'relations that have no field of their own', `${document.name}: ${type}`)
    else pushTo(links, type, to.annotation)
  }
  return Object.fromEntries([...links].map(([type, ids]) => [type, { state: 'decided', value: ids }]))
}
