import type { Attribute, ChoiceValue, Codebook } from '../../model/codebook.ts'
import { sameJson } from '../../model/equal.ts'
import { itemKinds, itemsOf, type ItemKind } from './items.ts'

/** One thing that differs between two versions, for people to read. */
export interface CodebookChange {
  readonly kind: ItemKind | 'value' | 'codebook'
  readonly how: 'added' | 'removed' | 'retired' | 'restored' | 'merged' | 'renamed' | 'changed' | 'reordered'
  readonly id: string
  /** As it is called in the later version, else in the earlier. */
  readonly name: string
  /** Values: the attribute's name. */
  readonly of?: string
  /** Renamed: the old name. Merged: what it is read as now. */
  readonly other?: string
  readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

/** What the later version changed, in the codebook's order. `parent` and `change` are no difference. */
export function describeChanges(before: Codebook, after: Codebook): CodebookChange[] {
  const own = fieldsOf({ name: before.name, notes: before.notes }, { name: after.name, notes: after.notes })
  return [
    ...(own.length === 0 ? [] : [{ kind: 'codebook', how: 'changed', id: after.id, name: after.name, fields: own } as const]),
    ...itemKinds.flatMap((kind) => changesOf(kind, before, after)),
  ]
}

function changesOf<K extends ItemKind>(kind: K, before: Codebook, after: Codebook): CodebookChange[] {
  return compare(kind, itemsOf(before, kind), itemsOf(after, kind), {
    target: (id) => mergedInto(before, after, kind, id),
    inner: (one, other) => (kind === 'attribute' ? valueChanges(before, after, one as Attribute, other as Attribute) : []),
  })
}

function valueChanges(before: Codebook, after: Codebook, one: Attribute, other: Attribute): CodebookChange[] {
  const target = (id: string) => {
    const isNew = (alias: Codebook['aliases'][number]) => alias.kind === 'value' && alias.attribute === other.id && alias.from === id
    const alias = before.aliases.some(isNew) ? undefined : after.aliases.find(isNew)
    return other.values?.find((value) => value.id === alias?.to)?.name
  }
  return compare<ChoiceValue, 'value'>('value', one.values ?? [], other.values ?? [], { target, inner: () => [] }).map((change) => ({ ...change, of: other.name }))
}

function mergedInto(before: Codebook, after: Codebook, kind: ItemKind, id: string): string | undefined {
  const alias = before.aliases.some((old) => old.kind === kind && old.from === id) ? undefined : after.aliases.find((each) => each.kind === kind && each.from === id)
  const target = alias && itemsOf(after, kind).find((item) => item.id === alias.to)
  return target && nameOf(target)
}

interface Rules<T> {
  readonly target: (id: string) => string | undefined
  readonly inner: (one: T, other: T) => CodebookChange[]
}

interface Item {
  readonly id: string
  readonly retired?: boolean | undefined
}

function compare<T extends Item, K extends CodebookChange['kind']>(kind: K, before: readonly T[], after: readonly T[], { target, inner }: Rules<T>): CodebookChange[] {
  const old = new Map(before.map((item) => [item.id, item]))
  const now = new Set(after.map(({ id }) => id))
  const changes = after.flatMap((item): CodebookChange[] => {
    const one = old.get(item.id)
    const base = { kind, id: item.id, name: nameOf(item), fields: [] } as const
    if (!one) return [{ ...base, how: 'added' }]
    const fields = fieldsOf(one, item)
    const wasRetired = one.retired === true
    return [
      ...(wasRetired === (item.retired === true) ? [] : [{ ...base, how: wasRetired ? 'restored' : 'retired' } as const]),
      ...('name' in item && nameOf(one) !== nameOf(item) ? [{ ...base, how: 'renamed', other: nameOf(one) } as const] : []),
      ...(fields.length === 0 ? [] : [{ ...base, how: 'changed', fields } as const]),
      ...inner(one, item),
    ]
  })
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map((item): CodebookChange => {
      const into = target(item.id)
      const base = { kind, id: item.id, name: nameOf(item), fields: [] }
      return into === undefined ? { ...base, how: 'removed' } : { ...base, how: 'merged', other: into }
    })
  const order = (items: readonly T[], known: (id: string) => boolean) => items.map(({ id }) => id).filter(known).join('\n')
  const isReordered = order(before, (id) => now.has(id)) !== order(after, (id) => old.has(id))
  return [...changes, ...gone, ...(isReordered ? [{ kind, how: 'reordered', id: '', name: '', fields: [] } as const] : [])]
}

function nameOf(item: object): string {
  const { name, text } = item as { name?: string; text?: string }
  return name ?? text ?? ''
}

const APART = new Set(['id', 'name', 'retired', 'values'])

/** Fields as text; `name` of a listed thing, `retired` and `values` are changes of their own. */
function fieldsOf(before: object, after: object): CodebookChange['fields'] {
  const isListed = 'id' in after
  const one = new Map(Object.entries(before))
  const other = new Map(Object.entries(after))
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((field) => !(isListed && APART.has(field)) && !sameJson(one.get(field), other.get(field)))
    .map((field) => ({ field, before: shown(one.get(field)), after: shown(other.get(field)) }))
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(shown).join('\n')
  if (typeof value === 'object' && value !== null && 'text' in value) return `${'counter' in value && value.counter === true ? '✗ ' : ''}${String(value.text)}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
