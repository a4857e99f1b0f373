import { attributeById, resolveId } from '../codebook/lookup.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { Attribute, Codebook } from '../model/codebook.ts'
import { dateValueSchema, quantitySchema, type Entity, type Value } from '../model/value.ts'
import { firstDay, lastDay } from './days.ts'

export type Cell = string | number | boolean | null
/** How a column is to be read: `category` is one of the ids that the table of values lists. */
export type ColumnType = 'text' | 'category' | 'integer' | 'number' | 'boolean' | 'date' | 'list'

export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly meaning: string
  /** Of the codebook, where it comes from there. */
  readonly attribute?: string
}

export interface ValueColumn extends Column {
  readonly cell: (annotation: Annotation, value: Value | undefined, links: readonly Relation[]) => Cell
}

export interface AttributeColumns {
  readonly attribute: Attribute
  readonly columns: readonly ValueColumn[]
}

/** Why a value is there or is not. `uncoded`: nobody has answered. `not_for_label`: the codebook does not ask it of this label. */
export const STATES = ['decided', 'default', 'not_stated', 'not_applicable', 'uncoded', 'not_for_label'] as const

export const STATE_NAMES: Readonly<Record<(typeof STATES)[number], string>> = {
  decided: 'a person decided it',
  default: 'filled in by rule, confirmed by nobody',
  not_stated: 'somebody looked, and the text does not say',
  not_applicable: 'somebody looked, and the question makes no sense here',
  uncoded: 'nobody has answered',
  not_for_label: 'the codebook does not ask it of this label',
}

/** For each attribute its columns by type, and then one that says why a value is there or is not. */
export function attributeColumns(codebook: Codebook, used: ReadonlySet<string>): AttributeColumns[] {
  return codebook.attributes
    .filter(({ id, retired }) => retired !== true || used.has(id))
    .map((attribute) => ({ attribute, columns: [...valueColumns(codebook, attribute), stateColumn(codebook, attribute)] }))
}

function stateColumn(codebook: Codebook, attribute: Attribute): ValueColumn {
  return {
    name: `${attribute.id}_state`,
    type: 'category',
    attribute: attribute.id,
    meaning: `${attribute.name}: why there is a value or none`,
    cell: ({ label }, value, links) => {
      if (value) return value.state
      if (attribute.type === 'link' && linksOf(codebook, attribute, links).length > 0) return 'decided'
      return attribute.labels.some((id) => resolveId(codebook, 'label', id) === resolveId(codebook, 'label', label)) ? 'uncoded' : 'not_for_label'
    },
  }
}

function valueColumns(codebook: Codebook, attribute: Attribute): ValueColumn[] {
  const { id, name, type } = attribute
  const column = (suffix: string, kind: ColumnType, meaning: string, read: (payload: unknown) => Cell): ValueColumn => ({
    name: suffix === '' ? id : `${id}_${suffix}`,
    type: kind,
    attribute: id,
    meaning: suffix === '' ? name : `${name}: ${meaning}`,
    cell: (_annotation, value) => (value && 'value' in value ? read(value.value) : null),
  })
  const quantity = (part: 'amount' | 'min' | 'max' | 'unit' | 'words') => (payload: unknown) => quantitySchema.safeParse(payload).data?.[part] ?? null
  const date = (part: 'start' | 'end' | 'precision' | 'words') => (payload: unknown) => dateValueSchema.safeParse(payload).data?.[part] ?? null
  const idOf = (payload: unknown) => (typeof payload === 'string' ? resolveId(codebook, 'value', payload, id) : null)
  const entities = (part: (entity: Entity) => string) => (payload: unknown) => (Array.isArray(payload) ? payload.map(part).join('; ') : null)
  switch (type) {
    case 'text':
      return [column('', 'text', '', (payload) => (typeof payload === 'string' ? payload : JSON.stringify(payload)))]
    case 'choice':
    case 'scale':
      return [column('', 'category', '', idOf)]
    case 'number':
      return [column('', 'number', '', (payload) => (typeof payload === 'number' ? payload : null))]
    case 'boolean':
      return [column('', 'boolean', '', (payload) => (typeof payload === 'boolean' ? payload : null))]
    case 'choices':
      return [column('', 'list', '', (payload) => (Array.isArray(payload) ? payload.map(idOf).join('; ') : null))]
    case 'entities':
      return [column('', 'list', '', entities(({ name: who }) => who)), column('code', 'list', 'codes, in the order of the names', entities(({ code }) => code ?? '')), column('sector', 'list', 'sectors, in the order of the names', entities(({ sector }) => sector ?? ''))]
    case 'quantity':
      return [column('amount', 'number', 'how much', quantity('amount')), column('min', 'number', 'at least', quantity('min')), column('max', 'number', 'at most', quantity('max')), column('unit', 'text', 'what is counted', quantity('unit')), column('words', 'text', 'the words it was read from', quantity('words'))]
    case 'date':
      return [
        column('first', 'date', 'the first day that it may mean', (payload) => firstDay(dateValueSchema.safeParse(payload).data)),
        column('last', 'date', 'the last day that it may mean', (payload) => lastDay(dateValueSchema.safeParse(payload).data)),
        column('start', 'text', 'as recorded: year, quarter, month or day', date('start')),
        column('end', 'text', 'end of an interval, as recorded', date('end')),
        column('precision', 'category', 'how exact it is', date('precision')),
        column('words', 'text', 'the words it was read from', date('words')),
      ]
    case 'link':
      return [{ name: id, type: 'list', attribute: id, meaning: `${name}: ids of the annotations it leads to`, cell: (_annotation, _value, links) => linksOf(codebook, attribute, links).join('; ') || null }]
  }
}

function linksOf(codebook: Codebook, { relation }: Attribute, links: readonly Relation[]): string[] {
  if (relation === undefined) return []
  const wanted = resolveId(codebook, 'relation', relation)
  return links.filter(({ type }) => resolveId(codebook, 'relation', type) === wanted).map(({ to }) => to.annotation).toSorted()
}

/** The value that an annotation has for an attribute, by whichever of its merged ids. */
export function valueOf(codebook: Codebook, annotation: Annotation, attribute: Attribute): Value | undefined {
  return annotation.attributes[attribute.id] ?? Object.entries(annotation.attributes).find(([id]) => attributeById(codebook, id)?.id === attribute.id)?.[1]
}
