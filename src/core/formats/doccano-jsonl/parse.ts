import { normaliseText } from '../../text/normalise.ts'
import { ok, type Result } from '../../result.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type InterchangeAnnotation, type InterchangeRelation, type InterchangeSet, type ParsedDocument, type Scheme, type SchemeLabel } from '../interchange.ts'
import { isObject, isStrings, readJsonLines } from '../json-lines.ts'
import { judgeOffsets, type Judgement } from '../judge-unit.ts'
import { mergeSets } from '../merge.ts'
import { stemOf } from '../paths.ts'
import { parseJson, readText } from '../source-text.ts'
import { createUnitMap, type Counting } from '../units.ts'
import { readRow, type Row, type RowRelation, type RowSpan } from './row.ts'

/** Nothing in a file says how positions were counted: the screen counts UTF-16, the server's Python code points. */
export const LIKELY: readonly [Counting, ...Counting[]] = [
  { unit: 'utf16', newline: 'crlf2' },
  { unit: 'codepoint', newline: 'crlf2' },
  { unit: 'grapheme', newline: 'lf' },
  { unit: 'utf16', newline: 'lf' },
  { unit: 'codepoint', newline: 'lf' },
]
const LIKELY_LF: readonly [Counting, ...Counting[]] = [
  { unit: 'utf16', newline: 'lf' },
  { unit: 'codepoint', newline: 'lf' },
  { unit: 'grapheme', newline: 'lf' },
]

export function parseDoccano(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const refused: Refused[] = []
  const remarks: string[] = []
  const mains = files.filter(({ path }) => !path.endsWith('labels.json'))
  const read: { readonly file: SourceFile; readonly rows: readonly Row[] }[] = []
  for (const file of mains) {
    const lines = readJsonLines(file)
    if (!lines.ok) return lines
    refused.push(...lines.value.refused)
    const rows: Row[] = []
    for (const line of lines.value.lines) {
      const row = readRow(line, file.path)
      if (typeof row === 'string') refused.push({ file: file.path, line: line.line, what: 'the line', why: row })
      else rows.push(row)
    }
    if (rows.length === 0 && refused.length > 0) return refusal(file.path, refused[0]?.line ?? null, `no line of it is a record: ${refused[0]?.why ?? ''}.`)
    if (rows.some(({ raw }) => raw.includes('\r'))) remarks.push(`${file.path}: CR line ends in texts became LF.`)
    read.push({ file, rows })
  }
  const all = read.flatMap(({ rows }) => rows)
  const texts = all.map(({ raw, spans }) => ({ text: normaliseText(raw), raw, places: spans }))
  const counting = judgeOffsets(texts, all.some(({ raw }) => raw.includes('\r')) ? LIKELY : LIKELY_LF, options.repair)
  const documents = read.map(({ file, rows }) => rows.map((row, index) => documentOf(row, index + 1, file, read.length > 1, counting, refused)))
  const origins = new Map(read.flatMap(({ file, rows }, at) => rows.map(({ line }, index) => [documents[at]?.[index]?.name ?? '', { file: file.path, line: line.line }] as const)))
  return ok({ origins, documents: mergeSets(documents.flat()), scheme: schemeIn(files), refused, counting: all.some(({ spans }) => spans.length > 0) ? counting : null, remarks })
}

function documentOf(row: Row, number: number, file: SourceFile, named: boolean, { counting }: Judgement, refused: Refused[]): ParsedDocument {
  const text = normaliseText(row.raw)
  const map = createUnitMap(text, counting, row.raw)
  refused.push(...row.refused)
  const annotations: InterchangeAnnotation[] = []
  const ids = new Map<string, string>()
  let first: RowSpan | null = null
  for (const span of row.spans) {
    const { start, end, label, own, unnumbered } = span
    const [from, to] = [map.fromUnit(start), map.fromUnit(end)]
    if (from === null || to === null) {
      refused.push({ file: file.path, line: row.line.line, what: `${label} at ${start}–${end}`, why: 'this is no place in the text' })
      continue
    }
    first ??= span
    const id = unnumbered ? `a${annotations.length + 1}` : span.id
    ids.set(span.id, id)
    annotations.push({ id, label, fragments: [{ start: from, end: to, quote: text.slice(from, to) }], attributes: {}, ...withExtra('doccano-jsonl', { ...own, ...(row.spansIn?.form === 'objects' && unnumbered && { unnumbered: true }) }) })
  }
  const relations: InterchangeRelation[] = []
  let firstRelation: RowRelation | null = null
  for (const relation of row.relations) {
    const [from, to] = [ids.get(relation.from), ids.get(relation.to)]
    if (from === undefined || to === undefined) {
      refused.push({ file: file.path, line: row.line.line, what: `relation ${relation.type}`, why: 'an entity that it needs was not taken' })
      continue
    }
    firstRelation ??= relation
    relations.push({ id: relation.id ?? `r${relations.length + 1}`, type: relation.type, from: { annotation: from }, to: { annotation: to }, ...withExtra('doccano-jsonl', relation.own) })
  }
  const classes = Object.entries(row.classes)
  const note = row.comments.join('\n')
  const set: InterchangeSet = {
    annotator: named ? stemOf(file.path) : null,
    annotations,
    relations,
    ...(classes.length > 0 && { values: Object.fromEntries(classes.map(([key, value]) => [key, { state: 'decided' as const, value: [...value] }])) }),
    ...(note !== '' && { note }),
  }
  const metadata = Object.entries(row.fields).filter(([key]) => !row.known.has(key))
  const name = row.fields['document']
  return {
    name: typeof name === 'string' && name !== '' ? name : `${named ? '' : `${stemOf(file.path)}/`}${idOf(row, number)}`,
    text,
    metadata: Object.fromEntries(typeof name === 'string' && name !== '' ? metadata.filter(([key]) => key !== 'document') : metadata),
    sets: [set],
    ...withExtra('doccano-jsonl', {
      keys: Object.keys(row.fields),
      style: row.line.style === 'compact' ? undefined : (row.line.style ?? undefined),
      spans: row.spansIn ?? undefined,
      spanKeys: first?.keys,
      relationKeys: firstRelation?.keys,
      comments: Array.isArray(row.fields['Comments']) ? row.fields['Comments'] : undefined,
      classes: classKeys(row),
      unit: counting.unit === 'utf16' ? undefined : counting.unit,
    }),
  }
}

/** Classes that stood as objects, as doccano before 1.5 wrote them. */
function classKeys(row: Row): Record<string, unknown> | undefined {
  const found = Object.keys(row.classes).filter((key) => !isStrings(row.fields[key]))
  return found.length === 0 ? undefined : Object.fromEntries(found.map((key) => [key, row.fields[key]]))
}

function idOf(row: Row, number: number): string {
  const { id } = row.fields
  return typeof id === 'number' || typeof id === 'string' ? String(id) : String(number)
}

/** `labels.json`, the list of labels that doccano imports and exports. */
function schemeIn(files: readonly SourceFile[]): Scheme {
  const file = files.find(({ path }) => path.endsWith('labels.json'))
  const source = file && readText(file)
  const items = source?.ok ? parseJson(source.value.raw) : undefined
  if (!Array.isArray(items)) return NO_SCHEME
  const labels = items.flatMap((item): SchemeLabel[] => {
    if (!isObject(item)) return []
    const { text, suffix_key: key, background_color: color, ...own } = item
    if (typeof text !== 'string' || text === '') return []
    return [
      {
        name: text,
        ...(typeof color === 'string' && /^#[0-9a-fA-F]{6}$/.test(color) && { color: color.toLowerCase() }),
        ...(typeof key === 'string' && key !== '' && { key }),
        ...withExtra('doccano-jsonl', { order: Object.keys(item), ...own, upper: typeof color === 'string' && color !== color.toLowerCase() ? color : undefined }),
      },
    ]
  })
  return { labels: [...new Map(labels.map((label) => [label.name, label])).values()], attributes: [], relations: [] }
}
