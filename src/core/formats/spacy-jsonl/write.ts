import { optionOf, type AdapterOption, type FormatFile, type Serialized, type SerializeOptions } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { extraOf, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeFragment, type InterchangeRelation, type InterchangeSet } from '../interchange.ts'
import { isObject, isStrings, writeJson, type JsonObject, type JsonStyle } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { createUnitMap, type UnitMap } from '../units.ts'
import { checksum } from './checksum.ts'
import { tokensAt, tokensOf, type Token } from './tokens.ts'

export const OPTIONS: readonly AdapterOption[] = [
  { name: 'shape', values: ['prodigy', 'ents', 'spancat'], default: 'prodigy', for: 'write', help: 'prodigy: tasks with spans; ents: doc.to_json() with entities, which must not overlap; spancat: doc.to_json() with the spans of the group sc' },
]

const FORMAT = 'spacy-jsonl'

export function serializeSpacy({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const shape = optionOf(OPTIONS, options.own, 'shape')
  function* rows(): Generator<string> {
    for (const document of documents) {
      loseAll(losses, document, FORMAT, ['statuses', 'timestamps', 'attributes', 'notes', 'set notes', 'extra'])
      const sets: readonly InterchangeSet[] = document.sets.length === 0 ? [{ annotator: null, annotations: [], relations: [] }] : document.sets
      for (const set of sets) yield `${rowOf(document, set, shape, losses)}\n`
    }
  }
  function* files(): Generator<FormatFile> {
    loseScheme(losses, scheme)
    yield { path: `${options.name ?? 'annotations'}.jsonl`, content: rows() }
  }
  return { files: files(), losses: losses.list }
}

function rowOf(document: InterchangeDocument, set: InterchangeSet, asked: string, losses: Losses): string {
  const own = extraOf(set, FORMAT)
  const was = own['shape']
  const shape = was === 'doc' || was === 'pair' ? was : asked === 'ents' || asked === 'spancat' ? asked : 'prodigy'
  const map = createUnitMap(document.text, { unit: 'codepoint', newline: 'lf' })
  const { spans, ends, tokens } = spansOf(document, set, shape, map, losses)
  const refused = isObject(own['refused']) ? own['refused'] : null
  const kept = isObject(own['fields']) ? own['fields'] : {}
  const same = own['sum'] === undefined || own['sum'] === checksum(document.text, set.annotations)
  const fields = new Map<string, unknown>([['text', document.text]])
  const keys = isStrings(own['keys']) ? own['keys'] : null
  const named = keys === null || (isObject(kept['meta']) && 'document' in kept['meta'])
  const meta = { ...document.metadata, ...(named || !/\/-?\d+( \(\d+\))?$/.test(document.name) ? { document: document.name } : {}) }
  if (Object.keys(meta).length > 0 || keys?.includes('meta')) fields.set('meta', meta)
  for (const [key, value] of Object.entries(kept)) if (value !== undefined && (same || !/^_(input|task)_hash$/.test(key))) fields.set(key, value)
  if (tokens && !fields.has('tokens')) fields.set('tokens', tokens.map((token, id) => ({ text: token.text, start: map.toUnit(token.start), end: map.toUnit(token.end), id, ws: token.ws })))
  putSpans(fields, spans, shape, keys, refused)
  const relations = refused?.['relations'] ?? relationsOf(document, set, shape, ends, losses)
  if (Array.isArray(relations) && (relations.length > 0 || keys?.includes('relations'))) fields.set('relations', relations)
  for (const [key, value] of Object.entries(set.values ?? {})) {
    const payload = value.state === 'decided' ? value.value : null
    if ((key === 'label' && typeof payload === 'string') || (key === 'accept' && isStrings(payload))) fields.set(key, payload)
    else losses.add('values', 'values of whole documents', `${document.name}: ${key}`)
  }
  for (const key of ['label', 'accept']) if (refused?.[key] !== undefined) fields.set(key, refused[key])
  if (shape === 'prodigy' && keys === null) fields.set('answer', 'accept')
  if (shape !== 'prodigy' && set.annotator !== null && keys === null) losses.add('annotators', 'who annotated', `${document.name}: ${set.annotator}`)
  else if (own['by'] === undefined && own['session'] === undefined && set.annotator !== null) fields.set('_annotator_id', set.annotator)
  if (own['by'] !== undefined) fields.set('_annotator_id', own['by'])
  if (own['session'] !== undefined) fields.set('_session_id', own['session'])
  if (shape === 'pair') return writeJson([document.text, Object.fromEntries(ordered(fields, keys).filter(([key]) => key !== 'text'))], styleNamed(own['style']))
  return writeJson(Object.fromEntries(ordered(fields, keys)), styleNamed(own['style']))
}

function ordered(fields: ReadonlyMap<string, unknown>, keys: readonly string[] | null): [string, unknown][] {
  const first = (keys ?? []).filter((key) => fields.has(key))
  return [...first, ...[...fields.keys()].filter((key) => !first.includes(key))].map((key) => [key, fields.get(key)])
}

type OutShape = 'prodigy' | 'doc' | 'pair' | 'ents' | 'spancat'

interface Written {
  readonly annotation: InterchangeAnnotation
  readonly first: boolean
  readonly span: JsonObject
  readonly group: string | null
}

function spansOf(document: InterchangeDocument, set: InterchangeSet, shape: OutShape, map: UnitMap, losses: Losses): { spans: Written[]; ends: Map<string, JsonObject>; tokens: Token[] | null } {
  const own = extraOf(set, FORMAT)
  const needsTokens = shape === 'prodigy' && set.relations.some((relation) => extraOf(relation, FORMAT)['ends'] === undefined)
  const borders = new Set(set.annotations.flatMap(({ fragments }) => fragments.flatMap(({ start, end }) => [start, end])))
  const fields = own['fields']
  const tokens = needsTokens && !(isObject(fields) && Array.isArray(fields['tokens'])) ? tokensOf(document.text, borders) : null
  const spans: Written[] = []
  const ends = new Map<string, JsonObject>()
  const taken: InterchangeFragment[] = []
  for (const annotation of set.annotations) {
    const place = exampleOf(document, annotation)
    const { text, group, ...more } = extraOf(annotation, FORMAT)
    if (annotation.fragments.length > 1) losses.add('fragments', 'discontinuous spans: each piece is a span of its own', place)
    for (const [index, fragment] of annotation.fragments.entries()) {
      if (fragment.start >= fragment.end || (shape === 'ents' && taken.some(({ start, end }) => start < fragment.end && fragment.start < end))) {
        const what = fragment.start >= fragment.end ? 'places without length' : 'spans that overlap an earlier one, which entities of spaCy must not'
        losses.add(index === 0 ? 'annotations' : 'fragments', what, place)
        continue
      }
      taken.push(fragment)
      if (annotation.id !== `a${spans.length + 1}`) losses.add('ids', 'ids of annotations', place)
      const at = tokens && tokensAt(tokens, fragment.start, fragment.end)
      const span = {
        start: map.toUnit(fragment.start),
        end: map.toUnit(fragment.end),
        ...(at && { token_start: at.first, token_end: at.last }),
        label: annotation.label,
        ...(text === true && { text: fragment.quote }),
        ...more,
      }
      const order = isStrings(own['spanKeys']) ? own['spanKeys'] : null
      spans.push({ annotation, first: index === 0, span: Object.fromEntries(ordered(new Map(Object.entries(span)), order)), group: typeof group === 'string' ? group : null })
      if (index === 0) ends.set(annotation.id, span)
    }
  }
  return { spans, ends, tokens }
}

function putSpans(fields: Map<string, unknown>, spans: readonly Written[], shape: OutShape, keys: readonly string[] | null, refused: JsonObject | null): void {
  if (shape === 'pair') {
    if (spans.length > 0 || keys?.includes('entities')) fields.set('entities', spans.map(({ span }) => [span['start'], span['end'], span['label'], ...(Array.isArray(span['more']) ? span['more'] : [])]))
    return
  }
  if (shape === 'prodigy') {
    const written = refused ? refused['spans'] : spans.map(({ span }) => span)
    if (written !== undefined && ((Array.isArray(written) && written.length > 0) || keys === null || keys.includes('spans'))) fields.set('spans', written)
    return
  }
  const entities = spans.filter(({ group }) => shape === 'ents' || (shape === 'doc' && group === null))
  if (entities.length > 0 || keys?.includes('ents') || shape === 'ents') fields.set('ents', entities.map(({ span }) => span))
  const groups = new Map<string, JsonObject[]>(shape === 'spancat' ? [['sc', []]] : [])
  for (const { span, group } of spans) {
    const name = shape === 'spancat' ? (group ?? 'sc') : shape === 'doc' ? group : null
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), span])
  }
  if (groups.size > 0 || keys?.includes('spans')) fields.set('spans', Object.fromEntries(groups))
}

function relationsOf(document: InterchangeDocument, set: InterchangeSet, shape: OutShape, ends: ReadonlyMap<string, JsonObject>, losses: Losses): JsonObject[] {
  return set.relations.flatMap((relation): JsonObject[] => {
    const [head, child] = [ends.get(relation.from.annotation), ends.get(relation.to.annotation)]
    if (shape !== 'prodigy' || !head || !child || relation.to.document !== undefined) {
      losses.add('relations', shape === 'prodigy' ? 'relations to another document' : 'relations, which only Prodigy’s tasks have', `${document.name}: ${relation.type}`)
      return []
    }
    return [relationOf(relation, head, child)]
  })
}

function relationOf(relation: InterchangeRelation, head: JsonObject, child: JsonObject): JsonObject {
  const { ends, keys, ...own } = extraOf(relation, FORMAT)
  const kept = Array.isArray(ends) ? ends.map((end) => (isObject(end) ? end : {})) : []
  const end = (index: number, span: JsonObject) => ({ token: kept[index] ? kept[index]['token'] : span['token_end'], span: kept[index] ? kept[index]['span'] : pick(span) })
  const [from, to] = [end(0, head), end(1, child)]
  const fields = new Map<string, unknown>(Object.entries({ head: from.token, child: to.token, head_span: from.span, child_span: to.span, label: relation.type, ...own }).filter(([, value]) => value !== undefined))
  return Object.fromEntries(ordered(fields, isStrings(keys) ? keys : null))
}

function pick({ start, end, token_start, token_end, label }: JsonObject): JsonObject {
  return { start, end, token_start, token_end, label }
}

function styleNamed(style: unknown): JsonStyle {
  const known: readonly JsonStyle[] = ['compact-ascii', 'compact-slash', 'python', 'python-ascii']
  return known.find((name) => name === style) ?? 'compact'
}
