import { createOffsetMap } from '../../text/code-points.ts'
import type { FormatFile, Serialized } from '../adapter.ts'
import { exampleOf, loseAll } from '../common-losses.ts'
import { valueText, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet, type Scheme } from '../interchange.ts'
import { createLosses, type Losses } from '../losses.ts'
import { fileNameFor } from '../paths.ts'
import { countIllegal, escapeXml, escapeXmlAttribute } from '../xml.ts'

/*
 * The text stands once, in `<ab xml:id="text" xml:space="preserve">`, and nothing is put into it: every annotation points at it with
 * `#string-range(text,offset,length)` in code points (TEI P5 guidelines, 16.2.4.7), one pointer for each piece of a span.
 */

export function serializeTei({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  function* files(): Generator<FormatFile> {
    const taken = new Set<string>()
    for (const document of documents) {
      loseAll(losses, document, 'tei', ['extra', 'document values'])
      countLost(document, losses)
      yield { path: freePath(document, taken), content: { [Symbol.iterator]: () => write(document, scheme) } }
    }
  }
  return { files: files(), losses: losses.list }
}

function countLost(document: InterchangeDocument, losses: Losses): void {
  losses.add('text', 'characters that XML cannot hold, written as U+FFFD', document.name, countIllegal(document.text))
  for (const [name, value] of Object.entries(document.metadata)) {
    if (typeof value === 'object' && value !== null) losses.add('metadata', 'facts that become text', `${document.name}: ${name}`)
  }
  for (const { annotations, relations } of document.sets) {
    const ids = new Set(annotations.map(({ id }) => id))
    for (const { type, from, to } of relations) {
      if (to.document !== undefined || !ids.has(from.annotation) || !ids.has(to.annotation)) losses.add('relations', 'relations to other documents', `${document.name}: ${type}`)
    }
    for (const annotation of annotations) {
      const place = exampleOf(document, annotation)
      if (annotation.created !== undefined) losses.add('timestamps', 'when annotations were made', place)
      for (const [name, value] of Object.entries(annotation.attributes)) {
        const { text, exact } = valueText(value)
        if (!exact) losses.add('values', 'values that become text', `${place}: ${name}`)
        if (countIllegal(text) > 0) losses.add('values', 'characters that XML cannot hold', `${place}: ${name}`)
      }
      if (countIllegal(annotation.note ?? '') > 0) losses.add('notes', 'characters that XML cannot hold', place)
    }
    for (const { type, created, modified } of relations) if (created !== undefined || modified !== undefined) losses.add('timestamps', 'when relations were made and changed', `${document.name}: ${type}`)
  }
}

function* write(document: InterchangeDocument, scheme: Scheme): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
  yield* header(document, scheme)
  yield `<text>\n<body>\n<ab xml:id="text" xml:space="preserve">${escapeXml(document.text)}</ab>\n</body>\n</text>\n`
  const toCodePoint = createOffsetMap(document.text).toCodePoint
  const labels = idsOf(scheme, document)
  for (const [index, set] of document.sets.entries()) yield* standOff(set, index, labels, toCodePoint)
  yield '</TEI>\n'
}

function* header({ name, metadata, sets }: InterchangeDocument, scheme: Scheme): Generator<string> {
  const title = typeof metadata.title === 'string' && metadata.title !== '' ? metadata.title : name
  yield `<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>${escapeXml(title)}</title>\n`
  for (const [index, { annotator }] of sets.entries()) {
    if (annotator !== null) yield `<respStmt xml:id="annotator-${index + 1}"><resp>annotation</resp><name>${escapeXml(annotator)}</name></respStmt>\n`
  }
  yield `</titleStmt>\n<publicationStmt><p>Exported from Concord.</p></publicationStmt>\n<sourceDesc>\n<bibl>\n<idno type="path">${escapeXml(name)}</idno>\n`
  for (const [key, value] of Object.entries(metadata)) yield `<note type="fact" n="${escapeXmlAttribute(key)}">${escapeXml(typeof value === 'string' ? value : JSON.stringify(value))}</note>\n`
  yield '</bibl>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n<p>Positions in string-range(text,offset,length) count Unicode code points of the element text from 0.</p>\n<classDecl>\n<taxonomy xml:id="codebook">\n'
  const labels = idsOf(scheme, { sets })
  for (const [label, id] of labels) {
    const definition = scheme.labels.find((one) => one.name === label)?.definition
    yield `<category xml:id="${id}"><catDesc><term>${escapeXml(label)}</term>${definition === undefined ? '' : `: ${escapeXml(definition)}`}</catDesc></category>\n`
  }
  if (labels.size === 0) yield '<category><catDesc>no labels</catDesc></category>\n'
  yield '</taxonomy>\n</classDecl>\n</encodingDesc>\n</teiHeader>\n'
}

/** `label-1` and so on, in the order of the codebook; labels that are only used come after. */
function idsOf(scheme: Scheme, { sets }: Pick<InterchangeDocument, 'sets'>): Map<string, string> {
  const names = new Set([...scheme.labels.map(({ name }) => name), ...sets.flatMap(({ annotations }) => annotations.map(({ label }) => label))])
  return new Map([...names].map((name, index) => [name, `label-${index + 1}`]))
}

function* standOff(set: InterchangeSet, index: number, labels: ReadonlyMap<string, string>, toCodePoint: (at: number) => number): Generator<string> {
  const ids = new Map(set.annotations.map(({ id }, at) => [id, `a${index + 1}-${at + 1}`]))
  const who = set.annotator === null ? '' : ` resp="#annotator-${index + 1}"`
  const spans = set.annotations.map((annotation) => span(annotation, ids.get(annotation.id) ?? '', who, labels, toCodePoint))
  const here = set.relations.filter(({ from, to }) => ids.has(from.annotation) && to.document === undefined && ids.has(to.annotation))
  const links = here.map(({ id, type, from, to }) => `<relation n="${escapeXmlAttribute(id)}" name="${nameToken(type)}"${who} active="#${ids.get(from.annotation) ?? ''}" passive="#${ids.get(to.annotation) ?? ''}"><desc>${escapeXml(type)}</desc></relation>\n`)
  yield `<standOff xml:id="set-${index + 1}">\n`
  yield `<interp type="status"${who}>${set.status ?? 'in_progress'}</interp>\n`
  if (set.note !== undefined) yield `<interp type="note"${who}>${escapeXml(set.note)}</interp>\n`
  if (spans.length > 0) yield '<spanGrp type="annotations">\n'
  yield* spans
  if (spans.length > 0) yield '</spanGrp>\n'
  if (links.length > 0) yield '<listRelation>\n'
  yield* links
  if (links.length > 0) yield '</listRelation>\n'
  yield '</standOff>\n'
}

function span(annotation: InterchangeAnnotation, id: string, who: string, labels: ReadonlyMap<string, string>, toCodePoint: (at: number) => number): string {
  const { id: own, label, fragments, attributes, note, modified } = annotation
  const ranges = fragments.map(({ start, end }) => `#string-range(text,${toCodePoint(start)},${toCodePoint(end) - toCodePoint(start)})`).join(' ')
  const features = [
    `<f name="id"><string>${escapeXml(own)}</string></f>`,
    ...(modified === undefined ? [] : [`<f name="modified"><string>${modified}</string></f>`]),
    ...(note === undefined ? [] : [`<f name="note"><string>${escapeXml(note)}</string></f>`]),
    ...Object.entries(attributes).map(([name, value]) => {
      const state = value.state === 'decided' ? '' : `<f name="state"><symbol value="${value.state}"/></f>`
      return `<fs type="attribute">${state}<f name="name"><string>${escapeXml(name)}</string></f><f name="value"><string>${escapeXml(valueText(value).text)}</string></f></fs>`
    }),
  ]
  const quote = fragments.map((fragment) => fragment.quote).join(' … ')
  const inside = features.map((feature) => (feature.startsWith('<fs') ? `<f name="attribute">${feature}</f>` : feature)).join('')
  return `<span xml:id="${id}"${who} ana="#${labels.get(label) ?? ''}" target="${ranges}">${escapeXml(quote)}<fs type="annotation">${inside}</fs></span>\n`
}

/** For attributes that take one word: everything but letters, digits and `_` becomes `_`. */
function nameToken(name: string): string {
  const token = name.replaceAll(/[^\p{L}\p{N}_]+/gu, '_')
  return /^\p{L}/u.test(token) ? token : `_${token}`
}

function freePath({ name }: InterchangeDocument, taken: Set<string>): string {
  const stem = name.replace(/\.(txt|md|xml)$/, '').split('/').filter((part) => part !== '').map((part) => (/^\.+$/.test(part) ? '_' : fileNameFor(part, '_'))).join('/') || '_'
  let path = `${stem}.xml`
  for (let number = 2; taken.has(path.toLowerCase()); number += 1) path = `${stem}-${number}.xml`
  taken.add(path.toLowerCase())
  return path
}
