import { carries } from '../codebook/form.ts'
import { resolveId } from '../codebook/lookup.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import type { Attribute, Codebook, Stage } from '../model/codebook.ts'

/** One annotation in the table, with what its cells need to know of its set. */
export interface GridRow {
  /** Unique in the table. */
  readonly key: string
  /** Id and title of the article. */
  readonly article: string
  readonly title: string
  readonly annotation: Annotation
  /** All relations and annotations of the set that it belongs to. */
  readonly relations: readonly Relation[]
  readonly siblings: readonly Annotation[]
  /** Ids of the attributes that still want a value. */
  readonly missing: ReadonlySet<string>
}

/** `attribute` null: what every annotation has, by the column's id. */
export interface GridColumn {
  readonly id: string
  readonly attribute: Attribute | null
}

export const ARTICLE: GridColumn = { id: 'article', attribute: null }
export const LABEL: GridColumn = { id: 'label', attribute: null }
export const QUOTE: GridColumn = { id: 'quote', attribute: null }
export const NOTE: GridColumn = { id: 'note', attribute: null }

const STAGES: readonly Stage[] = ['now', 'before_done', 'if_stated']

export interface OfferedColumn {
  readonly column: GridColumn
  readonly shown: boolean
}

const columnsOf = new WeakMap<Attribute, GridColumn>()

function columnOf(attribute: Attribute): GridColumn {
  const known = columnsOf.get(attribute) ?? { id: `attribute:${attribute.id}`, attribute }
  columnsOf.set(attribute, known)
  return known
}

/**
 * The attributes that the rows' labels carry or that some row has a value of, in the order in which the inspector asks
 * for them. Shown are those that are asked of every annotation, that some row misses or that some row has, unless a
 * person chose otherwise: `chosen` by attribute id.
 */
export function offeredColumns(codebook: Codebook, rows: readonly GridRow[], chosen: Readonly<Record<string, boolean>>): OfferedColumn[] {
  const labels = new Set<string>()
  const wanted = new Set<string>()
  for (const { annotation, missing } of rows) {
    labels.add(annotation.label)
    for (const id of missing) wanted.add(id)
    for (const id in annotation.attributes) wanted.add(resolveId(codebook, 'attribute', id))
    if (codebook.aliases.length > 0) for (const id in annotation.attributes) wanted.add(id)
  }
  const offered = codebook.attributes.filter(
    (attribute) => wanted.has(attribute.id) || (!attribute.retired && [...labels].some((label) => carries(codebook, attribute, label))),
  )
  return STAGES.flatMap((stage) => offered.filter((attribute) => attribute.stage === stage)).map((attribute) => ({
    column: columnOf(attribute),
    shown: chosen[attribute.id] ?? (attribute.stage !== 'if_stated' || wanted.has(attribute.id)),
  }))
}

/** All columns in order; the article's only where there are several articles. */
export function gridColumns(offered: readonly OfferedColumn[], withArticle: boolean): GridColumn[] {
  const attributes = offered.filter(({ shown }) => shown).map(({ column }) => column)
  return [...(withArticle ? [ARTICLE] : []), LABEL, QUOTE, ...attributes, NOTE]
}
