import { ok, type Result } from '../../result.ts'
import { normaliseText } from '../../text/normalise.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type InterchangeAnnotation, type InterchangeRelation, type ParsedDocument } from '../interchange.ts'
import { isObject, readJsonLines, type JsonLine } from '../json-lines.ts'
import { judgeOffsets } from '../judge-unit.ts'
import { mergeSets } from '../merge.ts'
import { stemOf } from '../paths.ts'
import { createUnitMap, type UnitMap } from '../units.ts'
import { checksum } from './checksum.ts'
import { readRow, type Row, type RowSpan } from './row.ts'

const FORMAT = 'spacy-jsonl'

export function parseSpacy(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const [file] = files
  if (!file) return refusal('', null, 'there is no file.')
  const read = readJsonLines(file)
  if (!read.ok) return read
  const refused: Refused[] = [...read.value.refused]
  const rows: Row[] = []
  for (const line of pairsOf(read.value.lines)) {
    const row = readRow(line)
    if (typeof row === 'string') refused.push({ file: file.path, line: line.line, what: 'the line', why: row })
    else rows.push(row)
  }
  if (rows.length === 0 && refused.length > 0) return refusal(file.path, refused[0]?.line ?? null, `no line of it is a record: ${refused[0]?.why ?? ''}.`)
  const hasCr = rows.some(({ raw }) => raw.includes('\r'))
  const texts = rows.map(({ raw, spans }) => ({
    text: normaliseText(raw),
    raw,
    places: spans.flatMap((span) => (typeof span === 'string' ? [] : [{ start: span.start, end: span.end, surface: span.words }])),
  }))
  const counting = judgeOffsets(texts, [{ unit: 'codepoint', newline: hasCr ? 'crlf2' : 'lf' }], options.repair)
  const documents = rows.map((row, index) => documentOf(row, index + 1, file, createUnitMap(normaliseText(row.raw), counting.counting, row.raw), refused))
  const not = rows.filter(isNotAccepted).length
  const remarks = [
    ...(hasCr ? [`${file.path}: CR line ends in texts became LF; tokens of these texts were left out.`] : []),
    ...(not > 0 ? [`${file.path}: ${not} records were rejected or ignored: what they mark is no annotation and is only carried along.`] : []),
  ]
  const origins = new Map(rows.map(({ line }, index) => [documents[index]?.name ?? '', { file: file.path, line: line.line }] as const))
  return ok({ origins, documents: mergeSets(documents), scheme: NO_SCHEME, refused, counting: counting.of === 0 ? null : counting, remarks })
}

/** A file that is one array of pairs. */
function pairsOf(lines: readonly JsonLine[]): readonly JsonLine[] {
  const [only] = lines
  if (lines.length !== 1 || !Array.isArray(only?.value) || !only.value.every(Array.isArray)) return lines
  return only.value.map((value: unknown, index) => ({ line: index + 1, value, style: null }))
}

/** Who refused a suggestion or passed it over has not annotated it. */
function isNotAccepted({ fields }: Row): boolean {
  return fields['answer'] === 'reject' || fields['answer'] === 'ignore'
}

function documentOf(row: Row, number: number, file: SourceFile, map: UnitMap, refused: Refused[]): ParsedDocument {
  const text = normaliseText(row.raw)
  const drop = (what: string, why: string) => refused.push({ file: file.path, line: row.line.line, what, why })
  const not = isNotAccepted(row)
  const annotations: InterchangeAnnotation[] = []
  let first: RowSpan | null = null
  for (const [index, span] of (not ? [] : row.spans).entries()) {
    if (typeof span === 'string') {
      drop(`span ${index + 1}`, span)
      continue
    }
    const [start, end] = [map.fromUnit(span.start), map.fromUnit(span.end)]
    if (start === null || end === null) {
      drop(`span ${index + 1}`, `${span.start}–${span.end} is no place in the text`)
      continue
    }
    const quote = text.slice(start, end)
    if (span.words !== undefined && normaliseText(span.words) !== quote) drop(`span ${index + 1}`, `the text at ${span.start}–${span.end} is ${JSON.stringify(quote)}, the span says ${JSON.stringify(span.words)}`)
    else {
      first ??= span
      annotations.push({ id: `a${annotations.length + 1}`, label: span.label, fragments: [{ start, end, quote }], attributes: {}, ...withExtra(FORMAT, { ...span.own, ...(span.words !== undefined && { text: true }) }) })
    }
  }
  const relations = not ? [] : relationsOf(row, annotations, map, drop)
  const { _annotator_id: by, _session_id: session, ...rest } = row.fields
  const annotator = [by, session].find((name) => typeof name === 'string' && name !== '')
  const { document: name, ...meta } = row.meta
  const named = typeof name === 'string' && name !== ''
  const values = Object.entries(not ? {} : row.values)
  const raw = row.line.value
  return {
    name: named ? name : `${stemOf(file.path)}/${typeof row.fields['_input_hash'] === 'number' ? row.fields['_input_hash'] : number}`,
    text,
    metadata: named || name === undefined ? meta : row.meta,
    sets: [
      {
        annotator: typeof annotator === 'string' ? annotator : null,
        annotations,
        relations,
        ...(values.length > 0 && { values: Object.fromEntries(values.map(([key, value]) => [key, { state: 'decided' as const, value: typeof value === 'string' ? value : [...value] }])) }),
        ...withExtra(FORMAT, {
          shape: row.shape,
          style: row.line.style === 'compact' ? undefined : (row.line.style ?? undefined),
          keys: row.keys,
          spanKeys: first?.keys,
          fields: row.raw.includes('\r') ? { ...rest, tokens: undefined } : rest,
          by: by === undefined ? undefined : by,
          session: session === undefined ? undefined : session,
          refused: not && isObject(raw) ? { spans: raw['spans'], relations: raw['relations'], label: raw['label'], accept: raw['accept'] } : undefined,
          sum: '_task_hash' in row.fields ? checksum(row.raw, annotations) : undefined,
        }),
      },
    ],
  }
}

function relationsOf(row: Row, annotations: readonly InterchangeAnnotation[], map: UnitMap, drop: (what: string, why: string) => void): InterchangeRelation[] {
  const found: InterchangeRelation[] = []
  const end = (span: unknown, token: unknown): string | undefined => {
    if (isObject(span)) {
      const [start, stop] = [map.fromUnit(Number(span['start'])), map.fromUnit(Number(span['end']))]
      const there = annotations.filter(({ fragments: [at] }) => at?.start === start && at?.end === stop)
      return (there.find(({ label }) => label === span['label']) ?? there[0])?.id
    }
    return annotations.find(({ extra }) => isObject(extra?.[FORMAT]) && extra[FORMAT]['token_end'] === token)?.id
  }
  for (const [index, item] of row.relations.entries()) {
    if (!isObject(item) || typeof item['label'] !== 'string') {
      drop(`relation ${index + 1}`, 'it has no label')
      continue
    }
    const { head, child, head_span: headSpan, child_span: childSpan, label, ...own } = item
    const [from, to] = [end(headSpan, head), end(childSpan, child)]
    if (from === undefined || to === undefined) drop(`relation ${index + 1}`, `its ${from === undefined ? 'head' : 'child'} is no span of the record`)
    else found.push({ id: `r${found.length + 1}`, type: label, from: { annotation: from }, to: { annotation: to }, ...withExtra(FORMAT, { ...own, ends: [{ token: head, span: headSpan }, { token: child, span: childSpan }], keys: Object.keys(item) }) })
  }
  return found
}
