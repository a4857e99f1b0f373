import { sameJson } from '../../model/equal.ts'
import { textFile, type FormatFile, type Serialized } from '../adapter.ts'
import { exampleOf, loseAll } from '../common-losses.ts'
import { extraOf, hullOf, valueText, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet } from '../interchange.ts'
import { isObject, isStrings } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { pathsFor } from '../per-person.ts'
import { createSafeNames, type SafeNames } from '../safe-names.ts'
import { bordersOf, sentencesOf, trimmed, type Piece } from '../tokens.ts'
import { decode, FORMAT, type Decoded } from './decode.ts'
import { encode, type BaseSentence, type Mark, type OutLayer, type OutRelation } from './encode.ts'
import { readSyntax, type Layer, type Tsv } from './syntax.ts'

export function serializeTsv({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  const isName = (name: string) => /^[A-Za-z][A-Za-z0-9_]*$/.test(name)
  const names: Names = {
    label: createSafeNames(isName, [...scheme.labels, ...scheme.relations]),
    attribute: createSafeNames((name) => isName(name) && !['note', 'begin', 'end', 'sofa'].includes(name), scheme.attributes),
  }
  function* files(): Generator<FormatFile> {
    losses.add('scheme', 'definitions, colours and lists of values of the codebook', undefined, scheme.labels.filter(({ id }) => id !== undefined).length)
    for (const document of documents) {
      loseAll(losses, document, FORMAT, ['metadata', 'statuses', 'set notes', 'document values', 'timestamps', 'fragments', 'extra'])
      for (const { path, set } of pathsFor(document, losses)) yield textFile(`${path}.tsv`, textOf(document, set, names, losses))
    }
  }
  return { files: files(), losses: losses.list }
}

interface Names {
  readonly label: SafeNames
  readonly attribute: SafeNames
}

interface Kept {
  readonly lines: readonly string[]
  readonly tsv: Tsv
  readonly decoded: Decoded
}

function keptOf(document: InterchangeDocument, set: InterchangeSet): Kept | null {
  const { lines } = extraOf(set, FORMAT)
  const tsv = isStrings(lines) ? readSyntax(lines) : null
  if (!isStrings(lines) || !tsv || 'why' in tsv) return null
  const decoded = decode(tsv)
  return decoded.placed.text === document.text && decoded.refused.length === 0 ? { lines, tsv, decoded } : null
}

function textOf(document: InterchangeDocument, set: InterchangeSet, names: Names, losses: Losses): string {
  const kept = keptOf(document, set)
  if (kept && isSame(kept.decoded, set)) return kept.lines.join('\n')
  if (!kept && Object.keys(extraOf(set, FORMAT)).length > 0) losses.add('extra', 'sentences and tokens of the imported file, because the text is no longer the same', document.name)
  const base = kept ? baseOf(kept) : freshBase(document)
  const { layers, marks } = layersOf(document, set, kept?.tsv.layers ?? [], names, losses)
  const relations = relationsOf(document, set, marks, layers, names, losses)
  const text = encode(kept?.tsv.version ?? '3.3', document.text, base, layers, [...marks.values()], relations)
  const again = readSyntax(text.split('\n'))
  if ('why' in again || decode(again).placed.text !== document.text) losses.add('text', 'blanks and blank lines between sentences', document.name)
  return text
}

function isSame(decoded: Decoded, set: InterchangeSet): boolean {
  const key = (id: string, list: readonly InterchangeAnnotation[]) => list.findIndex((annotation) => annotation.id === id)
  const plain = (annotations: readonly InterchangeAnnotation[], relations: InterchangeSet['relations']) => ({
    annotations: annotations.map(({ id: _id, ...rest }) => rest),
    relations: relations.map(({ id: _id, from, to, ...rest }) => ({ ...rest, from: key(from.annotation, annotations), to: to.document === undefined ? key(to.annotation, annotations) : -2 })),
  })
  return sameJson(plain(decoded.annotations, decoded.relations), plain(set.annotations, set.relations))
}

function baseOf({ tsv, decoded }: Kept): BaseSentence[] {
  return tsv.sentences.map(({ comments, rows }) => ({
    comments,
    rows: rows.flatMap((row) => {
      const place = decoded.placed.places.get(row)
      return place ? [{ id: row.id, ...place, token: row.token }] : []
    }),
  }))
}

function freshBase(document: InterchangeDocument): BaseSentence[] {
  const { text } = document
  return sentencesOf(text, bordersOf(document)).map((sentence, index) => ({
    comments: null,
    rows: sentence.map(({ start, end }, place) => ({ id: `${index + 1}-${place + 1}`, start, end, token: text.slice(start, end) })),
  }))
}

function layersOf(document: InterchangeDocument, set: InterchangeSet, kept: readonly Layer[], names: Names, losses: Losses): { layers: Map<string, OutLayer>; marks: Map<string, Mark> } {
  const layers = new Map<string, OutLayer>(kept.map((layer) => [layer.type, { kind: layer.kind, type: layer.type, columns: [...layer.columns] }]))
  const marks = new Map<string, Mark>()
  // What keeps its place comes first, so that of two at one place each is found again.
  const moves = (annotation: InterchangeAnnotation) => Number(annotation.fragments.length > 1 || /^\s|\s$/.test(annotation.fragments[0]?.quote ?? ''))
  const ordered = [...set.annotations.entries()].toSorted(([, a], [, b]) => moves(a) - moves(b))
  for (const [index, annotation] of ordered) {
    const place = exampleOf(document, annotation)
    const own = extraOf(annotation, FORMAT)
    const hull = hullOf(annotation)
    const piece: Piece | null = hull.start === hull.end ? hull : trimmed(document.text, hull)
    if (!piece) {
      losses.add('annotations', 'annotations without words', place)
      continue
    }
    if (piece.start !== hull.start || piece.end !== hull.end) losses.add('places', 'blanks at the ends of spans', place)
    const wish = names.label.of(annotation.label)
    const type = typeof own['layer'] === 'string' ? own['layer'] : ([...layers.keys()].find((name) => name.endsWith(`.${annotation.label}`) && layers.get(name)?.kind !== 'RL') ?? `webanno.custom.${wish}`)
    if (!type.endsWith(annotation.label)) losses.add('labels', 'signs in names of labels', annotation.label)
    if (annotation.id !== `a${index + 1}`) losses.add('ids', 'ids of annotations', place)
    const isToken = own['token'] === true
    if (!isToken && !layers.has(type)) layers.set(type, { kind: 'SP', type, columns: [] })
    const layer = layers.get(type)
    const values = new Map<string, string>()
    for (const [name, value] of Object.entries(annotation.attributes)) {
      const written = valueText(value)
      if (written.text === '') losses.add('attributes', 'empty values', `${place}: ${name}`)
      else {
        if (!written.exact) losses.add('values', 'values that become text', `${place}: ${name}`)
        const feature = layer?.columns.some((column) => column.kind === 'feature' && column.name === name) || layer?.kind === 'CH' ? name : names.attribute.of(name)
        if (feature !== name && feature.toLowerCase() !== name.toLowerCase()) losses.add('attributes', 'signs in names of attributes', name)
        values.set(feature, written.text)
      }
    }
    if (annotation.note !== undefined) values.set('note', annotation.note.replace(/\r\n?/g, '\n'))
    if (annotation.note?.includes('\r')) losses.add('notes', 'CR in notes', place)
    for (const name of values.keys()) if (layer?.kind === 'SP' && !layer.columns.some((column) => column.kind === 'feature' && column.name === name)) layer.columns.push({ kind: 'feature', name })
    const { chain, element, rel } = own
    marks.set(annotation.id, { type, isToken, ...piece, values, ref: typeof own['ref'] === 'number' ? own['ref'] : null, link: typeof chain === 'number' && typeof element === 'number' ? { chain, element, rel: typeof rel === 'string' ? rel : null } : null, slots: [] })
  }
  return { layers, marks }
}

function relationsOf(document: InterchangeDocument, set: InterchangeSet, marks: ReadonlyMap<string, Mark>, layers: Map<string, OutLayer>, names: Names, losses: Losses): OutRelation[] {
  const out: OutRelation[] = []
  const ends = new Map<string, Set<string>>()
  for (const relation of set.relations) {
    const [from, to] = [marks.get(relation.from.annotation), marks.get(relation.to.annotation)]
    const own = extraOf(relation, FORMAT)
    if (!from || !to || relation.to.document !== undefined) {
      losses.add('relations', relation.to.document === undefined ? 'relations whose ends are not written' : 'relations to another document', `${document.name}: ${relation.type}`)
      continue
    }
    if (own['chain'] === true) continue
    const { slot, target, role } = own
    if (typeof slot === 'string' && typeof target === 'string') {
      from.slots.push({ field: slot, target: to, role: typeof role === 'string' ? relation.type : null })
      continue
    }
    const wish = names.label.of(relation.type)
    const type = typeof own['layer'] === 'string' ? own['layer'] : ([...layers.keys()].find((name) => name.endsWith(`.${relation.type}`) && layers.get(name)?.kind === 'RL') ?? `webanno.custom.${wish}`)
    if (!type.endsWith(wish) && !type.endsWith(relation.type)) losses.add('relations', 'signs in names of relations', relation.type)
    const features = isObject(own['features']) ? Object.entries(own['features']).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[key, value]] : [])) : []
    out.push({ type, from, to, features: new Map(features) })
    const types = ends.get(type) ?? new Set(typeof own['base'] === 'string' ? [own['base']] : [])
    for (const end of [from, to]) types.add(end.type)
    ends.set(type, types)
  }
  for (const [type, types] of ends) {
    if (layers.has(type)) continue
    const [only] = types
    layers.set(type, { kind: 'RL', type, columns: [{ kind: 'end', type: types.size === 1 && only !== undefined ? only : 'uima.tcas.Annotation' }] })
  }
  for (const { type, features } of out) {
    const columns = layers.get(type)?.columns
    for (const name of features.keys()) if (columns && !columns.some((column) => column.kind === 'feature' && column.name === name)) columns.splice(-1, 0, { kind: 'feature', name })
  }
  return out
}
