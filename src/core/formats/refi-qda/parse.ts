import { ok, type Result } from '../../result.ts'
import { normaliseText } from '../../text/normalise.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { timestampOf, withExtra, type InterchangeAnnotation, type InterchangeRelation, type InterchangeSet, type ParsedDocument } from '../interchange.ts'
import { judgeOffsets, type Judgement } from '../judge-unit.ts'
import { readText, type SourceText } from '../source-text.ts'
import { createUnitMap, type Counting, type UnitMap } from '../units.ts'
import { readXml } from '../xml.ts'
import { isZip, readZip } from '../zip.ts'
import { codesIn, readCodes } from './codes.ts'
import { guidKey } from './guids.ts'
import { childOf, textIn, treeOf, type Tree } from './tree.ts'

export const FORMAT = 'refi-qdpx'

interface Source {
  readonly tree: Tree
  readonly text: SourceText | null
}

/** A project in its archive, or its project file with the texts beside. */
export function parseQdpx(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const [main, ...beside] = files
  if (!main) return refusal('', null, 'there is no file.')
  const zip = isZip(main.bytes) ? readZip(main, (path) => /\.(qde|txt)$/i.test(path)) : null
  if (zip && !zip.ok) return zip
  const inside = zip?.ok ? zip.value : [main, ...beside]
  const qde = inside.find(({ path }) => /(^|\/)project\.qde$/i.test(path)) ?? inside.find(({ path }) => /\.qde$/i.test(path)) ?? (zip ? undefined : main)
  if (!qde) return refusal(main.path, null, 'there is no project file (.qde) in the archive.')
  const xml = readXml(qde)
  if (!xml.ok) return xml
  if (xml.value.local !== 'Project') return refusal(qde.path, xml.value.line, 'this is no REFI-QDA project.')
  const root = treeOf(xml.value)
  const refused: Refused[] = []
  const remarks: string[] = []
  const texts = new Map(inside.filter(({ path }) => /\.txt$/i.test(path)).map((file) => [baseOf(file.path), file]))
  const content = (tree: Tree): SourceText | null => {
    const inline = childOf(tree, 'PlainTextContent')
    if (inline) return { raw: inline.text ?? '', text: normaliseText(inline.text ?? ''), bom: false }
    const path = tree.attributes['plainTextPath']
    const file = path === undefined ? undefined : texts.get(baseOf(path))
    if (!file) return null
    const read = readText(file)
    if (!read.ok) refused.push({ file: file.path, line: read.error.where?.line ?? null, what: 'the text', why: read.error.message })
    return read.ok ? read.value : null
  }
  const sources = (childOf(root, 'Sources')?.children ?? []).filter(({ name }) => name === 'TextSource').map((tree): Source => ({ tree, text: content(tree) }))
  const missing = sources.filter(({ text }) => text === null).length
  if (missing > 0) remarks.push(`${main.path}: the texts of ${missing} sources are not there; their positions stay as they are.`)
  const judged = judge(sources, root.attributes['origin'] ?? '', options)
  const { labels, names } = readCodes(codesIn(root), FORMAT)
  const users = new Map((childOf(root, 'Users')?.children ?? []).map(({ attributes }) => [guidKey(attributes['guid']), attributes['name'] ?? attributes['id'] ?? '']))
  const notes = new Map((childOf(root, 'Notes')?.children ?? []).map((note) => [guidKey(note.attributes['guid']), note]))
  const noteText = (ref: Tree | undefined) => {
    const note = ref && notes.get(guidKey(ref.attributes['targetGUID']))
    return note ? content(note)?.raw : undefined
  }
  const variables = new Map((childOf(root, 'Variables')?.children ?? []).map(({ attributes }) => [guidKey(attributes['guid']), attributes['name'] ?? '']))
  const context: Context = { counting: judged.counting, file: qde.path, names, users, noteText, variables, refused, ends: new Map() }
  const documents = uniqueNames(sources.map((source, index) => documentOf(source, index, context)))
  const relations = takeLinks(root, context)
  const rich = sources.some(({ tree }) => tree.attributes['richTextPath'] !== undefined)
  const media = (childOf(root, 'Sources')?.children ?? []).filter(({ name }) => name !== 'TextSource').length
  if (media > 0) remarks.push(`${main.path}: ${media} sources are no texts; what is said of them is kept, their files are not.`)
  if (rich) remarks.push(`${main.path}: the originals of texts with format are not kept.`)
  return ok({
    documents: documents.map((document, index) => withRelations(document, index, relations)),
    scheme: { name: root.attributes['name'] ?? '', labels, attributes: [], relations: [], ...withExtra(FORMAT, { project: pruned(root, sources) }) },
    refused,
    counting: judged.of === 0 ? null : judged,
    remarks,
  })
}

interface End {
  readonly source: number
  readonly annotator: string | null
  readonly id: string
}

interface Context {
  readonly counting: Counting
  readonly file: string
  readonly names: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, string>
  readonly noteText: (ref: Tree | undefined) => string | undefined
  readonly variables: ReadonlyMap<string, string>
  readonly refused: Refused[]
  /** What GUIDs of selections and codings stand for. */
  readonly ends: Map<string, End>
}

/** NVivo counts UTF-16 with CRLF as two, ATLAS.ti CRLF as one, the standard code points: the origin first, then what fits. */
function judge(sources: readonly Source[], origin: string, { repair }: ParseOptions): Judgement {
  const texts = sources.flatMap(({ tree, text }) => {
    const places = selectionsOf(tree).map(({ attributes }) => ({ start: Number(attributes['startPosition']), end: Number(attributes['endPosition']) }))
    return text ? [{ text: text.text, raw: text.raw, places }] : []
  })
  // Ours are by the standard; that a few other places stand at borders of words must not change that.
  if (origin === 'Concord') return judgeOffsets(texts, [{ unit: 'codepoint', newline: 'lf' }], repair)
  const crlf = texts.some(({ raw }) => raw.includes('\r'))
  const all: Counting[] = (crlf ? (['crlf2', 'lf'] as const) : (['lf'] as const)).flatMap((newline) => [{ unit: 'codepoint', newline }, { unit: 'utf16', newline }] satisfies Counting[])
  const unit = /nvivo.*win|nvivo(?!.*mac)/i.test(origin) ? 'utf16' : 'codepoint'
  const newline = crlf && !/atlas/i.test(origin) ? 'crlf2' : 'lf'
  const [first = { unit, newline }, ...others] = all.toSorted((a, b) => rank(b) - rank(a))
  return judgeOffsets(texts, [first, ...others], repair)

  function rank(counting: Counting): number {
    return (counting.unit === unit ? 2 : 0) + (counting.newline === newline ? 1 : 0)
  }
}

function selectionsOf(tree: Tree): Tree[] {
  return tree.children.filter(({ name }) => name === 'PlainTextSelection')
}

function documentOf({ tree, text }: Source, index: number, context: Context): ParsedDocument {
  const { counting, users } = context
  const map = text && createUnitMap(text.text, counting, text.raw)
  const sets = new Map<string | null, InterchangeAnnotation[]>()
  const ids = new Map<string, true>()
  for (const selection of selectionsOf(tree)) {
    const codings = selection.children.filter(({ name }) => name === 'Coding')
    for (const [number, coding] of (codings.length === 0 ? [null] : codings).entries()) {
      const user = coding?.attributes['creatingUser'] ?? selection.attributes['creatingUser']
      const annotator = (user === undefined ? undefined : users.get(guidKey(user))) || null
      const annotation = annotationOf(selection, coding, number, text?.text ?? null, map, context)
      if (!annotation) continue
      let { id } = annotation
      for (let next = 2; ids.has(id); next += 1) id = `${annotation.id}~${next}`
      ids.set(id, true)
      sets.set(annotator, [...(sets.get(annotator) ?? []), { ...annotation, id }])
      const end = { source: index, annotator, id }
      for (const guid of [selection.attributes['guid'], coding?.attributes['guid']]) if (!context.ends.has(guidKey(guid))) context.ends.set(guidKey(guid), end)
    }
  }
  const { guid, name } = tree.attributes
  return {
    name: name === undefined || name === '' ? (guid ?? 'source') : name,
    text: text?.text ?? null,
    metadata: metadataOf(tree, context.variables),
    sets: [...sets].map(([annotator, annotations]): InterchangeSet => ({ annotator, annotations, relations: [] })),
    ...withExtra(FORMAT, { guid }),
  }
}

function annotationOf(selection: Tree, coding: Tree | null, number: number, text: string | null, map: UnitMap | null, { file, names, noteText, refused }: Context): InterchangeAnnotation | null {
  const { guid = '', startPosition = '', endPosition = '', name } = selection.attributes
  const drop = (why: string) => {
    refused.push({ file, line: null, what: `selection ${guid}`, why })
    return null
  }
  const [from, to] = [Number(startPosition), Number(endPosition)]
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to || startPosition === '' || endPosition === '') return drop(`${startPosition}–${endPosition} is no place`)
  const [start, end] = map ? [map.fromUnit(from), map.fromUnit(to)] : [from, to]
  if (start === null || end === null || start > end) return drop(`${from}–${to} is no place in the text`)
  const code = coding && childOf(coding, 'CodeRef')?.attributes['targetGUID']
  const label = code === null || code === undefined ? 'uncoded' : names.get(guidKey(code))
  if (label === undefined) return drop(`its code ${String(code)} is not in the codebook`)
  const quote = text === null ? (name !== undefined && name.length === end - start ? name : '') : text.slice(start, end)
  const refs = [...(coding?.children ?? []), ...selection.children].filter((child) => child.name === 'NoteRef')
  const note = refs.map(noteText).find((found) => found !== undefined && found !== '') ?? (number === 0 ? textIn(selection, 'Description') : undefined)
  const created = timestampOf(coding?.attributes['creationDateTime'] ?? selection.attributes['creationDateTime'])
  const modified = timestampOf(selection.attributes['modifiedDateTime'])
  return {
    id: coding?.attributes['guid'] ?? guid,
    label,
    fragments: [{ start, end, quote }],
    attributes: {},
    ...(note !== undefined && note !== '' && { note }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...withExtra(FORMAT, {
      selection: { ...selection, attributes: without(selection.attributes, 'startPosition', 'endPosition'), children: selection.children.filter((child) => child.name !== 'Coding') },
      coding: coding ?? undefined,
    }),
  }
}

function metadataOf(tree: Tree, variables: ReadonlyMap<string, string>): Record<string, unknown> {
  const values = tree.children.filter(({ name }) => name === 'VariableValue').flatMap((value): [string, unknown][] => {
    const name = variables.get(guidKey(childOf(value, 'VariableRef')?.attributes['targetGUID']))
    const said = value.children.find((child) => child.name !== 'VariableRef')
    if (name === undefined || !said) return []
    const text = said.text ?? ''
    if (said.name === 'BooleanValue') return [[name, text === 'true' || text === '1']]
    return [[name, said.name === 'IntegerValue' || said.name === 'FloatValue' ? Number(text) : text]]
  })
  return Object.fromEntries(values)
}

/** Links between what is marked in texts, if one annotator made both ends; the others stay in the project. */
function takeLinks(root: Tree, { ends }: Context): { source: number; annotator: string | null; relation: InterchangeRelation }[] {
  const links = childOf(root, 'Links')
  const taken = (links?.children ?? []).flatMap((link) => {
    const [from, to] = [ends.get(guidKey(link.attributes['originGUID'])), ends.get(guidKey(link.attributes['targetGUID']))]
    if (!from || !to || from.source !== to.source || from.annotator !== to.annotator) return []
    const { guid = '', name = '' } = link.attributes
    return [{ source: from.source, annotator: from.annotator, link, relation: { id: guid, type: name === '' ? 'Link' : name, from: { annotation: from.id }, to: { annotation: to.id }, ...withExtra(FORMAT, { link }) } }]
  })
  if (links) links.children = links.children.filter((link) => !taken.some((one) => one.link === link))
  return taken
}

function withRelations(document: ParsedDocument, index: number, all: ReturnType<typeof takeLinks>): ParsedDocument {
  const mine = all.filter(({ source }) => source === index)
  if (mine.length === 0) return document
  return { ...document, sets: document.sets.map((set) => ({ ...set, relations: mine.filter(({ annotator }) => annotator === set.annotator).map(({ relation }) => relation) })) }
}

/** What is left of the project: texts and what is marked in them are documents. */
function pruned(root: Tree, sources: readonly Source[]): Tree {
  const known = new Map(sources.map(({ tree, text }) => [tree, text]))
  const children = root.children.flatMap((part): Tree[] => {
    if (part.name === 'CodeBook' || (part.children.length === 0 && part.text === undefined && part.name !== 'NoteRef')) return []
    if (part.name !== 'Sources') return [part]
    return [{ ...part, children: part.children.map((source) => {
      const text = known.get(source)
      if (text === undefined) return source
      const gone = text === null ? [] : ['plainTextPath', 'richTextPath']
      return { ...source, attributes: without(source.attributes, ...gone), children: source.children.filter(({ name }) => name !== 'PlainTextSelection' && name !== 'PlainTextContent') }
    }) }]
  })
  return { ...root, attributes: without(root.attributes, 'origin', 'basePath', 'name'), children }
}

function without(attributes: Readonly<Record<string, string>>, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}

/** `internal://ABC.txt`, `Sources/abc.txt` → `abc.txt`. */
export function baseOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase()
}

function uniqueNames(documents: readonly ParsedDocument[]): ParsedDocument[] {
  const taken = new Map<string, true>()
  return documents.map((document) => {
    let { name } = document
    for (let number = 2; taken.has(name); number += 1) name = `${document.name} (${number})`
    taken.set(name, true)
    return name === document.name ? document : { ...document, name }
  })
}
