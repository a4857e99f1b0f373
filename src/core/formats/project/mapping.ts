import { folded } from '../../codebook/inputs/narrow.ts'
import { freeLook, freshId, inUse, takenIds } from '../../codebook/edits/fresh.ts'
import type { Attribute, AttributeType, Codebook, Label, RelationType } from '../../model/codebook.ts'
import type { Environment } from '../../model/environment.ts'
import type { Scheme } from '../interchange.ts'
import type { ImportMap } from './import-map.ts'
import type { UsedAttribute, UsedNames } from './used-names.ts'

export interface Mapping {
  /** With what had to be created; the same object when nothing had to be. */
  readonly codebook: Codebook
  /** Foreign name → id; null: left out. */
  readonly labels: ReadonlyMap<string, string | null>
  readonly attributes: ReadonlyMap<string, string | null>
  readonly relations: ReadonlyMap<string, string | null>
  readonly values: NonNullable<ImportMap['values']>
  /** Names of what was created, for the receipt. */
  readonly created: { readonly labels: string[]; readonly attributes: string[]; readonly relations: string[] }
  /** What the map names and the codebook does not have. */
  readonly problems: readonly string[]
}

/** Names and ids that mean the same: without case, marks, blanks and signs. */
export function sameNameKey(name: string): string {
  return folded(name).replaceAll(/[\s_.:-]+/g, ' ').trim()
}

/** Decides for everything that is used: reuse by name, create, or leave out. `values`: the same for values that a list does not have. */
export function planMapping(codebook: Codebook, used: UsedNames, scheme: Scheme, map: ImportMap, unknown: 'create' | 'skip', environment: Environment, values: 'create' | 'skip' = unknown): Mapping {
  const problems: string[] = []
  const created = { labels: [] as string[], attributes: [] as string[], relations: [] as string[] }
  let next = codebook

  const decide = (kind: 'labels' | 'attributes' | 'relations', foreign: string, create: (name: string) => string): string | null => {
    const items: readonly { readonly id: string; readonly name: string; readonly retired?: boolean | undefined }[] = next[kind]
    const find = (name: string) => {
      const key = sameNameKey(name)
      const offered = items.filter(({ retired }) => retired !== true)
      return (offered.find((item) => item.id === name) ?? offered.find((item) => sameNameKey(item.name) === key) ?? offered.find((item) => sameNameKey(item.id) === key))?.id
    }
    const target = map[kind]?.[foreign]
    if (target === null) return null
    if (typeof target === 'string') {
      const id = find(target)
      if (id === undefined) problems.push(`${kind}: ${foreign} → ${target}: the codebook has no such thing`)
      return id ?? null
    }
    const there = target ? undefined : find(foreign)
    if (there !== undefined) return there
    if (!target && unknown === 'skip') return null
    const name = target?.create ?? foreign
    created[kind].push(name)
    return create(name)
  }

  const labels = new Map<string, string | null>()
  for (const foreign of used.labels.keys()) {
    labels.set(foreign, decide('labels', foreign, (name) => {
      const said = scheme.labels.find((label) => label.name === foreign)
      const label = newLabel(next, name, said?.definition ?? '', said?.kind ?? 'event', environment)
      next = { ...next, labels: [...next.labels, label] }
      return label.id
    }))
  }
  const attributes = new Map<string, string | null>()
  for (const [foreign, use] of used.attributes) {
    const carriers = [...use.on].flatMap((label) => labels.get(label) ?? [])
    const id = decide('attributes', foreign, (name) => {
      const said = scheme.attributes.find((attribute) => attribute.name === foreign)
      const attribute = newAttribute(next, name, said?.type ?? typeOf(use), carriers, said?.values?.map((value) => value.name) ?? [], environment)
      next = { ...next, attributes: [...next.attributes, attribute] }
      return attribute.id
    })
    attributes.set(foreign, id)
    if (id !== null && unknown === 'create') next = widen(next, id, carriers, values === 'create' ? choicesIn(use, map.values?.[foreign] ?? {}) : [], environment)
  }
  const relations = new Map<string, string | null>()
  for (const foreign of used.relations.keys()) {
    relations.set(foreign, decide('relations', foreign, (name) => {
      const relation: RelationType = { id: freshId(name, takenIds(next, 'relation'), environment), name, definition: scheme.relations.find((one) => one.name === foreign)?.definition ?? '', from: [], to: [] }
      next = { ...next, relations: [...next.relations, relation] }
      return relation.id
    }))
  }
  return { codebook: next, labels, attributes, relations, values: map.values ?? {}, created, problems }
}

function newLabel(codebook: Codebook, name: string, definition: string, kind: Label['kind'], environment: Environment): Label {
  const look = freeLook(codebook.labels)
  // When every look is taken the label is kept, but not offered: two active labels must not look the same.
  const isFree = !codebook.labels.some((label) => inUse(label) && label.tint === look.tint && label.underline === look.underline)
  return { id: freshId(name, takenIds(codebook, 'label'), environment), name, ...look, kind, definition, include: [], exclude: [], examples: [], active: isFree }
}

function newAttribute(codebook: Codebook, name: string, type: AttributeType, labels: readonly string[], values: readonly string[], environment: Environment): Attribute {
  const taken: string[] = []
  const choices = values.map((value) => {
    const id = freshId(value, taken, environment)
    taken.push(id)
    return { id, name: value }
  })
  const listed = type === 'choice' || type === 'choices' || type === 'scale'
  const fits = type === 'link' || (type === 'scale' && choices.length === 0) ? 'text' : type
  return { id: freshId(name, takenIds(codebook, 'attribute'), environment), name, help: '', type: fits, labels: [...new Set(labels)], stage: 'if_stated', ...(listed && fits !== 'text' && { values: choices }) }
}

function typeOf({ types }: UsedAttribute): AttributeType {
  if (types.has('list')) return 'choices'
  const [only] = types
  return types.size === 1 && (only === 'boolean' || only === 'number') ? only : 'text'
}

function choicesIn({ words }: UsedAttribute, mapped: Readonly<Record<string, string>>): string[] {
  return [...words].filter((word) => word !== '' && mapped[word] === undefined)
}

/** The attribute with the labels that carry it in the file, and with the choices that it does not have yet. */
function widen(codebook: Codebook, id: string, carriers: readonly string[], choices: readonly string[], environment: Environment): Codebook {
  const attribute = codebook.attributes.find((one) => one.id === id)
  if (!attribute) return codebook
  const labels = carriers.filter((label) => !attribute.labels.includes(label))
  const listed = attribute.type === 'choice' || attribute.type === 'choices'
  const known = new Set((attribute.values ?? []).flatMap((value) => [sameNameKey(value.id), sameNameKey(value.name)]))
  const added: { id: string; name: string }[] = []
  for (const name of listed ? choices : []) {
    // A list that was written as text: its parts are known, or it is one value.
    const parts = attribute.type === 'choices' ? name.split(';').map((part) => part.trim()) : [name]
    if (known.has(sameNameKey(name)) || parts.every((part) => known.has(sameNameKey(part))) || ['not_stated', 'not_applicable'].includes(name)) continue
    known.add(sameNameKey(name))
    added.push({ id: freshId(name, [...(attribute.values ?? []), ...added].map((value) => value.id), environment), name })
  }
  if (labels.length === 0 && added.length === 0) return codebook
  const wider: Attribute = { ...attribute, labels: [...attribute.labels, ...new Set(labels)], ...(listed && { values: [...(attribute.values ?? []), ...added] }) }
  return { ...codebook, attributes: codebook.attributes.map((one) => (one.id === id ? wider : one)) }
}
