import { sameJson } from '../../model/equal.ts'
import { ok, type Result } from '../../result.ts'
import { refusal, textFile, type Adapter, type FormatFile, type Parsed, type ParseOptions, type Refused, type Serialized, type SourceFile } from '../adapter.ts'
import { casNames, freshCas, type CasNames } from '../cas/fresh.ts'
import { takeGraph } from '../cas/graph.ts'
import { extraOf, NO_SCHEME, withExtra, type Interchange, type InterchangeDocument, type InterchangeSet, type ParsedDocument } from '../interchange.ts'
import { createLosses, type Losses } from '../losses.ts'
import { mergeSets } from '../merge.ts'
import { groupByText, pathsFor, peopleOf } from '../per-person.ts'
import { encodeText, headOf, readText } from '../source-text.ts'
import { countIllegal, readXml, rootOf } from '../xml.ts'
import { graphOf } from './read.ts'
import { writeTypes, writeXmi } from './write.ts'

const FORMAT = 'cas-xmi'

/** UIMA CAS XMI, with the type system beside it. */
export const casXmi: Adapter = {
  name: FORMAT,
  title: 'UIMA CAS XMI',
  detect,
  group: (mine) => groupByText(mine, (file) => /\ssofaString="([^"]*)"/.exec(headOf(file, file.bytes.length))?.[1] ?? null),
  parse,
  serialize,
}

function detect(file: SourceFile): number {
  const root = rootOf(headOf(file))
  return root?.local === 'XMI' && root.uri === 'http://www.omg.org/XMI' && headOf(file).includes('http:///uima/cas.ecore') ? 3 : 0
}

function parse(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const documents: ParsedDocument[] = []
  const refused: Refused[] = []
  const remarks: string[] = []
  let counting: Parsed['counting'] = null
  for (const { file, document, annotator } of peopleOf(files)) {
    const source = readText(file)
    if (!source.ok) return source
    const root = readXml(file)
    if (!root.ok) return root
    const graph = root.value.local === 'XMI' ? graphOf(root.value) : { line: root.value.line, why: 'its first element is not xmi:XMI' }
    if ('why' in graph) return refusal(file.path, graph.line, `${graph.why}.`)
    const taken = takeGraph(graph, FORMAT, options.repair)
    counting = counting && counting.fits < counting.of ? counting : taken.counting
    refused.push(...taken.refused.map((item) => ({ file: file.path, ...item })))
    remarks.push(...taken.remarks.map((remark) => `${file.path}: ${remark}`))
    documents.push({ name: document, text: taken.text, metadata: taken.metadata, sets: [{ annotator, annotations: taken.annotations, relations: taken.relations, ...withExtra(FORMAT, { raw: source.value.raw }) }] })
  }
  return ok({ documents: mergeSets(documents), scheme: NO_SCHEME, refused, counting: counting?.of === 0 ? null : counting, remarks })
}

function serialize({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  const names = casNames(scheme)
  function* files(): Generator<FormatFile> {
    losses.add('scheme', 'definitions, colours and lists of values of the codebook', undefined, scheme.labels.filter(({ id }) => id !== undefined).length)
    for (const document of documents) for (const { path, set } of pathsFor(document, losses)) yield* filesOf(path, document, set, names, losses)
  }
  return { files: files(), losses: losses.list }
}

/** The imported file as it was as long as nothing changed; else one made from the model, with its type system. */
function filesOf(path: string, document: InterchangeDocument, set: InterchangeSet, names: CasNames, losses: Losses): FormatFile[] {
  const { raw } = extraOf(set, FORMAT)
  const root = typeof raw === 'string' ? readXml({ path, bytes: encodeText(raw) }) : null
  const graph = root?.ok ? graphOf(root.value) : null
  if (typeof raw === 'string' && graph && !('why' in graph)) {
    const taken = takeGraph(graph, FORMAT)
    if (taken.text === document.text && sameJson(taken.annotations, set.annotations) && sameJson(taken.relations, set.relations)) return [textFile(`${path}.xmi`, raw)]
    losses.add('extra', 'other feature structures of the imported file, because its annotations are no longer the same', document.name)
  }
  const cas = freshCas(document, set, FORMAT, names, losses)
  losses.add('text', 'characters that XML cannot hold', document.name, countIllegal(document.text))
  return [textFile(`${path}.xmi`, writeXmi(cas)), textFile(`${path}-typesystem.xml`, writeTypes(cas))]
}
