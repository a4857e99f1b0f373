import { ok, type Result } from '../../result.ts'
import { refusal, type Adapter, type Parsed, type SerializeOptions, type Serialized, type SourceFile } from '../adapter.ts'
import { extraOf, withExtra, type Interchange } from '../interchange.ts'
import { createLosses } from '../losses.ts'
import { headOf } from '../source-text.ts'
import { readXml, rootOf } from '../xml.ts'
import { codesIn, readCodes, writeCodes } from './codes.ts'
import { node, readTree, treeOf, writeTree } from './tree.ts'

const FORMAT = 'refi-qdc'

/** The codebook alone: what labels there are, and nothing of what was marked with them. */
export const refiQdc: Adapter = { name: FORMAT, title: 'REFI-QDA codebook', detect, parse, serialize }

function detect(file: SourceFile): number {
  const root = rootOf(headOf(file, 8192))
  return root?.local === 'CodeBook' ? (root.uri.startsWith('urn:QDA-XML:codebook') ? 3 : 1) : 0
}

function parse([file]: readonly SourceFile[]): Result<Parsed> {
  if (!file) return refusal('', null, 'there is no file.')
  const xml = readXml(file)
  if (!xml.ok) return xml
  if (xml.value.local !== 'CodeBook') return refusal(file.path, xml.value.line, 'this is no REFI-QDA codebook.')
  const root = treeOf(xml.value)
  const codes = codesIn(root)
  if (!codes) return refusal(file.path, xml.value.line, 'there are no codes in it.')
  const { labels } = readCodes(codes, FORMAT)
  const sets = root.children.find(({ name, children }) => name === 'Sets' && children.length > 0)
  return ok({ documents: [], scheme: { labels, attributes: [], relations: [], ...withExtra(FORMAT, { sets }) }, refused: [], counting: null, remarks: [] })
}

function serialize({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  losses.add('scheme', 'attributes of the codebook', undefined, scheme.attributes.length)
  losses.add('scheme', 'relations of the codebook', undefined, scheme.relations.length)
  const own = extraOf(scheme, FORMAT)
  const files = function* () {
    for (const document of documents) {
      losses.add('documents', 'articles and all that is marked in them', document.name)
      losses.add('metadata', 'facts about documents', document.name, Object.keys(document.metadata).length)
      for (const set of document.sets) {
        if (set.annotator !== null) losses.add('annotators', 'who annotated', document.name)
        if (set.status !== undefined) losses.add('statuses', 'whether a document is done', document.name)
        losses.add('annotations', 'annotations', document.name, set.annotations.length)
        losses.add('relations', 'relations', document.name, set.relations.length)
      }
    }
    const { codes } = writeCodes(scheme, [], FORMAT)
    const sets = readTree(own['sets'])
    const root = node('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Concord' }, [codes, ...(sets ? [sets] : [])])
    yield { path: `${options.name ?? 'codebook'}.qdc`, content: [`<?xml version="1.0" encoding="utf-8"?>\n${writeTree(root)}`] }
  }
  return { files: files(), losses: losses.list }
}
