import { ok, type Result } from '../../result.ts'
import { refusal, type Parsed, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type ParsedDocument } from '../interchange.ts'
import { mergeSets } from '../merge.ts'
import { peopleOf } from '../per-person.ts'
import { nameOf } from '../paths.ts'
import { readText } from '../source-text.ts'
import { build, FORMAT } from './build.ts'
import { readConllu, type Sentence } from './syntax.ts'

export function parseConllu(files: readonly SourceFile[]): Result<Parsed> {
  const documents: ParsedDocument[] = []
  const remarks: string[] = []
  for (const { file, document, annotator } of peopleOf(files)) {
    const source = readText(file)
    if (!source.ok) return source
    const { raw, text, bom } = source.value
    if (bom) return refusal(file.path, 1, 'it starts with a byte order mark, which CoNLL-U does not have.', 'Save it as UTF-8 without BOM.')
    if (raw.includes('\r')) remarks.push(`${file.path}: its CRLF line ends became LF.`)
    const lines = text.split('\n')
    const sentences = readConllu(lines)
    if ('why' in sentences) return refusal(file.path, sentences.line, `${sentences.why}.`)
    if (lines.at(-1) !== '' || (sentences.length > 0 && lines.at(-2) !== '')) remarks.push(`${file.path}: the blank line after the last sentence was missing; it is written.`)
    const parts = partsOf(sentences)
    for (const [index, part] of parts.entries()) {
      const built = build(part)
      const id = part[0]?.comments.map((line) => /^# newdoc id\s*=\s*(.+?)\s*$/.exec(line)?.[1]).find((found) => found !== undefined)
      documents.push({
        name: annotator === null && id !== undefined ? id : parts.length === 1 ? document : `${document}/${index + 1}`,
        text: built.text,
        metadata: {},
        sets: [{ annotator, annotations: built.annotations, relations: [], ...withExtra(FORMAT, { lines: linesOf(part), file: parts.length === 1 && id === undefined ? undefined : nameOf(file.path) }) }],
      })
    }
  }
  return ok({ documents: mergeSets(documents), scheme: NO_SCHEME, refused: [], counting: null, remarks })
}

export function linesOf(sentences: readonly Sentence[]): string[] {
  return sentences.flatMap(({ comments, words }) => [...comments, ...words.map(({ cells }) => cells.join('\t')), ''])
}

function partsOf(sentences: readonly Sentence[]): Sentence[][] {
  const parts: Sentence[][] = [[]]
  for (const sentence of sentences) {
    if ((parts.at(-1)?.length ?? 0) > 0 && sentence.comments.some((line) => /^# newdoc\b/.test(line))) parts.push([])
    parts.at(-1)?.push(sentence)
  }
  return parts
}
