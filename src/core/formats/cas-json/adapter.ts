import { sameJson } from '../../model/equal.ts'
import { ok, type Result } from '../../result.ts'
import { refusal, textFile, type Adapter, type FormatFile, type Parsed, type ParseOptions, type Refused, type Serialized, type SourceFile } from '../adapter.ts'
import { casNames, freshCas, type CasNames } from '../cas/fresh.ts'
import { takeGraph } from '../cas/graph.ts'
import { extraOf, NO_SCHEME, withExtra, type Interchange, type InterchangeDocument, type InterchangeSet, type ParsedDocument } from '../interchange.ts'
import { lineOfPath } from '../json-position.ts'
import { createLosses, type Losses } from '../losses.ts'
import { mergeSets } from '../merge.ts'
import { groupByText, pathsFor, peopleOf } from '../per-person.ts'
import { headOf, parseJson, readJson } from '../source-text.ts'
import { graphOf } from './read.ts'
import { writeCas } from './write.ts'

const FORMAT = 'cas-json'

/** UIMA CAS JSON 0.4, as INCEpTION exports it. */
export const casJson: Adapter = {
  name: FORMAT,
  title: 'UIMA CAS JSON',
  detect,
  group: (mine) => groupByText(mine, (file) => /"sofaString"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(headOf(file, file.bytes.length))?.[1] ?? null),
  parse,
  serialize,
}

function detect(file: SourceFile): number {
  const head = headOf(file)
  return /^\s*\{/.test(head) && /"%(FEATURE_STRUCTURES|VIEWS|TYPES)"\s*:/.test(head) ? 3 : 0
}

function parse(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const documents: ParsedDocument[] = []
  const refused: Refused[] = []
  const remarks: string[] = []
  let counting: Parsed['counting'] = null
  for (const { file, document, annotator } of peopleOf(files)) {
    const json = readJson(file)
    if (!json.ok) return json
    const { value, source } = json.value
    const graph = graphOf(value)
    if ('why' in graph) return refusal(file.path, lineOfPath(source.raw, graph.path), `${graph.why}.`)
    const taken = takeGraph(graph, FORMAT, options.repair)
    counting = counting && counting.fits < counting.of ? counting : taken.counting
    refused.push(...taken.refused.map((item) => ({ file: file.path, ...item })))
    remarks.push(...taken.remarks.map((remark) => `${file.path}: ${remark}`))
    documents.push({ name: document, text: taken.text, metadata: taken.metadata, sets: [{ annotator, annotations: taken.annotations, relations: taken.relations, ...withExtra(FORMAT, { raw: source.raw }) }] })
  }
  return ok({ documents: mergeSets(documents), scheme: NO_SCHEME, refused, counting: counting?.of === 0 ? null : counting, remarks })
}

function serialize({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  const names = casNames(scheme)
  function* files(): Generator<FormatFile> {
    losses.add('scheme', 'definitions, colours and lists of values of the codebook', undefined, scheme.labels.filter(({ id }) => id !== undefined).length)
    for (const document of documents) for (const { path, set } of pathsFor(document, losses)) yield textFile(`${path}.json`, textOf(document, set, names, losses))
  }
  return { files: files(), losses: losses.list }
}

/** The imported file as it was as long as nothing changed; else one made from the model. */
function textOf(document: InterchangeDocument, set: InterchangeSet, names: CasNames, losses: Losses): string {
  const { raw } = extraOf(set, FORMAT)
  const graph = typeof raw === 'string' ? graphOf(parseJson(raw)) : null
  if (typeof raw === 'string' && graph && !('why' in graph)) {
    const taken = takeGraph(graph, FORMAT)
    if (taken.text === document.text && sameJson(taken.annotations, set.annotations) && sameJson(taken.relations, set.relations)) return raw
    losses.add('extra', 'other feature structures of the imported file, because its annotations are no longer the same', document.name)
  }
  return writeCas(freshCas(document, set, FORMAT, names, losses))
}
