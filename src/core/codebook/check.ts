import type { Attribute, Codebook, Condition } from '../model/codebook.ts'
import type { AppError } from '../result.ts'
import { checkPayload } from './check-value.ts'
import { attributeById, labelById, relationTypeById, resolveId, sectorById } from './lookup.ts'

const LISTED: ReadonlySet<Attribute['type']> = new Set(['choice', 'choices', 'scale'])
const FORMS = ['bilateral', 'multilateral']
const ATTRIBUTION_FORMS = ['direct_quote', 'partial_quote']

/**
 * What the schema cannot see: names that lead nowhere, doubles, defaults that do not fit. Empty: the codebook can be
 * used.
 */
export function checkCodebook(codebook: Codebook): AppError[] {
  return [
    ...duplicates(codebook),
    ...checkLabels(codebook),
    ...codebook.attributes.flatMap((attribute) => checkAttribute(codebook, attribute)),
    ...checkRelations(codebook),
    ...checkAliases(codebook),
    ...checkEntities(codebook),
  ]
}

function problem(code: string, message: string, remedy: string): AppError {
  return { code: `codebook.${code}`, message, remedy, retry: false }
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))]
}

function duplicates(codebook: Codebook): AppError[] {
  const lists: [string, readonly { readonly id: string }[]][] = [
    ['labels', codebook.labels],
    ['attributes', codebook.attributes],
    ['relations', codebook.relations],
    ['sectors', codebook.sectors],
    ['entities', codebook.entities ?? []],
    ['decision rules', codebook.rules],
    ['worked examples', codebook.examples],
    ...codebook.attributes.map((attribute): [string, readonly { readonly id: string }[]] => [
      `values of “${attribute.name}”`,
      attribute.values ?? [],
    ]),
  ]
  return lists.flatMap(([what, items]) =>
    repeated(items.map((item) => item.id)).map((id) =>
      problem('duplicate_id', `Two ${what} have the id “${id}”.`, 'Give one of them another id.'),
    ),
  )
}

function checkLabels(codebook: Codebook): AppError[] {
  const active = codebook.labels.filter((label) => label.active && !label.retired)
  const keys = repeated(active.flatMap((label) => label.key?.toLowerCase() ?? []))
  const looks = repeated(active.map((label) => `${label.tint} and ${label.underline}`))
  return [
    ...keys.map((key) =>
      problem(
        'duplicate_key',
        `Two active labels have the key “${key.toUpperCase()}”.`,
        'Give one of them another key.',
      ),
    ),
    ...looks.map((look) =>
      problem(
        'duplicate_look',
        `Two active labels look the same: ${look}.`,
        'Give one of them another tint or underline.',
      ),
    ),
  ]
}

function checkAttribute(codebook: Codebook, attribute: Attribute): AppError[] {
  const found: AppError[] = []
  const name = `The attribute “${attribute.name}”`
  for (const label of attribute.labels) {
    if (!labelById(codebook, label)) {
      found.push(
        problem(
          'unknown_label',
          `${name} names the label “${label}”, which there is none of.`,
          'Add the label or take its id out.',
        ),
      )
    }
  }
  if (LISTED.has(attribute.type) && !attribute.values?.some((value) => !value.retired)) {
    found.push(problem('no_values', `${name} offers no values.`, 'Add values, or make it another type.'))
  }
  if (
    attribute.type === 'link' &&
    (attribute.relation === undefined || !relationTypeById(codebook, attribute.relation))
  ) {
    found.push(
      problem(
        'unknown_relation',
        `${name} is a link without a relation of this codebook.`,
        'Name the relation that it shows.',
      ),
    )
  }
  if (attribute.min !== undefined && attribute.max !== undefined && attribute.min > attribute.max) {
    found.push(problem('bounds', `${name} has a least value above its greatest.`, 'Exchange the two.'))
  }
  for (const condition of [attribute.required_when, attribute.default?.unless]) {
    if (condition) found.push(...checkCondition(codebook, name, condition))
  }
  return [...found, ...checkDefault(codebook, attribute, name)]
}

function checkCondition(codebook: Codebook, name: string, condition: Condition): AppError[] {
  const other = attributeById(codebook, condition.attribute)
  if (!other) {
    return [
      problem(
        'unknown_attribute',
        `${name} depends on “${condition.attribute}”, which there is none of.`,
        'Name an attribute of this codebook.',
      ),
    ]
  }
  if (!LISTED.has(other.type)) return []
  return condition.equals
    .filter((id) => !other.values?.some((value) => value.id === resolveId(codebook, 'value', id, other.id)))
    .map((id) =>
      problem(
        'unknown_value',
        `${name} depends on the value “${id}”, which “${other.name}” does not have.`,
        'Name one of its values.',
      ),
    )
}

function checkDefault(codebook: Codebook, attribute: Attribute, name: string): AppError[] {
  const rule = attribute.default
  if (!rule) return []
  const wrong = (why: string) =>
    problem('default', `${name} has a default that does not fit: ${why}`, 'Change the default or the type.')
  const needs = (ids: readonly string[]) =>
    attribute.type === 'choice' && ids.every((id) => attribute.values?.some((value) => value.id === id))
      ? []
      : [wrong(`the rule gives ${ids.join(', ')}, which must be values of a choice.`)]
  switch (rule.rule) {
    case 'value': {
      const why = checkPayload(codebook, attribute, rule.value)
      return why === null ? [] : [wrong(why)]
    }
    case 'article_date':
      return attribute.type === 'date' ? [] : [wrong('the article’s date is a date.')]
    case 'form_from_actors': {
      const counted = attributeById(codebook, rule.attribute ?? 'actor')
      return [...needs(FORMS), ...(counted?.type === 'entities' ? [] : [wrong('there are no entities to count.')])]
    }
    case 'quotation_marks':
      return needs(ATTRIBUTION_FORMS)
  }
}

function checkRelations(codebook: Codebook): AppError[] {
  return codebook.relations.flatMap((relation) =>
    [...relation.from, ...relation.to]
      .filter((label) => !labelById(codebook, label))
      .map((label) =>
        problem(
          'unknown_label',
          `The relation “${relation.name}” names the label “${label}”, which there is none of.`,
          'Add the label or take its id out.',
        ),
      ),
  )
}

function checkEntities(codebook: Codebook): AppError[] {
  return (codebook.entities ?? [])
    .filter(({ sector }) => sector !== undefined && !sectorById(codebook, sector))
    .map(({ name, sector }) =>
      problem(
        'unknown_sector',
        `The entity “${name}” names the sector “${sector}”, which there is none of.`,
        'Add the sector or choose another.',
      ),
    )
}

function checkAliases(codebook: Codebook): AppError[] {
  const known = {
    label: codebook.labels.map((label) => label.id),
    attribute: codebook.attributes.map((attribute) => attribute.id),
    relation: codebook.relations.map((relation) => relation.id),
  }
  return codebook.aliases.flatMap((alias) => {
    const { kind, from, attribute } = alias
    const ids = kind === 'value' ? valueIds(codebook, attribute) : known[kind]
    if (resolveId(codebook, kind, from, attribute) === from) {
      return [problem('alias', `The merged id “${from}” leads back to itself.`, 'Take one of the merges out.')]
    }
    if (ids.includes(resolveId(codebook, kind, from, attribute))) return []
    return [
      problem(
        'alias',
        `The merged id “${from}” leads to “${alias.to}”, which there is none of.`,
        'Merge it into something that exists.',
      ),
    ]
  })
}

function valueIds(codebook: Codebook, attributeId: string | undefined): string[] {
  return codebook.attributes
    .filter((attribute) => attributeId === undefined || attribute.id === attributeId)
    .flatMap((attribute) => attribute.values?.map((value) => value.id) ?? [])
}
