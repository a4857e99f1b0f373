import { z } from 'zod'
import { countedItems, type CountedItem } from '../../src/core/agreement/coding/counts.ts'
import { contingency } from '../../src/core/agreement/coding/pairs.ts'
import { inOrder, ratingsOf, type Category, type Ratings, type RawItem } from '../../src/core/agreement/coding/ratings.ts'
import { tableOf, type Table } from '../../src/core/agreement/coding/table.ts'
import { notDefined, measured, type Measured } from '../../src/core/agreement/result.ts'
import { NotImplemented, type Case } from './case.ts'

const category = z.union([z.string(), z.number(), z.boolean()]).transform((value): Category => (typeof value === 'boolean' ? String(value) : value))
const categories = z.array(category).optional()
const grid = z.array(z.array(z.number()))

const contingencyInput = z.looseObject({ kind: z.literal('contingency'), categories, table: grid })
const countsInput = z.looseObject({ kind: z.literal('category_counts'), categories, counts: grid })
const reliabilityInput = z.looseObject({
  kind: z.literal('reliability'),
  raters: z.array(z.unknown()).optional(),
  items: z.array(z.looseObject({ count: z.number().optional(), labels: z.array(category.nullable()) })),
  categories,
})
const triplesInput = z.looseObject({
  kind: z.literal('triples'),
  raters: z.array(z.unknown()).optional(),
  items: z.array(z.unknown()).optional(),
  categories,
  triples: z.array(
    z.union([
      z.tuple([z.unknown(), z.unknown(), category.nullable()]),
      z
        .looseObject({ rater: z.unknown(), item: z.unknown(), label: category.nullable() })
        .transform(({ rater, item, label }): [unknown, unknown, Category | null] => [rater, item, label]),
    ]),
  ),
})
/** A set is a value like any other where a measure only asks whether two are the same. */
const setLabel = z.array(z.unknown()).transform((set): Category => JSON.stringify(set.map(String).toSorted()))
const setsInput = z.looseObject({ kind: z.literal('set_reliability'), items: z.array(z.array(setLabel.nullable())) })
const codingInput = z.discriminatedUnion('kind', [contingencyInput, countsInput, reliabilityInput, triplesInput, setsInput])

/** The input as the schema has it; what does not fit is a form that is not known here. */
export function fitting<T extends z.ZodType>(schema: T, one: Case): z.infer<T> {
  const parsed = schema.safeParse(one.input)
  if (!parsed.success) throw new NotImplemented(`this form of input ${one.input.kind}`)
  return parsed.data
}

export interface Counted {
  readonly categories: readonly Category[]
  readonly items: readonly CountedItem[]
}

/** Items with their values counted, whoever gave them. */
export function countedOf(one: Case): Counted {
  if (one.input.kind !== 'category_counts') {
    const ratings = ratingsIn(one)
    return { categories: ratings.categories, items: countedItems(ratings) }
  }
  const { categories: names, counts } = fitting(countsInput, one)
  return {
    categories: names ?? Array.from(counts[0] ?? [], (_, index) => index),
    items: counts.map((row) => ({ count: 1, counts: row })),
  }
}

/** What each rater said. Counts without raters are taken as those of raters in any order, which α, Fleiss and the like may do. */
export function ratingsIn(one: Case): Ratings {
  const input = fitting(codingInput, one)
  switch (input.kind) {
    case 'contingency':
      return ofTable(input.categories ?? input.table.map((_, index) => index), input.table)
    case 'category_counts': {
      const raters = Math.max(0, ...input.counts.map((row) => row.reduce((sum, count) => sum + count, 0)))
      const names = input.categories ?? Array.from(input.counts[0] ?? [], (_, index) => index)
      const items = input.counts.map((row) => ({ labels: row.flatMap((count, index) => Array.from({ length: count }, () => names[index] ?? index)) }))
      return ratingsOf(raters, items, names)
    }
    case 'reliability': {
      const raters = Math.max(input.raters?.length ?? 0, ...input.items.map(({ labels }) => labels.length))
      return ofItems(raters, input.items.map(({ count, labels }) => ({ count: count ?? 1, labels })), input.categories)
    }
    case 'set_reliability':
      return ratingsOf(Math.max(0, ...input.items.map((sets) => sets.length)), input.items.map((labels) => ({ labels })))
    case 'triples': {
      const raters = names(input.raters, input.triples.map(([rater]) => rater))
      const labels = new Map<string, (Category | null)[]>(names(input.items, input.triples.map(([, item]) => item)).map((item) => [item, raters.map(() => null)]))
      for (const [rater, item, label] of input.triples) {
        const row = labels.get(nameOf(item))
        if (row) row[raters.indexOf(nameOf(rater))] = label
      }
      return ofItems(raters.length, [...labels.values()].map((row) => ({ labels: row })), input.categories)
    }
  }
}

function names(given: readonly unknown[] | undefined, occurring: readonly unknown[]): string[] {
  return [...new Set([...(given ?? []), ...occurring].map(nameOf))]
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The inventory, and after it what occurs without being in it. */
function ofItems(raters: number, items: readonly RawItem[], inventory: readonly Category[] | undefined): Ratings {
  if (!inventory) return ratingsOf(raters, items)
  const known = new Set<Category | null>(inventory)
  const extra = items.flatMap(({ labels }) => labels.filter((label) => label !== null && !known.has(label)))
  return ratingsOf(raters, items, [...inventory, ...inOrder(extra.filter((label) => label !== null))])
}

function ofTable(names: readonly Category[], table: readonly (readonly number[])[]): Ratings {
  const items = table.flatMap((row, i) => row.map((count, j) => ({ count, values: [i, j] }))).filter(({ count }) => count > 0)
  return { categories: names, raters: 2, items }
}

/** The table of two raters, and its categories. */
export function tableIn(one: Case): Measured<{ readonly table: Table; readonly categories: readonly Category[] }> {
  if (one.input.kind === 'contingency') {
    const { table, categories: names } = fitting(contingencyInput, one)
    return measured({ table: tableOf(table), categories: names ?? table.map((_, index) => index) })
  }
  const ratings = ratingsIn(one)
  if (ratings.raters < 2) return notDefined('needs_two_coders')
  return ratings.raters > 2 ? notDefined('too_many_coders') : measured({ table: contingency(ratings, 0, 1), categories: ratings.categories })
}

/** The first table of numbers among the parameters, whatever its name. */
export function tableParam(one: Case): number[][] | undefined {
  return Object.values(one.params ?? {}).map((value) => grid.safeParse(value).data).find((table) => table !== undefined && table.length > 0)
}

export function textParam(one: Case, ...keys: readonly string[]): string | undefined {
  const params = one.params ?? {}
  const value = keys.map((key) => params[key]).find((found) => typeof found === 'string')
  return typeof value === 'string' ? value : undefined
}

export function numberParam(one: Case, ...keys: readonly string[]): number | undefined {
  const sources = [one.params ?? {}, one.input]
  const value = sources.flatMap((source) => keys.map((key) => source[key])).find((found) => typeof found === 'number')
  return typeof value === 'number' ? value : undefined
}

export function listParam(one: Case, ...keys: readonly string[]): Category[] | undefined {
  const params = one.params ?? {}
  return keys.map((key) => z.array(category).safeParse(params[key]).data).find((list) => list !== undefined)
}
