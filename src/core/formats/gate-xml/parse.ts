import type { Value } from '../../model/value.ts'
import { ok, type Result } from '../../result.ts'
import { normaliseText } from '../../text/normalise.ts'
import { refusal, type Parsed, type Refused, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type InterchangeAnnotation, type InterchangeSet } from '../interchange.ts'
import { nameOf } from '../paths.ts'
import { elementsOf, firstElement, readXml, textOf, type XmlElement } from '../xml.ts'

export const FORMAT = 'gate-xml'
/** A feature of ours: GATE has no notes. */
export const NOTE = 'concord.note'

/** One document: its text with nodes, and a set of annotations for each annotator. Places are UTF-16, as in Java. */
export function parseGate([file]: readonly SourceFile[]): Result<Parsed> {
  if (!file) return refusal('', null, 'there is no file.')
  const xml = readXml(file)
  if (!xml.ok) return xml
  const root = xml.value
  const content = root.local === 'GateDocument' ? firstElement(root, 'TextWithNodes') : undefined
  if (!content) return refusal(file.path, root.line, 'this is no GATE document with text and nodes.')
  const refused: Refused[] = []
  const { text, nodes } = readText(content)
  const features = firstElement(root, 'GateDocumentFeatures')
  const { values, kinds } = readFeatures(features)
  const sets = elementsOf(root, 'AnnotationSet').flatMap((set): InterchangeSet[] => {
    const annotator = set.attributes.get('Name') || null
    const annotations = readAnnotations(set, text, nodes, file.path, refused)
    return annotations.length === 0 && annotator === null ? [] : [{ annotator, annotations, relations: [] }]
  })
  const metadata = Object.fromEntries([...values].map(([name, value]) => [name, value.state === 'decided' ? value.value : null]))
  const remarks = elementsOf(root, 'RelationSet').some((set) => set.children.some((child) => typeof child !== 'string')) ? [`${file.path}: relations between GATE’s annotations are not read.`] : []
  const document = { name: nameOf(file.path), text, metadata, sets: merged(sets), ...withExtra(FORMAT, { kinds }) }
  return ok({ documents: [document], scheme: NO_SCHEME, refused, counting: null, remarks })
}

function readText(content: XmlElement): { text: string; nodes: Map<string, number> } {
  const nodes = new Map<string, number>()
  let raw = ''
  for (const child of content.children) {
    if (typeof child === 'string') raw += child
    else if (child.local === 'Node') nodes.set(child.attributes.get('id') ?? '', raw.length)
  }
  const text = normaliseText(raw)
  if (text === raw) return { text, nodes }
  // A CRLF or a BOM: places move with what goes.
  const places = new Uint32Array(raw.length + 1)
  let at = 0
  for (let from = 0; from < raw.length; from += 1) {
    places[from] = at
    const gone = (raw[from] === '\r' && raw[from + 1] === '\n') || (from === 0 && raw.charCodeAt(0) === 0xfeff)
    if (!gone) at += 1
  }
  places[raw.length] = at
  return { text, nodes: new Map([...nodes].map(([id, place]) => [id, places[place] ?? 0])) }
}

function readAnnotations(set: XmlElement, text: string, nodes: ReadonlyMap<string, number>, file: string, refused: Refused[]): InterchangeAnnotation[] {
  const ids = new Map<string, true>()
  return elementsOf(set, 'Annotation').flatMap((element, index): InterchangeAnnotation[] => {
    const [given = `a${index + 1}`, label = '', from = '', to = ''] = ['Id', 'Type', 'StartNode', 'EndNode'].map((name) => element.attributes.get(name))
    const drop = (why: string) => {
      refused.push({ file, line: element.line, what: `annotation ${given}`, why })
      return []
    }
    const [start, end] = [nodes.get(from), nodes.get(to)]
    if (start === undefined || end === undefined) return drop(`there is no node ${start === undefined ? from : to}`)
    if (start > end) return drop(`it ends at ${to}, before it starts`)
    if (label === '') return drop('it has no type')
    if (ids.has(given)) return drop('another of its set has the same id')
    ids.set(given, true)
    const { values, kinds } = readFeatures(element)
    const said = values.get(NOTE)
    const note = said?.state === 'decided' && typeof said.value === 'string' ? said.value : ''
    if (note !== '') values.delete(NOTE)
    return [{ id: given, label, fragments: [{ start, end, quote: text.slice(start, end) }], attributes: Object.fromEntries(values), ...(note !== '' && { note }), ...withExtra(FORMAT, { kinds }) }]
  })
}

/** Values by their Java classes; classes that the plain ones do not say are kept beside. */
function readFeatures(owner: XmlElement | undefined): { values: Map<string, Value>; kinds: Record<string, string> | undefined } {
  const values = new Map<string, Value>()
  const kinds = new Map<string, string>()
  for (const feature of owner ? elementsOf(owner, 'Feature') : []) {
    const [name, value] = [firstElement(feature, 'Name'), firstElement(feature, 'Value')]
    if (!name || !value) continue
    const key = textOf(name)
    const kind = value.attributes.get('className') ?? 'java.lang.String'
    const payload = payloadOf(textOf(value), kind)
    values.set(key, { state: 'decided', value: payload })
    if (classOf(payload) !== kind || String(payload) !== textOf(value)) kinds.set(key, kind)
  }
  return { values, kinds: kinds.size === 0 ? undefined : Object.fromEntries(kinds) }
}

function payloadOf(text: string, kind: string): string | number | boolean {
  if (kind === 'java.lang.Boolean') return text === 'true'
  const number = Number(text)
  // A number that JavaScript would write otherwise stays as it is written.
  return /^java\.(lang\.(Integer|Long|Double|Float|Short)|math\.\w+)$/.test(kind) && Number.isFinite(number) && String(number) === text ? number : text
}

export function classOf(payload: unknown): string {
  if (typeof payload === 'boolean') return 'java.lang.Boolean'
  if (typeof payload === 'number') return Number.isInteger(payload) && Math.abs(payload) < 2 ** 31 ? 'java.lang.Integer' : 'java.lang.Double'
  return 'java.lang.String'
}

/** Two sets of one name are one. */
function merged(sets: readonly InterchangeSet[]): InterchangeSet[] {
  const byName = new Map<string | null, InterchangeSet>()
  for (const set of sets) {
    const before = byName.get(set.annotator)
    const ids = new Set(before?.annotations.map(({ id }) => id))
    byName.set(set.annotator, before ? { ...before, annotations: [...before.annotations, ...set.annotations.filter(({ id }) => !ids.has(id))] } : set)
  }
  return [...byName.values()]
}
