import type { Attribute, ChoiceValue, Codebook, Condition, DefaultRule, Label, RelationType } from '../../model/codebook.ts'
import { fold } from '../../query/article-list.ts'
import { fail, ok, type Result } from '../../result.ts'
import { itemsOf } from './items.ts'

type Alias = Codebook['aliases'][number]
export type Mergeable = 'label' | 'attribute' | 'relation'

/**
 * One thing becomes another: the first leaves the codebook, what annotations hold of it is read as the second, and
 * whatever named the first names the second. No annotation set is written.
 */
export function merge(codebook: Codebook, kind: Mergeable, from: string, to: string): Result<Codebook> {
  if (!isThere(codebook, kind, from) || !isThere(codebook, kind, to) || from === to) return notThere()
  switch (kind) {
    case 'label':
      return ok(mergeLabels(codebook, from, to))
    case 'attribute':
      return mergeAttributes(codebook, from, to)
    case 'relation':
      return ok(mergeRelations(codebook, from, to))
  }
}

function isThere(codebook: Codebook, kind: Mergeable, id: string): boolean {
  return itemsOf(codebook, kind).some((item) => item.id === id)
}

function notThere() {
  return fail('codebook.merge', 'These two cannot be merged: there must be two of them.', 'Choose another one to merge into.')
}

/** Old merges into what goes now lead straight to where it goes. */
function withAlias(aliases: readonly Alias[], added: Alias): Alias[] {
  const same = (alias: Alias) => alias.kind === added.kind && alias.attribute === added.attribute
  const kept = aliases
    .filter((alias) => !(same(alias) && (alias.from === added.from || alias.from === added.to)))
    .map((alias) => (same(alias) && alias.to === added.from ? { ...alias, to: added.to } : alias))
  return [...kept, added]
}

function renamed(ids: readonly string[], from: string, to: string): string[] {
  return [...new Set(ids.map((id) => (id === from ? to : id)))]
}

function union<T>(first: readonly T[], second: readonly T[], same: (item: T) => unknown): T[] {
  const known = new Set(first.map(same))
  return [...first, ...second.filter((item) => !known.has(same(item)))]
}

/** What is coded as the first is coded as the second: its cases and examples are cases and examples of that one. */
function mergeLabels(codebook: Codebook, from: string, to: string): Codebook {
  const gone = codebook.labels.find(({ id }) => id === from)
  const grown = (label: Label): Label =>
    gone
      ? {
          ...label,
          include: union(label.include, gone.include, (text) => text),
          examples: union(label.examples, gone.examples.filter(({ counter }) => counter !== true), ({ text }) => text),
        }
      : label
  return {
    ...codebook,
    labels: codebook.labels.filter(({ id }) => id !== from).map((label) => (label.id === to ? grown(label) : label)),
    attributes: codebook.attributes.map((attribute) => ({ ...attribute, labels: renamed(attribute.labels, from, to) })),
    relations: codebook.relations.map((relation) => ({ ...relation, from: renamed(relation.from, from, to), to: renamed(relation.to, from, to) })),
    aliases: withAlias(codebook.aliases, { kind: 'label', from, to }),
  }
}

function mergeRelations(codebook: Codebook, from: string, to: string): Codebook {
  const gone = codebook.relations.find(({ id }) => id === from)
  // No labels at an end means any.
  const ends = (one: readonly string[], other: readonly string[]) => (one.length === 0 || other.length === 0 ? [] : [...new Set([...one, ...other])])
  const grown = (relation: RelationType): RelationType =>
    gone ? { ...relation, from: ends(relation.from, gone.from), to: ends(relation.to, gone.to) } : relation
  return {
    ...codebook,
    relations: codebook.relations.filter(({ id }) => id !== from).map((relation) => (relation.id === to ? grown(relation) : relation)),
    attributes: codebook.attributes.map((attribute) => (attribute.relation === from ? { ...attribute, relation: to } : attribute)),
    aliases: withAlias(codebook.aliases, { kind: 'relation', from, to }),
  }
}

/** Within one attribute. */
export function mergeValues(codebook: Codebook, attributeId: string, from: string, to: string): Result<Codebook> {
  const attribute = codebook.attributes.find(({ id }) => id === attributeId)
  const ids = attribute?.values?.map(({ id }) => id) ?? []
  if (!attribute || from === to || !ids.includes(from) || !ids.includes(to)) return notThere()
  const aliases = withAlias(codebook.aliases, { kind: 'value', attribute: attributeId, from, to })
  const attributes = codebook.attributes.map((each) => {
    const values = each.id === attributeId ? each.values?.filter(({ id }) => id !== from) : each.values
    return valueRenamed({ ...each, ...(values ? { values } : {}) }, attributeId, from, to)
  })
  return ok({ ...codebook, attributes, aliases })
}

function valueRenamed(attribute: Attribute, of: string, from: string, to: string): Attribute {
  const inCondition = (condition: Condition): Condition =>
    condition.attribute === of ? { ...condition, equals: renamed(condition.equals, from, to) } : condition
  const changed = changeConditions(attribute, inCondition)
  const rule = changed.default
  if (attribute.id !== of || !rule) return changed
  if (rule.rule !== 'value') return GIVEN_BY_RULE.has(from) ? withoutDefault(changed) : changed
  const { value } = rule
  if (value === from) return { ...changed, default: { ...rule, value: to } }
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) return changed
  return { ...changed, default: { ...rule, value: renamed(value.filter((item) => typeof item === 'string'), from, to) } }
}

/** Values that a default rule gives by id: without them it could not. */
const GIVEN_BY_RULE = new Set(['bilateral', 'multilateral', 'direct_quote', 'partial_quote'])

function withoutDefault(attribute: Attribute): Attribute {
  const { default: _, ...rest } = attribute
  return rest
}

function changeConditions(attribute: Attribute, change: (condition: Condition) => Condition): Attribute {
  const { required_when, default: rule } = attribute
  const unless = rule?.unless
  return {
    ...attribute,
    ...(required_when ? { required_when: change(required_when) } : {}),
    ...(rule && unless ? { default: { ...rule, unless: change(unless) } } : {}),
  }
}

/** Of one type only. Values that have the same name become one; the others come along. */
function mergeAttributes(codebook: Codebook, from: string, to: string): Result<Codebook> {
  const gone = codebook.attributes.find(({ id }) => id === from)
  const target = codebook.attributes.find(({ id }) => id === to)
  if (!gone || !target) return notThere()
  if (gone.type !== target.type) {
    return fail('codebook.merge_types', `“${gone.name}” and “${target.name}” hold different things, so one cannot be read as the other.`, 'Merge attributes of one type, or retire one of them.')
  }
  if (gone.type === 'link') {
    return fail('codebook.merge_links', 'Links are views of relations and hold nothing themselves.', 'Merge the two relations, then retire one of the links.')
  }
  const clash = gone.values?.find(({ id, name }) => target.values?.some((value) => value.id === id && fold(value.name) !== fold(name)))
  if (clash) {
    return fail('codebook.merge_values', `Both have a value with the id “${clash.id}” under different names, so one cannot be read as the other.`, 'Give the two values the same name first, or retire one of the attributes.')
  }
  const twins = (gone.values ?? []).flatMap((value) => {
    const twin = target.values?.find((other) => other.id !== value.id && fold(other.name) === fold(value.name))
    return twin && !target.values?.some(({ id }) => id === value.id) ? [{ from: value.id, to: twin.id }] : []
  })
  const isTwin = ({ id }: ChoiceValue) => twins.some((twin) => twin.from === id)
  const attribute: Attribute = {
    ...target,
    labels: [...new Set([...target.labels, ...gone.labels])],
    ...(target.values ? { values: union(target.values, (gone.values ?? []).filter((value) => !isTwin(value)), ({ id }) => id) } : {}),
    ...(target.units ? { units: union(target.units, gone.units ?? [], (unit) => unit) } : {}),
  }
  const meant = (id: string) => twins.find((twin) => twin.from === id)?.to ?? id
  const attributes = codebook.attributes
    .filter(({ id }) => id !== from)
    .map((each) => (each.id === to ? independent(loosened(attribute, gone), [from, to]) : each))
    .map((each) =>
      changeConditions(countsInstead(each, from, to), (condition) =>
        condition.attribute === from ? { attribute: to, equals: [...new Set(condition.equals.map(meant))] } : condition,
      ),
    )
  const ofGone = codebook.aliases.filter((alias) => alias.kind === 'value' && alias.attribute === from)
  const rest = codebook.aliases.filter((alias) => !ofGone.includes(alias))
  const values = [...ofGone.map((alias) => ({ from: alias.from, to: meant(alias.to) })), ...twins].filter(
    (alias) => !attribute.values?.some(({ id }) => id === alias.from),
  )
  const aliases = values.reduce<Alias[]>((all, alias) => withAlias(all, { kind: 'value', attribute: to, ...alias }), rest)
  return ok({ ...codebook, attributes, aliases: withAlias(aliases, { kind: 'attribute', from, to }) })
}

/** An attribute cannot depend on its own value. */
function independent(attribute: Attribute, itself: readonly string[]): Attribute {
  const { required_when, default: rule, ...rest } = attribute
  const depends = (condition: Condition | undefined) => condition !== undefined && itself.includes(condition.attribute)
  return { ...rest, ...(required_when && !depends(required_when) ? { required_when } : {}), ...(rule && !depends(rule.unless) ? { default: rule } : {}) }
}

/** What the first allowed must stay right. */
function loosened(attribute: Attribute, gone: Attribute): Attribute {
  const { min, max, max_values, ...rest } = attribute
  const both = (one: number | undefined, other: number | undefined, choose: (a: number, b: number) => number) =>
    one === undefined || other === undefined ? undefined : choose(one, other)
  const least = both(min, gone.min, Math.min)
  const most = both(max, gone.max, Math.max)
  const count = both(max_values, gone.max_values, Math.max)
  return {
    ...rest,
    ...(count === undefined ? {} : { max_values: count }),
    ...(least === undefined ? {} : { min: least }),
    ...(most === undefined ? {} : { max: most }),
  }
}

function countsInstead(attribute: Attribute, from: string, to: string): Attribute {
  const rule: DefaultRule | undefined = attribute.default
  if (rule?.rule !== 'form_from_actors' || (rule.attribute ?? 'actor') !== from) return attribute
  return { ...attribute, default: { ...rule, attribute: to } }
}
