import { ok, type Result } from '../../result.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { withExtra, type ParsedDocument, type Scheme } from '../interchange.ts'
import type { Judgement } from '../judge-unit.ts'
import { mergeSchemes, mergeSets } from '../merge.ts'
import { peopleOf } from '../per-person.ts'
import { readText } from '../source-text.ts'
import { decode, FORMAT } from './decode.ts'
import { labelsOf, readSyntax, type Layer } from './syntax.ts'

export function parseTsv(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const documents: ParsedDocument[] = []
  const schemes: Scheme[] = []
  const refused: Refused[] = []
  const remarks: string[] = []
  let counting: Judgement | null = null
  for (const { file, document, annotator } of peopleOf(files)) {
    const source = readText(file)
    if (!source.ok) return source
    if (source.value.bom) return refusal(file.path, 1, 'it starts with a byte order mark, which WebAnno TSV does not have.', 'Save it as UTF-8 without BOM.')
    if (source.value.raw.includes('\r')) remarks.push(`${file.path}: its CRLF line ends became LF.`)
    const lines = source.value.text.split('\n')
    const tsv = readSyntax(lines)
    if ('why' in tsv) return refusal(file.path, tsv.line, `${tsv.why}.`)
    const { placed, annotations, relations, refused: not } = decode(tsv, options.repair)
    refused.push(...not.map((item) => ({ file: file.path, ...item })))
    counting = counting && placed.judgement.fits === placed.judgement.of ? counting : placed.judgement
    schemes.push(schemeOf(tsv.layers))
    documents.push({ name: document, text: placed.text, metadata: {}, sets: [{ annotator, annotations, relations, ...withExtra(FORMAT, { lines }) }] })
  }
  return ok({ documents: mergeSets(documents), scheme: mergeSchemes(schemes), refused, counting: counting?.of === 0 ? null : counting, remarks })
}

function schemeOf(layers: readonly Layer[]): Scheme {
  const labelOf = labelsOf(layers.map(({ type }) => type))
  const spans = layers.filter(({ kind }) => kind !== 'RL')
  const names = new Map<string, string[]>()
  for (const layer of spans) {
    const features = layer.kind === 'CH' ? ['referenceType'] : layer.columns.flatMap((column) => (column.kind === 'feature' && column.name !== 'note' ? [column.name] : []))
    for (const name of features) names.set(name, [...(names.get(name) ?? []), labelOf(layer.type)])
  }
  return {
    labels: [...new Set(spans.map(({ type }) => labelOf(type)))].map((name) => ({ name })),
    attributes: [...names].map(([name, labels]) => ({ name, type: 'text', labels: [...new Set(labels)] })),
    relations: [...new Set(layers.filter(({ kind }) => kind === 'RL').map(({ type }) => labelOf(type)))].map((name) => ({ name, from: [], to: [] })),
  }
}
