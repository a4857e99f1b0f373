import { freeLook, inUse } from '../codebook/edits/fresh.ts'
import { replaced } from '../codebook/edits/items.ts'
import { attributeById, labelById, relationTypeById } from '../codebook/lookup.ts'
import type { Attribute, Codebook, Label } from '../model/codebook.ts'
import { isAlike } from './names.ts'
import type { Unknown, UnknownKind } from './unknown.ts'

/** What is to become of something that the codebook here does not know. `leave`: it shows as its id. */
export type MapChoice = { readonly kind: UnknownKind; readonly attribute: string | null; readonly id: string } & (
  | { readonly how: 'read_as'; readonly to: string }
  | { readonly how: 'add' }
  | { readonly how: 'leave' }
)

/** What is suggested for each. */
export function suggestedChoices(unknown: readonly Unknown[]): MapChoice[] {
  return unknown.map(({ kind, attribute, id, described, suggestion }) => {
    const what = { kind, attribute, id }
    if (suggestion !== null) return { ...what, how: 'read_as', to: suggestion }
    return { ...what, how: described ? 'add' : 'leave' }
  })
}

const ORDER: readonly UnknownKind[] = ['label', 'relation', 'attribute', 'value']

/**
 * The codebook with these choices made: aliases and additions, so that the sets can be read as they are and none is written. `parent`
 * and `change` are the caller's to fill in. The same codebook where there is nothing to do.
 */
export function mapCodebook(here: Codebook, there: Codebook | null, choices: readonly MapChoice[]): Codebook {
  const inOrder = choices.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return inOrder.reduce((codebook, choice) => {
    if (choice.how === 'read_as') return readAs(codebook, there, choice, choice.to)
    return choice.how === 'add' && there ? added(codebook, there, choice) : codebook
  }, here)
}

function readAs(codebook: Codebook, there: Codebook | null, { kind, attribute, id }: MapChoice, to: string): Codebook {
  const alias = { kind, ...(kind === 'value' && attribute !== null ? { attribute } : {}), from: id, to }
  const mapped = { ...codebook, aliases: [...codebook.aliases, alias] }
  return kind === 'attribute' ? withValuesOf(mapped, there?.attributes.find((other) => other.id === id), to) : mapped
}

/** What is stored under the attribute that comes can be read under this one: values of the same name are one, the others are added. */
function withValuesOf(codebook: Codebook, from: Attribute | undefined, to: string): Codebook {
  const target = attributeById(codebook, to)
  if (!from?.values || !target?.values) return codebook
  const values = [...target.values]
  const aliases = [...codebook.aliases]
  for (const value of from.values) {
    if (values.some(({ id }) => id === value.id)) continue
    const twin = values.find(({ name }) => isAlike(name, value.name))
    if (twin) aliases.push({ kind: 'value', attribute: target.id, from: value.id, to: twin.id })
    else values.push(value)
  }
  return { ...codebook, aliases, attributes: replaced(codebook.attributes, { ...target, values }) }
}

function added(codebook: Codebook, there: Codebook, { kind, attribute, id }: MapChoice): Codebook {
  switch (kind) {
    case 'label': {
      const label = there.labels.find((other) => other.id === id)
      return label ? withLabel(codebook, there, label) : codebook
    }
    case 'relation':
      return withRelation(codebook, there, id)
    case 'attribute': {
      const other = there.attributes.find((candidate) => candidate.id === id)
      return other ? withAttribute(codebook, there, other) : codebook
    }
    case 'value': {
      const target = codebook.attributes.find((candidate) => candidate.id === attribute)
      const value = there.attributes.find((candidate) => candidate.id === attribute)?.values?.find((candidate) => candidate.id === id)
      return target?.values && value ? { ...codebook, attributes: replaced(codebook.attributes, { ...target, values: [...target.values, value] }) } : codebook
    }
  }
}

/** With a key and a look of its own, and with the attributes of both codebooks that it carries there. */
function withLabel(codebook: Codebook, there: Codebook, label: Label): Codebook {
  const active = codebook.labels.filter(inUse)
  const { key, ...rest } = label
  const keyTaken = active.some((other) => other.key?.toLowerCase() === key?.toLowerCase())
  const lookTaken = active.some(({ tint, underline }) => tint === label.tint && underline === label.underline)
  const mine: Label = { ...rest, ...(key === undefined || keyTaken ? {} : { key }), ...(lookTaken ? freeLook(codebook.labels) : {}) }
  const carries = (id: string) => there.attributes.find((attribute) => attribute.id === id)?.labels.includes(label.id) ?? false
  return {
    ...codebook,
    labels: [...codebook.labels, mine],
    attributes: codebook.attributes.map((attribute) => (carries(attribute.id) ? { ...attribute, labels: [...new Set([...attribute.labels, label.id])] } : attribute)),
  }
}

function withRelation(codebook: Codebook, there: Codebook, id: string): Codebook {
  const relation = there.relations.find((other) => other.id === id)
  if (!relation || relationTypeById(codebook, id)) return codebook
  const known = (ids: readonly string[]) => ids.filter((label) => labelById(codebook, label))
  return { ...codebook, relations: [...codebook.relations, { ...relation, from: known(relation.from), to: known(relation.to) }] }
}

/** It asks for nothing and fills nothing in by itself: what its rules depend on may not be here. */
function withAttribute(codebook: Codebook, there: Codebook, attribute: Attribute): Codebook {
  const base = attribute.relation === undefined ? codebook : withRelation(codebook, there, attribute.relation)
  const { required_when: _when, default: _rule, ...rest } = attribute
  return { ...base, attributes: [...base.attributes, { ...rest, labels: rest.labels.filter((label) => labelById(base, label)) }] }
}
