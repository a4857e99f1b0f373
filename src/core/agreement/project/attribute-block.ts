import { custom, ordinal, type Metric } from '../coding/metrics.ts'
import { krippendorffAlpha } from '../coding/alpha.ts'
import { measured, notDefined, pick, type Measured } from '../result.ts'
import { masi } from '../sets/distance.ts'
import type { Attribute } from '../../model/codebook.ts'
import type { Answer } from './coded.ts'
import type { Layout, Tally } from './tally.ts'

/** How far apart two values of an attribute are, by its type. */
export type AttributeMetric = 'nominal' | 'ordinal' | 'interval' | 'sets'

export function metricOf({ type }: Pick<Attribute, 'type'>): AttributeMetric {
  if (type === 'scale') return 'ordinal'
  if (type === 'number') return 'interval'
  return type === 'choices' || type === 'entities' ? 'sets' : 'nominal'
}

/** Where the counts of one attribute lie, and what its values are. */
export interface AttributeBlock {
  readonly attribute: string
  readonly metric: AttributeMetric
  readonly at: number
  /** Places of the values, by their key. */
  readonly places: ReadonlyMap<string, number>
  /** Numbers are counted from here, so that squares stay exact. */
  readonly zero: number
  /** Of ordinal values and sets; undefined: there are too many. */
  readonly tabled: Metric | undefined
  readonly tables: boolean
}

/** Values with a partner; equal pairs; items; unconfirmed; not answered by all; not on the scale; Σδ², Σc, Σc² of numbers. */
const [VALUES, SAME, ITEMS, UNCONFIRMED, ALONE, OFF_SCALE, APART, SUM, SQUARES, HEAD] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Sets of values that differ, of which all pairs are compared. */
const MOST_SETS = 400

export function attributeBlock(layout: Layout, attribute: Attribute, answers: readonly Answer[]): AttributeBlock {
  const metric = metricOf(attribute)
  const given = answers.filter((answer) => answer.given === 'value')
  const keys = [...new Set(metric === 'ordinal' ? (attribute.values ?? []).map(({ id }) => id) : metric === 'interval' ? [] : given.map(keyOf))]
  const inOrder = metric === 'ordinal' ? keys : keys.toSorted()
  const tables = metric === 'ordinal' || (metric === 'sets' && keys.length <= MOST_SETS)
  const amounts = given.flatMap(({ amount }) => amount ?? [])
  return {
    attribute: attribute.id,
    metric,
    at: layout.take(HEAD + (tables ? keys.length ** 2 : keys.length)),
    places: new Map(inOrder.map((key, index) => [key, index])),
    zero: amounts.length > 0 ? Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length) : 0,
    tabled: !tables ? undefined : metric === 'ordinal' ? ordinal : setMetric(inOrder),
    tables,
  }
}

function setMetric(keys: readonly string[]): Metric {
  const sets = keys.map((key) => new Set<string>(JSON.parse(key) as string[]))
  return custom(sets.map((a) => sets.map((b) => masi(a, b))))
}

function keyOf(answer: Answer): string {
  return answer.given === 'value' ? JSON.stringify(answer.keys) : ''
}

export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean | undefined {
  return a?.given === 'value' && b?.given === 'value' ? keyOf(a) === keyOf(b) : undefined
}

/** What the annotators who marked the same span said, undefined where one said nothing. */
export function addAnswers(tally: Tally, block: AttributeBlock, answers: readonly (Answer | undefined)[]): void {
  const { at, metric, places, tables } = block
  const given = answers.flatMap((answer) => (answer?.given === 'value' ? answer : []))
  tally.add(at + UNCONFIRMED, answers.filter((answer) => answer?.given === 'unconfirmed').length)
  const onScale = given.filter((answer) => (metric === 'interval' ? answer.amount !== undefined : metric !== 'ordinal' || places.has(answer.keys[0] ?? '')))
  tally.add(at + OFF_SCALE, given.length - onScale.length)
  if (onScale.length < 2) return tally.add(at + ALONE, onScale.length)
  const n = onScale.length
  tally.add(at + VALUES, n)
  tally.add(at + ITEMS)
  for (const [index, answer] of onScale.entries()) {
    const place = places.get(metric === 'ordinal' ? (answer.keys[0] ?? '') : keyOf(answer)) ?? 0
    const amount = (answer.amount ?? 0) - block.zero
    if (metric === 'interval') tally.add(at + SUM, amount)
    if (metric === 'interval') tally.add(at + SQUARES, amount ** 2)
    if (metric !== 'interval' && !tables) tally.add(at + HEAD + place)
    for (const [other, theirs] of onScale.entries()) {
      if (other === index) continue
      if (keyOf(theirs) === keyOf(answer)) tally.add(at + SAME, 1 / (n - 1))
      if (metric === 'interval') tally.add(at + APART, ((theirs.amount ?? 0) - (answer.amount ?? 0)) ** 2 / (n - 1))
      if (tables) tally.add(at + HEAD + place * places.size + (places.get(metric === 'ordinal' ? (theirs.keys[0] ?? '') : keyOf(theirs)) ?? 0), 1 / (n - 1))
    }
  }
}

/** Share of equal pairs of values, which is 1 − D_o of nominal α. */
export function attributePercent(counts: Float64Array, { at }: AttributeBlock): Measured<number> {
  const values = counts[at + VALUES] ?? 0
  return values > 0 ? measured((counts[at + SAME] ?? 0) / values) : notDefined('no_items')
}

/**
 * Krippendorff's α with the metric of the attribute's type. Nominal and interval α need no table: D_e is (n² − Σn_c²)/(n(n − 1)), and
 * 2(nΣc² − (Σc)²)/(n(n − 1)). Undefined: `no_items`, `no_variation`; `too_large` for very many different sets.
 */
export function attributeAlpha(counts: Float64Array, block: AttributeBlock): Measured<number> {
  const { at, metric, places, tables, tabled } = block
  const n = counts[at + VALUES] ?? 0
  if (n === 0) return notDefined('no_items')
  if (tabled) {
    const cells = counts.subarray(at + HEAD, at + HEAD + places.size ** 2)
    return pick(krippendorffAlpha({ size: places.size, cells }, tabled), ({ alpha }) => alpha)
  }
  if (metric === 'sets' && !tables) return notDefined('too_large')
  let expected: number
  if (metric === 'interval') expected = 2 * (n * (counts[at + SQUARES] ?? 0) - (counts[at + SUM] ?? 0) ** 2)
  else {
    expected = n * n
    for (const many of counts.subarray(at + HEAD, at + HEAD + places.size)) expected -= many * many
  }
  const observed = metric === 'interval' ? (counts[at + APART] ?? 0) : n - (counts[at + SAME] ?? 0)
  const least = metric === 'interval' ? 1e-9 * n * (counts[at + SQUARES] ?? 0) : 0
  return expected > least ? measured(1 - (observed * (n - 1)) / expected) : notDefined('no_variation')
}

/** Items with two answers or more, and what was left out. */
export function attributeBasis(counts: Float64Array, { at }: AttributeBlock): { readonly used: number; readonly dropped: Record<string, number> } {
  const dropped: Record<string, number> = {}
  for (const [reason, place] of [['unconfirmed_default', UNCONFIRMED], ['no_second_answer', ALONE], ['not_on_the_scale', OFF_SCALE]] as const) {
    const many = counts[at + place] ?? 0
    if (many > 0) dropped[reason] = many
  }
  return { used: counts[at + ITEMS] ?? 0, dropped }
}
