import type { Annotation } from '../model/annotation.ts'
import type { Attribute, Codebook, DefaultRule } from '../model/codebook.ts'
import type { DatePrecision, Entity, Payload, Value } from '../model/value.ts'
import { carries, holds } from './form.ts'
import { resolveId, storedValue } from './lookup.ts'
import { attributionForm } from './quotation-marks.ts'

/**
 * What defaults are computed from: the article's date, the span (from its first piece to its last) and the text around
 * it.
 */
export interface DefaultsContext {
  /** ISO date, or null where the article has none. */
  readonly articleDate: string | null
  readonly quote: string
  readonly before: string
  readonly after: string
  /** The values that the annotation has already. */
  readonly attributes: Annotation['attributes']
}

/**
 * The defaults of a label, each in the state `default`, for attributes that nobody has decided. Rules that look at
 * other attributes come last, so that they see the defaults of the others.
 */
export function defaultValues(codebook: Codebook, label: string, context: DefaultsContext): Record<string, Value> {
  const found: Record<string, Value> = {}
  for (const { attribute, rule } of withRules(codebook, label)) {
    const stored = storedValue(codebook, context.attributes, attribute.id)
    if (stored && stored.value.state !== 'default') continue
    const value = compute(codebook, attribute, rule, { ...context, attributes: { ...context.attributes, ...found } })
    if (value !== null) found[attribute.id] = { state: 'default', value }
  }
  return found
}

/**
 * The annotation's values after something that defaults depend on has changed: unconfirmed defaults are computed again,
 * added where they have become possible and dropped where they have ceased to be. Whatever a person decided stays as it
 * is.
 */
export function refreshDefaults(
  codebook: Codebook,
  annotation: Pick<Annotation, 'label' | 'attributes'>,
  context: DefaultsContext,
): Annotation['attributes'] {
  const kept = { ...annotation.attributes }
  for (const { attribute } of withRules(codebook, annotation.label)) {
    const stored = storedValue(codebook, kept, attribute.id)
    if (stored?.value.state === 'default') delete kept[stored.key]
  }
  return { ...kept, ...defaultValues(codebook, annotation.label, { ...context, attributes: kept }) }
}

function withRules(codebook: Codebook, label: string): { attribute: Attribute; rule: DefaultRule }[] {
  const rules = codebook.attributes.flatMap((attribute) =>
    attribute.default && !attribute.retired && carries(codebook, attribute, label)
      ? [{ attribute, rule: attribute.default }]
      : [],
  )
  const looksAtOthers = (rule: DefaultRule) => rule.unless !== undefined || rule.rule === 'form_from_actors'
  return [...rules.filter(({ rule }) => !looksAtOthers(rule)), ...rules.filter(({ rule }) => looksAtOthers(rule))]
}

function compute(
  codebook: Codebook,
  attribute: Attribute,
  rule: DefaultRule,
  context: DefaultsContext,
): Payload | null {
  if (rule.unless && holds(codebook, rule.unless, context.attributes)) return null
  switch (rule.rule) {
    case 'value':
      return rule.value
    case 'article_date':
      return context.articleDate === null
        ? null
        : { start: context.articleDate, precision: precisionOf(context.articleDate) }
    case 'form_from_actors': {
      const parties = countParties(codebook, rule.attribute ?? 'actor', context.attributes)
      return parties < 2 ? null : offered(attribute, parties === 2 ? 'bilateral' : 'multilateral')
    }
    case 'quotation_marks': {
      const form = attributionForm(context.before, context.quote, context.after)
      return form && offered(attribute, form)
    }
  }
}

function offered(attribute: Attribute, id: string): string | null {
  return attribute.values?.some((value) => value.id === id && !value.retired) ? id : null
}

/**
 * The same entity twice is one party. A code is not enough to tell: a government and those who fight it share their
 * country's, and differ by sector.
 */
function countParties(codebook: Codebook, attributeId: string, attributes: Annotation['attributes']): number {
  const stored = storedValue(codebook, attributes, resolveId(codebook, 'attribute', attributeId))?.value
  if (!stored || (stored.state !== 'decided' && stored.state !== 'default') || !Array.isArray(stored.value)) return 0
  return new Set(stored.value.map((item) => (typeof item === 'string' ? item : partyKey(item)))).size
}

function partyKey(entity: Entity): string {
  return entity.code === undefined ? entity.name : `${entity.code} ${entity.sector ?? ''}`
}

/** How precise an ISO date is, by its shape. */
export function precisionOf(date: string): DatePrecision {
  if (date.includes('Q')) return 'quarter'
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}
