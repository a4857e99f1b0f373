import { attributeById, labelById, nameOfLabel, resolveId } from '../codebook/lookup.ts'
import { hullEnd, hullStart, quoteOf } from '../model/annotation.ts'
import type { Attribute, Codebook } from '../model/codebook.ts'
import type { Entity } from '../model/value.ts'
import { createOffsetMap } from '../text/code-points.ts'
import type { ChosenSet } from './choose.ts'
import { attributeColumns, valueOf, type Cell, type Column } from './columns.ts'
import { joinRepeats, type Coded } from './join.ts'

export const UNITS = ['annotation', 'pledge', 'dyad'] as const
export type Unit = (typeof UNITS)[number]

export interface DatasetArticle {
  readonly path: string
  readonly text: string
  readonly title: string
  /** What people added, else what the article’s header says; '' where nobody knows. */
  readonly date: string
  readonly outlet: string
  readonly link: string
  readonly chosen: ChosenSet
}

export interface DataTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Dataset {
  readonly unit: Unit
  readonly data: DataTable
  /** Every article, those without rows too: nothing to mark is a finding, not coded is none. */
  readonly articles: DataTable
}

/** The rows of a study. Ids are those of annotations, which never change; the order is that of articles and text. */
export function buildDataset(articles: readonly DatasetArticle[], codebook: Codebook, unit: Unit): Dataset {
  const byPath = new Map(articles.map((article) => [article.path, article]))
  const maps = new Map<string, ReturnType<typeof createOffsetMap>>()
  const mapOf = (path: string) => {
    const map = maps.get(path) ?? createOffsetMap(byPath.get(path)?.text ?? '')
    maps.set(path, map)
    return map
  }
  const coded = articles.flatMap(({ path, chosen: { source, set } }) =>
    (set?.annotations ?? [])
      .toSorted((a, b) => hullStart(a) - hullStart(b) || hullEnd(a) - hullEnd(b) || (a.id < b.id ? -1 : 1))
      .map((annotation): Coded => ({ article: path, source, annotation, links: set?.relations.filter(({ from }) => from.annotation === annotation.id) ?? [] })),
  )
  const groups = unit === 'annotation' ? coded.map((first) => ({ first, mentions: [first] })) : joinRepeats(coded, codebook)
  const attributes = attributeColumns(codebook, new Set(coded.flatMap(({ annotation }) => Object.keys(annotation.attributes))))
  const rows = groups.flatMap(({ first, mentions }) => {
    const { annotation, article, source, links } = first
    const [start, end] = [mapOf(article).toCodePoint(hullStart(annotation)), mapOf(article).toCodePoint(hullEnd(annotation))]
    const dates = mentions.map((mention) => byPath.get(mention.article)?.date ?? '').filter((date) => date !== '').toSorted()
    const base: Cell[] = [annotation.id, article, byPath.get(article)?.date || null, source, resolveId(codebook, 'label', annotation.label), nameOfLabel(codebook, annotation.label), start, end, quoteOf(annotation), annotation.note ?? null, annotation.created, annotation.modified]
    const repeats: Cell[] = unit === 'annotation' ? [] : [mentions.length, mentions.map((mention) => mention.annotation.id).join('; '), new Set(mentions.map((mention) => mention.article)).size, dates[0] ?? null, dates.at(-1) ?? null]
    const values = attributes.flatMap(({ attribute, columns }) => columns.map((column) => column.cell(annotation, valueOf(codebook, annotation, attribute), links)))
    if (unit !== 'dyad') return [[...base, ...repeats, ...values]]
    return dyadsOf(codebook, first).map(([actor, counterpart]) => [[annotation.id, actor?.name ?? '', counterpart?.name ?? ''].join(' > '), ...entityCells(actor), ...entityCells(counterpart), ...base, ...repeats, ...values])
  })
  const columns = [...(unit === 'dyad' ? DYAD : []), ...BASE, ...(unit === 'annotation' ? [] : REPEATS), ...attributes.flatMap((one) => one.columns.map(({ name, type, meaning, attribute }): Column => ({ name, type, meaning, ...(attribute !== undefined && { attribute }) })))]
  return { unit, data: { columns: apart(columns), rows }, articles: articleTable(articles) }
}

const BASE: readonly Column[] = [
  { name: 'annotation_id', type: 'text', meaning: 'id of the annotation; the same in every export' },
  { name: 'article', type: 'text', meaning: 'path of the article in the project' },
  { name: 'article_date', type: 'date', meaning: 'date of the article' },
  { name: 'source', type: 'category', meaning: 'adjudicated: what reviewers decided; single_coder: only one person has coded the article' },
  { name: 'label', type: 'category', meaning: 'id of the label' },
  { name: 'label_name', type: 'text', meaning: 'name of the label' },
  { name: 'start', type: 'integer', meaning: 'where the words start: characters before them, counted as Python and R do (code points)' },
  { name: 'end', type: 'integer', meaning: 'where the words end: characters up to and with the last' },
  { name: 'quote', type: 'text', meaning: 'the words; the pieces of a span with gaps joined by " … "' },
  { name: 'note', type: 'text', meaning: 'comment on the annotation' },
  { name: 'created', type: 'text', meaning: 'when the annotation was made, ISO 8601, UTC' },
  { name: 'modified', type: 'text', meaning: 'when it was last changed, ISO 8601, UTC' },
]

const REPEATS: readonly Column[] = [
  { name: 'mentions', type: 'integer', meaning: 'how many annotations speak of the same event (relation same_as); the values are those of the first mention' },
  { name: 'mention_ids', type: 'list', meaning: 'ids of these annotations' },
  { name: 'mention_articles', type: 'integer', meaning: 'in how many articles' },
  { name: 'first_article_date', type: 'date', meaning: 'earliest date of an article that mentions it' },
  { name: 'last_article_date', type: 'date', meaning: 'latest date of an article that mentions it' },
]

const DYAD: readonly Column[] = [
  { name: 'dyad_id', type: 'text', meaning: 'id of the annotation, actor and counterpart; the same as long as they are' },
  ...['actor', 'counterpart'].flatMap((side): Column[] => [
    { name: `dyad_${side}`, type: 'text', meaning: `the one ${side} of this row; empty where none is recorded` },
    { name: `dyad_${side}_code`, type: 'text', meaning: `its code` },
    { name: `dyad_${side}_sector`, type: 'text', meaning: `its sector` },
  ]),
]

function entityCells(entity: Entity | null): Cell[] {
  return [entity?.name ?? null, entity?.code ?? null, entity?.sector ?? null]
}

/** Each actor with each counterpart; a side that is not recorded stays empty, so that no event is lost. */
function dyadsOf(codebook: Codebook, { annotation }: Coded): [Entity | null, Entity | null][] {
  const side = (id: string): (Entity | null)[] => {
    const attribute: Attribute | undefined = attributeById(codebook, id)
    const value = attribute && valueOf(codebook, annotation, attribute)
    const list = value && 'value' in value && Array.isArray(value.value) ? value.value.filter((item) => typeof item !== 'string') : []
    return list.length > 0 ? list : [null]
  }
  return side('actor').flatMap((actor) => side('counterpart').map((counterpart): [Entity | null, Entity | null] => [actor, counterpart]))
}

/** Whether the codebook records who stands against whom. */
export function hasDyads(codebook: Codebook): boolean {
  return ['actor', 'counterpart'].every((id) => attributeById(codebook, id)?.type === 'entities') && codebook.labels.some(({ id }) => labelById(codebook, id)?.kind === 'event')
}

/** Ids of attributes may be those of our own columns: then they say whose they are. */
function apart(columns: readonly Column[]): Column[] {
  const taken = new Set<string>()
  return columns.map((column) => {
    let { name } = column
    while (taken.has(name)) name = `attribute_${name}`
    taken.add(name)
    return { ...column, name }
  })
}

function articleTable(articles: readonly DatasetArticle[]): DataTable {
  return {
    columns: [
      { name: 'article', type: 'text', meaning: 'path of the article in the project' },
      { name: 'title', type: 'text', meaning: 'title of the article' },
      { name: 'article_date', type: 'date', meaning: 'date of the article' },
      { name: 'outlet', type: 'text', meaning: 'who published it' },
      { name: 'link', type: 'text', meaning: 'where it was found' },
      { name: 'source', type: 'category', meaning: 'adjudicated, single_coder, not_adjudicated (several codings and no decision: no rows) or not_coded' },
      { name: 'status', type: 'category', meaning: 'done or in_progress' },
      { name: 'annotations', type: 'integer', meaning: 'annotations that the data set takes from it; 0 with status done: read, and there was nothing to mark' },
      { name: 'text_sha256', type: 'text', meaning: 'SHA-256 of the text that was coded (UTF-8, LF, no byte-order mark)' },
    ],
    rows: articles.map(({ path, title, date, outlet, link, chosen: { source, set } }) => [path, title, date || null, outlet || null, link || null, source, set?.state.status ?? null, set?.annotations.length ?? 0, set?.article.text_sha256 ?? null]),
  }
}
