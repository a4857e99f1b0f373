import { ok, type Result } from '../../result.ts'
import type { Value } from '../../model/value.ts'
import { normaliseText } from '../../text/normalise.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type InterchangeAnnotation, type InterchangeRelation, type InterchangeSet, type ParsedDocument } from '../interchange.ts'
import { isObject, isStrings, type JsonObject } from '../json-lines.ts'
import { judgeOffsets, type Judgement, type PlacedText } from '../judge-unit.ts'
import { stemOf } from '../paths.ts'
import { readJson, readText } from '../source-text.ts'
import { createUnitMap, type Counting, type UnitMap } from '../units.ts'
import { readConfig, type Config, type TextTag } from './config.ts'
import { htmlText } from './html-text.ts'
import { labelsOf, placeOf, sameWords, valueOf } from './results.ts'
import { pushTo } from '../push-to.ts'
import { uniqueNames } from '../unique-names.ts'

const FORMAT = 'label-studio'
const SETS = ['annotations', 'completions', 'predictions'] as const

interface Task {
  readonly number: number
  readonly fields: JsonObject
  readonly data: JsonObject
  readonly tag: TextTag
  readonly raw: string
  readonly text: string
}

/** A list of tasks, or one task, with the labelling configuration where it is beside. */
export function parseLabelStudio(files: readonly SourceFile[], options: ParseOptions): Result<Parsed> {
  const main = files.find(({ path }) => !path.endsWith('.xml'))
  if (!main) return refusal(files[0]?.path ?? '', null, 'there are no tasks beside this configuration.')
  const json = readJson(main)
  if (!json.ok) return json
  const items = Array.isArray(json.value.value) ? json.value.value : [json.value.value]
  const refused: Refused[] = []
  const remarks: string[] = []
  const config = configIn(files, refused)
  const tasks: Task[] = []
  for (const [index, item] of items.entries()) {
    const task = readTask(item, index + 1, config.texts)
    if (typeof task === 'string') refused.push({ file: main.path, line: null, what: `task ${index + 1}`, why: task })
    else tasks.push(task)
  }
  if (tasks.length === 0 && items.length > 0) return refusal(main.path, null, `no task of it can be read: ${refused[0]?.why ?? ''}.`)
  if (tasks.some(({ raw }) => raw.includes('\r'))) remarks.push(`${main.path}: CR line ends in texts became LF.`)
  const newline = tasks.some(({ raw }) => raw.includes('\r')) ? 'crlf2' : 'lf'
  const likely: readonly [Counting, Counting] = [
    { unit: 'codepoint', newline },
    // Before Label Studio 1.4.
    { unit: 'utf16', newline },
  ]
  const counting = judgeOffsets(tasks.map(placesOf), likely, options.repair)
  const documents = tasks.map((task) => documentOf(task, main, config, counting, refused, remarks))
  return ok({ documents: uniqueNames(documents), scheme: config.scheme, refused, counting: counting.of === 0 ? null : counting, remarks: [...new Set(remarks)] })
}

function configIn(files: readonly SourceFile[], refused: Refused[]): Config {
  const file = files.find(({ path }) => path.endsWith('.xml'))
  if (!file) return { scheme: NO_SCHEME, texts: [] }
  const config = readConfig(file)
  if (!config.ok) {
    refused.push({ file: file.path, line: config.error.where?.line ?? null, what: 'the labelling configuration', why: config.error.message })
    return { scheme: NO_SCHEME, texts: [] }
  }
  const source = readText(file)
  return { ...config.value, scheme: { ...config.value.scheme, ...withExtra(FORMAT, { config: source.ok ? source.value.raw : '', path: file.path.slice(file.path.lastIndexOf('/') + 1) }) } }
}

function readTask(item: unknown, number: number, texts: readonly TextTag[]): Task | string {
  if (!isObject(item) || !isObject(item['data'])) return 'it has no data'
  const { data } = item
  const tag = textTag(item, data, texts)
  const raw = tag && data[tag.key]
  if (!tag || typeof raw !== 'string' || raw === '') return 'there is no text in its data'
  const source = tag.html ? htmlText(raw) : raw
  return { number, fields: item, data, tag, raw: source, text: normaliseText(source) }
}

/** The text that is annotated: by the configuration, by what the results speak of, else `text`, else the longest. */
function textTag(task: JsonObject, data: JsonObject, texts: readonly TextTag[]): TextTag | null {
  // An address is no text: tasks about images and sounds have nothing else.
  const strings = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !/^(?:https?:\/\/|s3:\/\/|gs:\/\/|\/?data\/|\/static\/)\S+$/.test(entry[1]))
  const named = resultsOf(task).flatMap((result) => (typeof result['to_name'] === 'string' ? [result['to_name']] : []))
  const shown = texts.filter(({ key }) => strings.some(([name]) => name === key))
  const chosen = shown.find(({ name }) => named.includes(name)) ?? shown[0]
  if (chosen) return chosen
  const html = resultsOf(task).some(({ type }) => type === 'hypertextlabels')
  const keys = strings.map(([key]) => key)
  const source = resultsOf(task).map((result) => String(result['source'] ?? '')).find((from) => keys.includes(from.slice(1)))
  const key = source?.slice(1) ?? (keys.includes('text') ? 'text' : strings.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0])
  return key === undefined ? null : { name: named[0] ?? 'text', key, html }
}

function resultsOf(task: JsonObject): JsonObject[] {
  return SETS.flatMap((key) => listOf(task[key]).flatMap((set) => (isObject(set) ? listOf(set['result']).filter(isObject) : [])))
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function placesOf({ text, raw, fields }: Task): PlacedText {
  const places = resultsOf(fields).flatMap((result) => {
    const place = labelsOf(result) && isObject(result['value']) ? placeOf(result['value']) : null
    return place ? [{ start: place.start, end: place.end, surface: place.words }] : []
  })
  return { text, raw, places }
}

function documentOf(task: Task, main: SourceFile, config: Config, { counting }: Judgement, refused: Refused[], remarks: string[]): ParsedDocument {
  const { fields, data, tag, raw, text, number } = task
  const map = createUnitMap(text, counting, raw)
  const sets = SETS.flatMap((key) =>
    listOf(fields[key]).flatMap((set) => (isObject(set) ? [readSet(set, key, { task, map, file: main.path, config, refused, remarks })] : [])),
  )
  const names = annotatorsIn(data, sets)
  const { [tag.key]: html, document: name, annotators: said, ...others } = data
  const rest = names || said === undefined ? others : { ...others, annotators: said }
  const named = typeof name === 'string' && name !== ''
  const setKeys = SETS.filter((key) => Array.isArray(fields[key]))
  const own = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'data' && !SETS.some((set) => set === key)))
  return {
    name: named ? name : `${stemOf(main.path)}/${String(typeof fields['id'] === 'number' || typeof fields['id'] === 'string' ? fields['id'] : number)}`,
    text,
    metadata: named || name === undefined ? rest : { ...rest, document: name },
    sets: names ? sets.map((set, index) => ({ ...set, annotator: names[index] === '' ? null : (names[index] ?? null) })) : sets,
    ...withExtra(FORMAT, {
      task: Object.keys(own).length === 0 ? undefined : own,
      key: tag.key === 'text' ? undefined : tag.key,
      html: tag.html ? html : undefined,
      unnamed: named ? undefined : true,
      sets: setKeys.length === 1 && setKeys[0] === 'annotations' ? undefined : setKeys,
    }),
  }
}

/** Concord writes the names of annotators into the data, one for each annotation. */
function annotatorsIn(data: JsonObject, sets: readonly InterchangeSet[]): string[] | null {
  const names = data['annotators']
  return isStrings(names) && names.length === sets.length && sets.every(({ annotator }) => annotator === null) ? names : null
}

interface Context {
  readonly task: Task
  readonly map: UnitMap
  readonly file: string
  readonly config: Config
  readonly refused: Refused[]
  readonly remarks: string[]
}

function readSet(set: JsonObject, key: (typeof SETS)[number], context: Context): InterchangeSet {
  const { task, file, config, refused, remarks } = context
  const { result, ...own } = set
  const results = listOf(result)
  const drop = (what: string, why: string) => refused.push({ file, line: null, what: `task ${task.number}, ${what}`, why })
  const several = new Set(config.scheme.attributes.filter(({ type }) => type === 'choices').map(({ name }) => name))

  // Regions by the id that results share. The same id at another place is another region.
  const regions = new Map<string, { readonly place: string; readonly id: string }[]>()
  const annotations = new Map<string, { annotation: InterchangeAnnotation; attributes: Map<string, Value>; results: Map<string, unknown> }>()
  const placeKey = (value: JsonObject) => `${placeOf(value)?.start} ${placeOf(value)?.end}`
  const find = (id: unknown, value: JsonObject | null) => {
    const known = regions.get(String(id)) ?? []
    return (value && placeOf(value) ? known.find(({ place }) => place === placeKey(value)) : known[0])?.id
  }

  const tries = new Map<string, number>()
  const labelled = new Set(results.filter(isObject).filter((item) => labelsOf(item) !== null).map((item) => String(item['id'])))
  for (const [index, item] of results.entries()) {
    if (!isObject(item)) drop(`result ${index + 1}`, 'it is no object')
    else addRegion(item, index)
  }
  const values = new Map<string, Value>()
  const setResults = new Map<string, unknown>()
  const other: unknown[] = []
  const relations: InterchangeRelation[] = []
  for (const item of results) if (isObject(item) && labelsOf(item) === null) addOther(item)

  function addRegion(item: JsonObject, index: number): void {
    const { value } = item
    const labels = labelsOf(item)
    const what = `region ${String(item['id'] ?? index + 1)}`
    if (!isObject(value)) return
    const place = placeOf(value)
    if (place === null && labels !== null) return void drop(what, 'startOffset' in value ? 'its place is given as a path in the page only, without global offsets' : 'it has no place in a text')
    if (place === null || (labels === null && find(item['id'], value) !== undefined)) return
    if (labels === null && labelled.has(String(item['id']))) return
    const [start, end] = [context.map.fromUnit(place.start), context.map.fromUnit(place.end)]
    if (start === null || end === null || start > end) return void drop(what, `${place.start}–${place.end} is no place in the text`)
    const quote = task.text.slice(start, end)
    if (place.words !== undefined && !sameWords(place.words, quote)) return void drop(what, `the text at ${place.start}–${place.end} is ${JSON.stringify(quote)}, the region says ${JSON.stringify(place.words)}`)
    const base = item['id'] === undefined || item['id'] === null ? `a${annotations.size + 1}` : String(item['id'])
    const id = free(base)
    if (id !== base) remarks.push(`${file}: several regions have the id ${base}; they were told apart by their places.`)
    pushTo(regions, base, { place: placeKey(value), id })
    const { id: rawId, type, value: _, ...rest } = item
    const note = noteOf(item)
    const { text: words, labels: _l, [String(type)]: _t, ...more } = withoutPlace(value)
    for (const [number, label] of (labels === null || labels.length === 0 ? [null] : labels).entries()) {
      const annotationId = number === 0 ? id : free(`${id}#${number + 1}`)
      const annotation: InterchangeAnnotation = {
        id: annotationId,
        label: label ?? 'region',
        fragments: [{ start, end, quote }],
        attributes: {},
        ...(number === 0 && note !== null && { note }),
        ...withExtra(FORMAT, number === 0
          ? { result: labels === null ? undefined : rest, type: labels === null ? 'region' : type, value: labels !== null && Object.keys(more).length > 0 ? more : undefined, words: words === quote ? undefined : (words ?? null), id: typeof rawId === 'string' && rawId === id ? undefined : (rawId ?? null), unlabelled: label === null ? true : undefined }
          : { with: id }),
      }
      annotations.set(annotationId, { annotation, attributes: new Map(), results: new Map() })
    }
    if (labels === null) addValue(item, id)
  }

  function addOther(item: JsonObject): void {
    const { type, value } = item
    if (type === 'relation') return addRelation(item)
    const place = isObject(value) ? placeOf(value) : null
    if (place === null && find(item['id'], null) === undefined) {
      const name = String(item['from_name'])
      const said = valueOf(item, several.has(name))
      if (said && !values.has(name)) {
        values.set(name, said)
        setResults.set(name, item)
      } else other.push(item)
      return
    }
    const owner = find(item['id'], isObject(value) ? value : null)
    if (owner !== undefined) addValue(item, owner)
    else drop(`${String(type)} ${String(item['from_name'])}`, 'its region was not taken')
  }

  function addValue(item: JsonObject, owner: string): void {
    const entry = annotations.get(owner)
    const name = String(item['from_name'])
    const said = valueOf(item, several.has(name))
    if (!entry || entry.results.has(name)) return
    if (said) entry.attributes.set(name, said)
    entry.results.set(name, stripped(item))
  }

  function addRelation(item: JsonObject): void {
    const [from, to] = [find(item['from_id'], null), find(item['to_id'], null)]
    const { from_id: _f, to_id: _t, labels, type: _type, ...rest } = item
    if (from === undefined || to === undefined) return void drop('relation', `${String(from === undefined ? item['from_id'] : item['to_id'])} is not there`)
    const names = listOf(labels).filter((label) => typeof label === 'string')
    relations.push({ id: `r${relations.length + 1}`, type: names[0] ?? 'relation', from: { annotation: from }, to: { annotation: to }, ...withExtra(FORMAT, { result: rest, labels: names.length === 1 ? undefined : (labels ?? null) }) })
  }

  function free(wish: string): string {
    let id = wish
    for (let number = (tries.get(wish) ?? 1) + 1; annotations.has(id); number += 1) {
      id = `${wish}~${number}`
      tries.set(wish, number)
    }
    return id
  }

  const annotator = annotatorOf(set, key)
  return {
    annotator,
    annotations: [...annotations.values()].map(({ annotation, attributes, results: kept }) => ({
      ...annotation,
      attributes: Object.fromEntries(attributes),
      ...(kept.size > 0 && { extra: { [FORMAT]: { ...Object(annotation.extra?.[FORMAT]), results: Object.fromEntries(kept) } } }),
    })),
    relations,
    ...(values.size > 0 && { values: Object.fromEntries(values) }),
    ...withExtra(FORMAT, { in: key === 'annotations' ? undefined : key, set: Object.keys(own).length === 0 ? undefined : own, results: setResults.size > 0 ? Object.fromEntries(setResults) : undefined, other: other.length > 0 ? other : undefined }),
  }
}

/** HTML has paths in `start` and `end`, which stay; the numbers are written again from the annotation. */
function withoutPlace(value: JsonObject): JsonObject {
  const { start, end, ...more } = value
  return { ...(typeof start === 'string' && { start }), ...(typeof end === 'string' && { end }), ...more }
}

/** A result without what says where it is: that is written again from the annotation. */
function stripped(item: JsonObject): JsonObject {
  const { id: _, value, ...rest } = item
  if (!isObject(value)) return { ...rest, value }
  const more = withoutPlace(value)
  if (item['type'] === 'textarea') return { ...rest, value: more }
  const { text: _t, ...most } = more
  return { ...rest, value: most }
}

function noteOf(item: JsonObject): string | null {
  const meta = item['meta']
  const text = isObject(meta) ? meta['text'] : undefined
  const lines = (Array.isArray(text) ? text : [text]).filter((line) => typeof line === 'string' && line !== '')
  return lines.length === 0 ? null : lines.join('\n')
}

function annotatorOf(set: JsonObject, key: string): string | null {
  if (key === 'predictions') return typeof set['model_version'] === 'string' && set['model_version'] !== '' ? set['model_version'] : 'prediction'
  const by = set['completed_by']
  if (typeof by === 'number' || typeof by === 'string') return String(by)
  if (!isObject(by)) return null
  const name = [by['first_name'], by['last_name']].filter((part) => typeof part === 'string' && part !== '').join(' ')
  return typeof by['email'] === 'string' && by['email'] !== '' ? by['email'] : name !== '' ? name : by['id'] === undefined ? null : String(by['id'])
}
