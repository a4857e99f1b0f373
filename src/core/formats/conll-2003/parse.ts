import { ok, type Result } from '../../result.ts'
import { refusal, type Parsed, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type ParsedDocument } from '../interchange.ts'
import { mergeSets } from '../merge.ts'
import { peopleOf } from '../per-person.ts'
import { readText } from '../source-text.ts'
import { schemeOf } from '../tags.ts'
import { isDocStart, readTable, type Line } from './rows.ts'
import { build, FORMAT, isToken } from './sentences.ts'

export function parseConll(files: readonly SourceFile[]): Result<Parsed> {
  const documents: ParsedDocument[] = []
  const remarks: string[] = []
  for (const { file, document, annotator } of peopleOf(files)) {
    const source = readText(file)
    if (!source.ok) return source
    const { raw, text } = source.value
    if (raw.includes('\r')) remarks.push(`${file.path}: its CRLF line ends became LF.`)
    const table = readTable(text.split('\n'))
    if ('why' in table) return refusal(file.path, table.line, `${table.why}.`)
    const { lines, layout } = table
    if (!lines.some((line) => typeof line !== 'string')) return refusal(file.path, 1, 'there is no token in it.')
    const parts = partsOf(lines)
    for (const [index, part] of parts.entries()) {
      const built = build(part, layout)
      const tags = part.flatMap((line) => (isToken(line) ? [line.at(-1) ?? 'O'] : line === '' ? [null] : []))
      documents.push({
        name: parts.length === 1 ? document : `${document}/${index + 1}`,
        text: built.text,
        metadata: {},
        sets: [{ annotator, annotations: built.annotations, relations: [], ...withExtra(FORMAT, { lines: part, layout, scheme: schemeOf(tags) ?? undefined, ending: file.path.endsWith('.conll') ? undefined : /\.([A-Za-z0-9]{1,12})$/.exec(file.path)?.[1], file: parts.length === 1 ? undefined : file.path.replace(/\.[^./]+$/, '') }) }],
      })
    }
  }
  return ok({ documents: mergeSets(documents), scheme: NO_SCHEME, refused: [], counting: null, remarks })
}

/** The documents of a file: each begins with its -DOCSTART- line. */
function partsOf(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [[]]
  for (const line of lines) {
    const starts = typeof line !== 'string' && isDocStart(line)
    if (starts && parts.at(-1)?.some((before) => typeof before !== 'string')) parts.push([])
    parts.at(-1)?.push(line)
  }
  return parts
}
