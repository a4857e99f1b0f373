import type { FormatFile, SerializeOptions, Serialized, SourceFile } from '../adapter.ts'
import { exampleOf, loseAll } from '../common-losses.ts'
import { extraOf, type Interchange, type InterchangeAnnotation, type InterchangeDocument } from '../interchange.ts'
import { createLosses, type Losses } from '../losses.ts'
import { encodeText } from '../source-text.ts'
import { createUnitMap } from '../units.ts'
import { countIllegal } from '../xml.ts'
import { writeZip } from '../zip.ts'
import { writeCodes } from './codes.ts'
import { guidFor, guidKey, isGuid } from './guids.ts'
import { FORMAT } from './parse.ts'
import { node, readTree, writeTree, type Tree } from './tree.ts'

const ORDER = ['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs', 'Description', 'NoteRef']
const SELECTION = ['Description', 'Coding', 'NoteRef']
const SOURCE = ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue']

/** By the standard’s letter: LF, no BOM, code points, the end excluded, parts in their order. */
export function serializeQdpx({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  losses.add('scheme', 'attributes of the codebook', undefined, scheme.attributes.length)
  losses.add('scheme', 'relations of the codebook', undefined, scheme.relations.length)
  const files = function* (): Iterable<FormatFile> {
    const texts: SourceFile[] = []
    const project = readTree(extraOf(scheme, FORMAT)['project']) ?? node('Project')
    const parts = partsOf(project)
    const list = [...documents]
    const used = list.flatMap(({ sets }) => sets.flatMap(({ annotations }) => annotations.map(({ label }) => label))).filter((label) => label !== 'uncoded')
    const { codes, guids } = writeCodes(scheme, used, FORMAT)
    for (const document of list) writeDocument(document, parts, guids, texts, losses)
    if (codes.children.length > 0) parts.set('CodeBook', [node('CodeBook', {}, [codes])])
    const children = ORDER.flatMap((name) => (parts.get(name) ?? []).filter((part) => part.children.length > 0 || part.text !== undefined || name === 'NoteRef'))
    const root = node('Project', { xmlns: 'urn:QDA-XML:project:1.0', name: scheme.name ?? options.name ?? 'annotations', origin: 'Concord', ...project.attributes }, children)
    const qde = { path: 'project.qde', bytes: encodeText(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${writeTree(root)}`) }
    yield { path: `${options.name ?? 'annotations'}.qdpx`, content: [writeZip([qde, ...texts])] }
  }
  return { files: files(), losses: losses.list }
}

type Parts = Map<string, Tree[]>

function partsOf(project: Tree): Parts {
  const parts: Parts = new Map()
  for (const child of project.children) parts.set(child.name, [...(parts.get(child.name) ?? []), child])
  for (const name of ['Users', 'Sources', 'Notes', 'Links']) if (!parts.has(name)) parts.set(name, [node(name)])
  return parts
}

function listIn(parts: Parts, name: string): Tree[] {
  return parts.get(name)?.[0]?.children ?? []
}

function writeDocument(document: InterchangeDocument, parts: Parts, codes: ReadonlyMap<string, string>, texts: SourceFile[], losses: Losses): void {
  loseAll(losses, document, FORMAT, ['statuses', 'set notes', 'document values', 'attributes', 'extra'])
  const known = extraOf(document, FORMAT)['guid']
  const guid = isGuid(known) ? known : guidFor('source', document.name)
  const kept = listIn(parts, 'Sources').find(({ name, attributes }) => name === 'TextSource' && attributes['guid'] === known)
  if (!kept) loseAll(losses, document, FORMAT, ['metadata'])
  const source = kept ?? node('TextSource', { guid, name: document.name })
  if (!kept) listIn(parts, 'Sources').push(source)
  if (document.text !== '' || !source.attributes['plainTextPath']) {
    source.attributes = { ...source.attributes, plainTextPath: `internal://${guidKey(guid)}.txt` }
    texts.push({ path: `sources/${guidKey(guid)}.txt`, bytes: encodeText(document.text) })
  }
  const map = document.text === '' ? null : createUnitMap(document.text, { unit: 'codepoint', newline: 'lf' })
  const selections = new Map<string, Tree>()
  for (const set of document.sets) {
    if (set.annotations.length === 0 && set.annotator !== null) losses.add('annotators', 'annotators who marked nothing', `${document.name}: ${set.annotator}`)
    const user = set.annotator === null ? undefined : userFor(set.annotator, parts)
    const placed = new Map<string, string>()
    for (const annotation of set.annotations) placed.set(annotation.id, writeAnnotation(annotation, user))
    for (const relation of set.relations) writeLink(relation, placed)
  }
  source.children = inOrder([...source.children, ...selections.values()], SOURCE)

  function writeAnnotation(annotation: InterchangeAnnotation, user: string | undefined): string {
    const own = extraOf(annotation, FORMAT)
    const place = exampleOf(document, annotation)
    const keptSelection = readTree(own['selection'])
    const keptCoding = readTree(own['coding'])
    const isUncoded = annotation.label === 'uncoded' && keptSelection !== null && !keptCoding
    const id = isGuid(annotation.id) ? annotation.id : keptCoding && isGuid(keptCoding.attributes['guid']) ? keptCoding.attributes['guid'] : guidFor('coding', document.name, user ?? '', annotation.id)
    if (id !== annotation.id) losses.add('ids', 'ids that are no GUIDs', place)
    if (annotation.fragments.length > 1) losses.add('fragments', 'pieces of spans, which become selections of their own', place)
    for (const [index, { start, end, quote }] of annotation.fragments.entries()) {
      const codingGuid = index === 0 ? id : guidFor('piece', id, String(index))
      const selectionGuid = keptSelection && index === 0 ? (keptSelection.attributes['guid'] ?? '') : isUncoded ? id : guidFor('selection', codingGuid)
      const positions = { startPosition: String(map ? map.toUnit(start) : start), endPosition: String(map ? map.toUnit(end) : end) }
      // Several codings of one selection come together again, unless one of them was moved.
      let selection = selections.get(selectionGuid)
      const isSame = selection?.attributes['startPosition'] === positions.startPosition && selection.attributes['endPosition'] === positions.endPosition
      if (!selection || !isSame) {
        const fresh = keptSelection && index === 0 ? keptSelection : node('PlainTextSelection', { guid: selectionGuid, name: nameOf(quote), creatingUser: user, creationDateTime: annotation.created, modifyingUser: annotation.modified === undefined ? undefined : user, modifiedDateTime: annotation.modified })
        const guidThere = selection ? guidFor('selection', selectionGuid, codingGuid) : selectionGuid
        selection = { ...fresh, attributes: { ...fresh.attributes, guid: guidThere, ...positions } }
        selections.set(guidThere, selection)
      }
      if (isUncoded) continue
      const coding = keptCoding && index === 0 ? keptCoding : node('Coding', { guid: codingGuid, creatingUser: user, creationDateTime: annotation.created })
      const codeRef = node('CodeRef', { targetGUID: codes.get(annotation.label) ?? '' })
      const rest = coding.children.filter(({ name }) => name !== 'CodeRef')
      const isNoted = [...rest, ...selection.children].some(({ name }) => name === 'NoteRef' || name === 'Description')
      if (annotation.note !== undefined && index === 0 && !isNoted) rest.push(noteFor(annotation.note, id, user, place))
      selection.children = inOrder([...selection.children, { ...coding, attributes: { ...coding.attributes, guid: coding.attributes['guid'] ?? codingGuid }, children: [codeRef, ...rest] }], SELECTION)
    }
    return id
  }

  function noteFor(text: string, id: string, user: string | undefined, place: string): Tree {
    const note = guidFor('note', id)
    if (countIllegal(text) > 0) losses.add('notes', 'characters that XML cannot hold', place)
    listIn(parts, 'Notes').push(node('Note', { guid: note, name: nameOf(text), creatingUser: user }, [node('PlainTextContent', {}, [], text)]))
    return node('NoteRef', { targetGUID: note })
  }

  function writeLink(relation: InterchangeDocument['sets'][number]['relations'][number], placed: ReadonlyMap<string, string>): void {
    const kept = readTree(extraOf(relation, FORMAT)['link'])
    const [from, to] = [placed.get(relation.from.annotation), relation.to.document === undefined ? placed.get(relation.to.annotation) : undefined]
    if (from === undefined || to === undefined) return losses.add('relations', 'relations to another document', `${document.name}: ${relation.type}`)
    const guidOfLink = isGuid(relation.id) ? relation.id : guidFor('link', document.name, from, to, relation.type, relation.id)
    listIn(parts, 'Links').push(kept ?? node('Link', { guid: guidOfLink, name: relation.type, direction: 'OneWay', originGUID: from, targetGUID: to }))
  }
}

function userFor(name: string, parts: Parts): string {
  const users = listIn(parts, 'Users')
  const known = users.find(({ attributes }) => (attributes['name'] ?? attributes['id']) === name)?.attributes['guid']
  if (known !== undefined) return known
  const guid = guidFor('user', name)
  users.push(node('User', { guid, name }))
  return guid
}

function inOrder(children: readonly Tree[], names: readonly string[]): Tree[] {
  return children.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
}

function nameOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return [...line].length > 100 ? `${[...line].slice(0, 99).join('')}…` : line
}

