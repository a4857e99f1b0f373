import { normaliseText } from '../../text/normalise.ts'
import { ok, type Result } from '../../result.ts'
import { refusal, textFile, type Adapter, type FormatFile, type Parsed, type ParseOptions, type Refused, type Serialized, type SourceFile } from '../adapter.ts'
import { loseAll } from '../common-losses.ts'
import { extraOf, NO_SCHEME, withExtra, type Interchange, type InterchangeDocument, type InterchangeSet, type Scheme } from '../interchange.ts'
import { judgeOffsets, type PlacedText } from '../judge-unit.ts'
import { createLosses, type Losses } from '../losses.ts'
import { noteRecord, type Origin } from '../origins.ts'
import { fileNameFor, folderOf, nameOf } from '../paths.ts'
import { createSafeNames } from '../safe-names.ts'
import { headOf, readText } from '../source-text.ts'
import { createUnitMap, type Counting } from '../units.ts'
import { readConfig, writeConfig } from './config.ts'
import { groupAnnFiles, type AnnPlace } from './group.ts'
import { buildSet, placesOf, readAnn, type AnnFile } from './parse.ts'
import { writeAnn, type Names } from './write.ts'

/** brat stand-off: https://brat.nlplab.org/standoff.html, and its reader in server/src/annotation.py. */
export const brat: Adapter = {
  name: 'brat',
  title: 'brat stand-off',
  detect,
  group: groupAnnFiles,
  parse,
  serialize,
}

const LINE = /^(?:T\d+\t\S+ \d+ \d+|E\d+\t\S+:T\d+|R\d+\t\S+ \S+:\S+ \S+:\S+|[AM]\d+\t\S+ \S+|\*\t\S+ \S+ \S+|#\d+\t\S+ \S+|N\d+\t\S+ \S+ \S+:)/

function detect(file: SourceFile, all: readonly SourceFile[]): number {
  const isAnn = file.path.endsWith('.ann')
  const text = `${nameOf(file.path)}.txt`
  // An .ann file beside its text may be empty: a document with nothing in it.
  if (isAnn && file.bytes.length === 0) return all.some(({ path }) => path === text) ? 2 : 0
  const lines = headOf(file, 4096).split(/\r?\n/).slice(0, 20)
  return lines.some((line) => LINE.test(line)) ? (isAnn ? 3 : 1) : isAnn ? 1 : 0
}

const CODE_POINTS: Counting = { unit: 'codepoint', newline: 'lf' }
const WITH_CRLF: Counting = { unit: 'codepoint', newline: 'crlf2' }

interface Read {
  readonly document: string
  readonly annotator: string | null
  readonly ann: AnnFile
  readonly placed: PlacedText
}

/** One document: the .ann file of each annotator, the text beside each, and the configuration. */
function parse(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const refused: Refused[] = []
  const remarks: string[] = []
  const reads: Read[] = []
  for (const place of placesIn(files)) {
    const annSource = byPath.get(place.ann)
    const textSource = byPath.get(`${nameOf(place.ann)}.txt`)
    if (!annSource) continue
    if (!textSource) return refusal(place.ann, null, 'the text is not beside it.', `Give ${nameOf(place.ann)}.txt as well.`)
    const [ann, source] = [readText(annSource), readText(textSource)]
    if (!ann.ok) return ann
    if (!source.ok) return source
    const { raw, text } = source.value
    if (raw.includes('\r')) remarks.push(`${textSource.path}: its CRLF line ends became LF.`)
    const read = readAnn(place.ann, normaliseText(ann.value.raw), ann.value.bom)
    reads.push({ document: place.document, annotator: place.annotator, ann: read, placed: { text, raw, places: placesOf(read) } })
  }
  const [first] = reads
  if (!first) return refusal(files[0]?.path ?? '', null, 'there is no .ann file.')
  const placed = reads.map((read) => read.placed)
  const counting = judgeOffsets(placed, placed.some(({ raw }) => raw?.includes('\r')) ? [WITH_CRLF, CODE_POINTS] : [CODE_POINTS], options.repair)
  const sets: InterchangeSet[] = []
  const origins = new Map<string, Origin>()
  for (const { ann, annotator, placed: { text, raw } } of reads) {
    if (text !== first.placed.text) {
      refused.push({ file: ann.path, line: null, what: 'the whole file', why: `its text is not that of ${first.ann.path}` })
      continue
    }
    const built = buildSet(ann, text, createUnitMap(text, counting.counting, raw).fromUnit)
    refused.push(...built.refused)
    remarks.push(...built.remarks)
    sets.push({ ...built.set, annotator })
    for (const { number, line } of ann.lines) if ('id' in line) noteRecord(origins, first.document, { annotator, id: line.id }, { file: ann.path, line: number })
  }
  const scheme = schemeIn(files)
  if (!scheme.ok) return scheme
  return ok({ documents: [{ name: first.document, text: first.placed.text, metadata: {}, sets }], scheme: scheme.value, refused, counting, remarks, origins })
}

function placesIn(files: readonly SourceFile[]): AnnPlace[] {
  const anns = files.filter(({ path }) => !/\.(txt|conf)$/.test(path))
  const several = anns.length > 1
  return anns.map(({ path }) => {
    const folder = folderOf(path)
    const above = folderOf(folder)
    const base = nameOf(path).slice(folder === '' ? 0 : folder.length + 1)
    if (!several) return { ann: path, document: nameOf(path), annotator: null }
    return { ann: path, document: above === '' ? base : `${above}/${base}`, annotator: folder.slice(above === '' ? 0 : above.length + 1) }
  })
}

const CONFIGS = ['annotation.conf', 'visual.conf', 'tools.conf', 'kb_shortcuts.conf']

function schemeIn(files: readonly SourceFile[]): Result<Scheme> {
  const texts = new Map<string, string>()
  let folder = ''
  for (const file of files) {
    const name = CONFIGS.find((config) => file.path === config || file.path.endsWith(`/${config}`))
    if (name === undefined) continue
    const source = readText(file)
    if (!source.ok) return source
    texts.set(name, source.value.raw)
    if (name === 'annotation.conf') folder = folderOf(file.path)
  }
  const annotation = texts.get('annotation.conf')
  if (annotation === undefined) return ok(NO_SCHEME)
  return ok({ ...readConfig({ annotation, visual: texts.get('visual.conf') ?? null }), ...withExtra('brat', { folder, files: Object.fromEntries(texts) }) })
}

function serialize({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  return { files: filesOf(scheme, documents, losses), losses: losses.list }
}

function* filesOf(scheme: Scheme, documents: Iterable<InterchangeDocument>, losses: Losses): Generator<FormatFile> {
  const names = namesFor(scheme)
  yield* configFiles(scheme, names, losses)
  for (const document of documents) {
    loseAll(losses, document, 'brat', ['metadata', 'statuses', 'timestamps', 'extra', 'set notes', 'document values'])
    const name = document.name.replace(/\.txt$/, '')
    if (name !== document.name) losses.add('document names', 'the ending .txt of names', document.name)
    const sets: readonly InterchangeSet[] = document.sets.length === 0 ? [{ annotator: null, annotations: [], relations: [] }] : document.sets
    const [only] = sets
    if (sets.length === 1 && only && only.annotator !== null) losses.add('annotators', 'who annotated, where there is one set of a document', `${document.name}: ${only.annotator}`)
    for (const [index, set] of sets.entries()) {
      const path = sets.length === 1 ? name : inFolder(name, fileNameFor(set.annotator, `annotator-${index + 1}`))
      if (sets.length > 1 && set.annotator !== null && fileNameFor(set.annotator, '') !== set.annotator) losses.add('annotators', 'names of annotators that cannot name a folder', set.annotator)
      yield textFile(`${path}.txt`, document.text)
      yield textFile(`${path}.ann`, writeAnn(document, set, names, losses))
    }
  }
}

function* configFiles(scheme: Scheme, names: Names, losses: Losses): Generator<FormatFile> {
  const own = extraOf(scheme, 'brat')
  const kept = own['files']
  if (typeof kept === 'object' && kept !== null) {
    const folder = typeof own['folder'] === 'string' && own['folder'] !== '' ? `${own['folder']}/` : ''
    for (const [name, text] of Object.entries(kept)) if (CONFIGS.includes(name) && typeof text === 'string') yield textFile(folder + name, text)
    return
  }
  if (scheme.labels.length + scheme.attributes.length + scheme.relations.length === 0) return
  const free = scheme.attributes.filter(({ type, values }) => type !== 'boolean' && (values === undefined || values.length === 0))
  losses.add('scheme', 'attributes without a list of values are not in annotation.conf', free[0]?.name, free.length)
  losses.add('scheme', 'definitions of labels', undefined, scheme.labels.filter(({ definition }) => definition !== undefined).length)
  const { annotation, visual } = writeConfig(scheme, names)
  yield textFile('annotation.conf', annotation)
  if (visual !== null) yield textFile('visual.conf', visual)
}

/** Types that a configuration can name; those that only a file has may hold more signs, but no blank and no colon. */
function namesFor(scheme: Scheme): Names {
  const strict = (name: string) => /^[A-Za-z0-9_-]+$/.test(name)
  const ours = (items: readonly { readonly name: string; readonly id?: string }[]) => new Set(items.filter(({ id }) => id !== undefined).map(({ name }) => name))
  const make = (items: readonly { readonly name: string; readonly id?: string }[]) => {
    const own = ours(items)
    return createSafeNames((name) => strict(name) || (!own.has(name) && /^[^\s:]+$/.test(name)), items).of
  }
  const values = new Map(scheme.attributes.map(({ name, values: list }) => [name, { names: new Set(list?.map((value) => value.name)), safe: createSafeNames((text) => /^[^\s,|:]+$/.test(text), list ?? []) }]))
  return {
    label: make(scheme.labels),
    relation: make(scheme.relations),
    attribute: make(scheme.attributes),
    value: (attribute, text) => {
      const known = values.get(attribute)
      return known?.names.has(text) ? known.safe.of(text) : text
    },
  }
}

function inFolder(name: string, folder: string): string {
  const above = folderOf(name)
  return above === '' ? `${folder}/${name}` : `${above}/${folder}/${name.slice(above.length + 1)}`
}
