import type { FormatFile, Serialized } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { extraOf, hullOf, valueText, type Interchange, type InterchangeAnnotation, type InterchangeDocument } from '../interchange.ts'
import { isObject } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { fileNameFor } from '../paths.ts'
import { countIllegal, escapeXml, escapeXmlAttribute } from '../xml.ts'
import { classOf, FORMAT, NOTE } from './parse.ts'

/** A file for each document, as GATE saves it. */
export function serializeGate({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  loseScheme(losses, scheme)
  const files = function* (): Iterable<FormatFile> {
    const paths = new Map<string, true>()
    for (const document of documents) {
      const wish = document.name.split('/').filter((part) => part !== '').map((part) => (/^\.+$/.test(part) ? '_' : fileNameFor(part, '_'))).join('/') || '_'
      let path = wish
      for (let number = 2; paths.has(path.toLowerCase()); number += 1) path = `${wish} (${number})`
      paths.set(path.toLowerCase(), true)
      if (path !== document.name) losses.add('document names', 'names that are no file names', document.name)
      yield { path: `${path}.xml`, content: [...write(document, losses)] }
    }
  }
  return { files: files(), losses: losses.list }
}

function* write(document: InterchangeDocument, losses: Losses): Iterable<string> {
  loseAll(losses, document, FORMAT, ['statuses', 'set notes', 'document values', 'timestamps', 'relations', 'extra'])
  if (countIllegal(document.text) > 0) {
    losses.add('text', 'characters that XML cannot hold', document.name)
    losses.add('places', 'annotations in texts with characters that XML cannot hold', document.name, document.sets.reduce((sum, set) => sum + set.annotations.length, 0))
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<GateDocument version="3">\n<GateDocumentFeatures>\n'
  const kinds = kindsOf(document)
  for (const [name, value] of Object.entries(document.metadata)) {
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    if (!plain) losses.add('metadata', 'facts that become text', `${document.name}: ${name}`)
    yield feature(name, plain ? String(value) : JSON.stringify(value), kinds[name] ?? classOf(value))
  }
  yield '</GateDocumentFeatures>\n<TextWithNodes>'
  const nodes = [...new Set(document.sets.flatMap(({ annotations }) => annotations.flatMap((annotation) => Object.values(hullOf(annotation)))))].toSorted((a, b) => a - b)
  let from = 0
  for (const node of nodes) {
    yield `${escapeXml(document.text.slice(from, node))}<Node id="${node}"/>`
    from = node
  }
  yield `${escapeXml(document.text.slice(from))}</TextWithNodes>\n`
  const taken = new Map<string, true>()
  for (const { annotations } of document.sets) for (const { id } of annotations) if (/^\d{1,9}$/.test(id)) taken.set(id, true)
  const used = new Map<string, true>()
  let next = 0
  const sets = document.sets.some(({ annotator }) => annotator === null) ? document.sets : [{ annotator: null, annotations: [] }, ...document.sets]
  for (const { annotator, annotations } of sets) {
    yield annotator === null ? '<AnnotationSet>\n' : `<AnnotationSet Name="${escapeXmlAttribute(annotator)}">\n`
    for (const annotation of annotations) {
      let { id } = annotation
      if (!/^\d{1,9}$/.test(id) || used.has(id)) {
        while (taken.has(String(next))) next += 1
        id = String(next)
        taken.set(id, true)
        losses.add('ids', 'ids that are no numbers', exampleOf(document, annotation))
      }
      used.set(id, true)
      yield* writeAnnotation(document, annotation, id, losses)
    }
    yield '</AnnotationSet>\n'
  }
  yield '</GateDocument>\n'
}

function* writeAnnotation(document: InterchangeDocument, annotation: InterchangeAnnotation, id: string, losses: Losses): Iterable<string> {
  const place = exampleOf(document, annotation)
  const { start, end } = hullOf(annotation)
  if (annotation.fragments.length > 1) losses.add('fragments', 'discontinuous spans, which become one from first to last word', place)
  yield `<Annotation Id="${id}" Type="${escapeXmlAttribute(annotation.label)}" StartNode="${start}" EndNode="${end}">\n`
  const kinds = kindsOf(annotation)
  for (const [name, value] of Object.entries(annotation.attributes)) {
    const payload = value.state === 'decided' ? value.value : undefined
    const plain = typeof payload === 'string' || typeof payload === 'number' || typeof payload === 'boolean'
    const text = plain ? String(payload) : valueText(value).text
    if (!plain) losses.add('values', 'values that become text', `${place}: ${name}`)
    else if (countIllegal(text) > 0) losses.add('values', 'characters that XML cannot hold', `${place}: ${name}`)
    yield feature(name, text, kinds[name] ?? classOf(payload))
  }
  if (annotation.note !== undefined) {
    if (countIllegal(annotation.note) > 0) losses.add('notes', 'characters that XML cannot hold', place)
    yield feature(NOTE, annotation.note, 'java.lang.String')
  }
  yield '</Annotation>\n'
}

function feature(name: string, value: string, kind: string): string {
  return `<Feature>\n  <Name className="java.lang.String">${escapeXml(name)}</Name>\n  <Value className="${escapeXmlAttribute(kind)}">${escapeXml(value)}</Value>\n</Feature>\n`
}

function kindsOf(record: InterchangeDocument | InterchangeAnnotation): Record<string, string> {
  const { kinds } = extraOf(record, FORMAT)
  return Object.fromEntries(isObject(kinds) ? Object.entries(kinds).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [])
}
