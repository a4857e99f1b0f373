import type { Value } from '../../model/value.ts'
import { sameJson } from '../../model/equal.ts'
import type { FormatFile, Serialized, SerializeOptions } from '../adapter.ts'
import { exampleOf, loseAll } from '../common-losses.ts'
import { extraOf, valueText, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet } from '../interchange.ts'
import { isObject, isStrings, type JsonObject } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { pushTo } from '../push-to.ts'
import { createUnitMap, type UnitMap } from '../units.ts'
import { createControls, type Controls } from './controls.ts'
import { valueOf } from './results.ts'

const FORMAT = 'label-studio'

/** Tasks with annotations, and the labelling configuration that they need. */
export function serializeLabelStudio({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const controls = createControls(scheme, losses)
  const kept = extraOf(scheme, FORMAT)
  function* tasks(): Generator<string> {
    let before = '[\n'
    for (const document of documents) {
      if (document.text === '') {
        losses.add('documents', 'documents without text', document.name)
        continue
      }
      yield `${before}${JSON.stringify(taskOf(document, controls, losses))}`
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  }
  function* files(): Generator<FormatFile> {
    yield { path: `${options.name ?? 'tasks'}.json`, content: tasks() }
    const { config, path } = kept
    if (typeof config === 'string' && typeof path === 'string') yield { path, content: [config] }
    else if (options.name === undefined || scheme.labels.length > 0) yield { path: 'config.xml', content: configLater() }
  }
  function* configLater(): Generator<string> {
    yield controls.xml()
  }
  return {
    files: files(),
    losses: losses.list,
    advice: () => ['In Label Studio, put config.xml into Settings → Labelling interface → Code before importing the tasks: it names every label and question that they use.'],
  }
}

function taskOf(document: InterchangeDocument, controls: Controls, losses: Losses): JsonObject {
  loseAll(losses, document, FORMAT, ['statuses', 'timestamps', 'set notes', 'extra'])
  const own = extraOf(document, FORMAT)
  const key = typeof own['key'] === 'string' ? own['key'] : 'text'
  const to = textNameOf(document)
  const metadata = Object.entries(document.metadata).filter(([name]) => {
    const taken = name === key || name === 'annotators' || (name === 'document' && own['unnamed'] !== true)
    if (taken) losses.add('metadata', 'facts under a name that the task uses itself', `${document.name}: ${name}`)
    return !taken
  })
  // completed_by must be a user of the Label Studio that imports; names of others are refused there with the whole file.
  // What made a prediction is said beside it.
  const said = document.sets.filter((set) => extraOf(set, FORMAT)['set'] === undefined && extraOf(set, FORMAT)['in'] !== 'predictions')
  const annotators = said.length === document.sets.length && said.some(({ annotator }) => annotator !== null) ? { annotators: said.map(({ annotator }) => annotator ?? '') } : {}
  for (const { annotator } of said.length === document.sets.length ? [] : said) if (annotator !== null) losses.add('annotators', 'who annotated, beside annotations that came from Label Studio', document.name)
  const data = { [key]: own['html'] ?? document.text, ...annotators, ...(own['unnamed'] === true ? {} : { document: document.name }), ...Object.fromEntries(metadata) }
  const map = createUnitMap(document.text, { unit: 'codepoint', newline: 'lf' })
  const sets = new Map<string, unknown[]>((isStrings(own['sets']) ? own['sets'] : ['annotations']).map((name) => [name, []]))
  for (const set of document.sets) {
    const place = extraOf(set, FORMAT)['in']
    const name = place === 'predictions' || place === 'completions' ? place : 'annotations'
    sets.set(name, [...(sets.get(name) ?? []), setOf(document, set, { to, map, controls, losses })])
  }
  return { ...(isObject(own['task']) ? own['task'] : {}), data, ...Object.fromEntries(sets) }
}

/** The name of the text’s tag as the regions that came from Label Studio have it. */
function textNameOf(document: InterchangeDocument): string {
  for (const annotation of document.sets.flatMap(({ annotations }) => annotations)) {
    const { result } = extraOf(annotation, FORMAT)
    if (isObject(result) && typeof result['to_name'] === 'string') return result['to_name']
  }
  return 'text'
}

interface Context {
  readonly to: string
  readonly map: UnitMap
  readonly controls: Controls
  readonly losses: Losses
}

function setOf(document: InterchangeDocument, set: InterchangeSet, context: Context): JsonObject {
  const own = extraOf(set, FORMAT)
  const { controls, losses } = context
  const results: JsonObject[] = []
  const ids = new Map<string, unknown>()
  const joined = joinedLabels(set)
  const further = new Map<string, string[]>()
  for (const { id, label } of set.annotations) if (joined.has(id)) pushTo(further, joined.get(id) ?? '', label)
  for (const annotation of set.annotations) {
    if (joined.has(annotation.id)) continue
    controls.label(annotation.label)
    results.push(...regionsOf(document, annotation, [annotation.label, ...(further.get(annotation.id) ?? [])], context, ids))
  }
  for (const [id, main] of joined) ids.set(id, ids.get(main))
  for (const relation of set.relations) {
    const kept = extraOf(relation, FORMAT)
    const [from, to] = [ids.get(relation.from.annotation), ids.get(relation.to.annotation)]
    if (from === undefined || to === undefined || relation.to.document !== undefined) {
      losses.add('relations', 'relations to another document', `${document.name}: ${relation.type}`)
      continue
    }
    controls.relation(relation.type)
    const labels = kept['labels'] === undefined ? [relation.type] : kept['labels']
    results.push({ from_id: from, to_id: to, type: 'relation', ...(isObject(kept['result']) ? kept['result'] : { direction: 'right' }), ...(labels === null ? {} : { labels }) })
  }
  const keptResults = isObject(own['results']) ? own['results'] : {}
  for (const [name, value] of Object.entries(set.values ?? {})) {
    const kept = keptResults[name]
    if (isObject(kept)) results.push(kept)
    else results.push({ id: `document-${results.length + 1}`, ...resultOf(document.name, name, value, controls, losses, false), to_name: context.to })
  }
  if (Array.isArray(own['other'])) results.push(...own['other'].filter(isObject))
  const by = isObject(own['set']) ? own['set'] : {}
  return { ...by, result: results }
}

/** Annotations that are a further label of the same region. */
function joinedLabels(set: InterchangeSet): Map<string, string> {
  const there = new Set(set.annotations.map(({ id }) => id))
  return new Map(set.annotations.flatMap((annotation) => {
    const main = extraOf(annotation, FORMAT)['with']
    return typeof main === 'string' && there.has(main) ? [[annotation.id, main] as const] : []
  }))
}

function regionsOf(document: InterchangeDocument, annotation: InterchangeAnnotation, labels: readonly string[], { to, map, controls, losses }: Context, ids: Map<string, unknown>): JsonObject[] {
  const own = extraOf(annotation, FORMAT)
  const place = exampleOf(document, annotation)
  const results: JsonObject[] = []
  if (annotation.fragments.length > 1) losses.add('fragments', 'discontinuous spans: each piece is a region of its own', place)
  for (const [index, fragment] of annotation.fragments.entries()) {
    const base = annotation.id
    const id = own['id'] === null || index > 0 ? (index > 0 ? `${base}-${index + 1}` : undefined) : (own['id'] ?? base)
    if (index === 0) ids.set(annotation.id, id ?? base)
    const words = own['words'] === null ? {} : { text: typeof own['words'] === 'string' && index === 0 ? own['words'] : fragment.quote }
    const at = { start: map.toUnit(fragment.start), end: map.toUnit(fragment.end) }
    const more = isObject(own['value']) ? own['value'] : {}
    const { globalOffsets } = more
    const value = isObject(globalOffsets) ? { ...more, globalOffsets: at, ...words } : { ...at, ...words, ...more }
    const type = typeof own['type'] === 'string' ? own['type'] : 'labels'
    const note = annotation.note === undefined || index > 0 ? {} : { meta: { text: annotation.note.split('\n') } }
    const rest = isObject(own['result']) && index === 0 ? own['result'] : { from_name: 'label', to_name: to, origin: 'manual', ...note }
    if (type !== 'region') results.push({ ...(id === undefined ? {} : { id }), type, value: { ...value, ...(own['unlabelled'] === true ? {} : { [type]: labels }) }, ...rest, ...(isObject(own['result']) ? note : {}) })
    if (index > 0) continue
    const kept = isObject(own['results']) ? own['results'] : {}
    const names = new Set([...Object.keys(annotation.attributes), ...Object.keys(kept)])
    for (const name of names) {
      const said = annotation.attributes[name]
      const raw = kept[name]
      if (isObject(raw) && (said === undefined || sameJson(valueOf(raw, Array.isArray('value' in said ? said.value : null)), said))) {
        if (!isObject(raw['value'])) results.push({ id: id ?? base, ...raw })
        else results.push({ id: id ?? base, ...raw, value: { ...(isObject(globalOffsets) ? {} : at), ...(raw['type'] === 'textarea' ? {} : words), ...raw['value'], ...(isObject(globalOffsets) ? { globalOffsets: at } : {}) } })
        continue
      }
      if (!said) continue
      const { value: answer, ...head } = resultOf(place, name, said, controls, losses, true)
      results.push({ id: id ?? base, ...head, to_name: to, value: { ...(isObject(globalOffsets) ? { globalOffsets: at } : at), ...(head['type'] === 'textarea' ? {} : words), ...answer } })
    }
  }
  return results
}

/** A value as the result of its control. */
function resultOf(place: string, attribute: string, value: Value, controls: Controls, losses: Losses, perRegion: boolean): { from_name: string; type: string; value: JsonObject; origin: string } {
  const control = controls.of(attribute, perRegion)
  if (control.name !== attribute) losses.add(perRegion ? 'attributes' : 'values', 'names that cannot name a question', `${attribute} is written ${control.name}`)
  const head = { from_name: control.name, origin: 'manual' }
  const payload = value.state === 'decided' ? value.value : undefined
  const { text, exact } = valueText(value)
  if (control.control === 'number' && typeof payload === 'number') return { ...head, type: 'number', value: { number: payload } }
  if (control.control === 'choice' || control.control === 'choices') {
    const chosen = typeof payload === 'boolean' ? [payload ? 'yes' : 'no'] : isStrings(payload) ? [...payload] : [text]
    for (const choice of chosen) control.values.add(choice)
    const asList = isStrings(payload) && (control.control === 'choices' || payload.length !== 1)
    const asText = control.control === 'choice' && (exact || value.state === 'not_stated' || value.state === 'not_applicable')
    if (!asList && !asText) losses.add('values', 'values that become choices', `${place}: ${attribute}`)
    return { ...head, type: 'choices', value: { choices: chosen } }
  }
  const lines = isStrings(payload) && payload.length > 1 ? payload : [text]
  if (!exact && !(isStrings(payload) && payload.length > 1) && value.state !== 'not_stated' && value.state !== 'not_applicable') losses.add('values', 'values that become text', `${place}: ${attribute}`)
  else if (exact && ['not_stated', 'not_applicable'].includes(text)) losses.add('values', 'texts that read as not stated', `${place}: ${attribute}`)
  return { ...head, type: 'textarea', value: { text: lines } }
}
