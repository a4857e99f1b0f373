import { assign } from '../agreement/spans/assign.ts'
import { groupBy } from '../agreement/group.ts'
import { hullOf, type InterchangeAnnotation } from './interchange.ts'
import { nameKey } from './safe-names.ts'

/** How many differences there are between two annotations. */
export type Distance = (before: InterchangeAnnotation, after: InterchangeAnnotation) => number

export type Pairs = Map<InterchangeAnnotation, InterchangeAnnotation>

/** More annotations than this on top of each other are paired one after the other instead of weighed all together (n³). */
const MOST_WEIGHED = 200
/** More than any number of differences between two annotations. */
const MANY = 1_000_000

/**
 * Which annotation of `after` each of `before` has become: the pairing with the most labels and places kept, then with the fewest
 * differences. Where nobody else has the same label and place, there is nothing to weigh. Two that share neither are not one and
 * the same, unless they have one id.
 */
export function pairAnnotations(before: readonly InterchangeAnnotation[], after: readonly InterchangeAnnotation[], distance: Distance): Pairs {
  const pairs: Pairs = new Map()
  const free = new Set(after)
  const pair = (annotation: InterchangeAnnotation, other: InterchangeAnnotation): void => {
    pairs.set(annotation, other)
    free.delete(other)
  }
  const [ofBefore, ofAfter] = [groupBy(before, standing), groupBy(after, standing)]
  for (const [key, [annotation, ...more]] of ofBefore) {
    const [other, ...others] = ofAfter.get(key) ?? []
    if (annotation && other && more.length === 0 && others.length === 0) pair(annotation, other)
  }
  for (const heap of heaps(before.filter((annotation) => !pairs.has(annotation)), [...free])) {
    const weighed = Math.min(heap.before.length, heap.after.length) <= MOST_WEIGHED ? weigh(heap, distance) : oneByOne(heap, distance)
    for (const [annotation, other] of weighed) pair(annotation, other)
  }
  const byId = new Map([...free].map((annotation) => [annotation.id, annotation]))
  for (const annotation of before) {
    const other = pairs.has(annotation) ? undefined : byId.get(annotation.id)
    if (other && byId.delete(annotation.id)) pair(annotation, other)
  }
  return pairs
}

function standing({ label, fragments }: InterchangeAnnotation): string {
  return JSON.stringify([nameKey(label), fragments.map(({ start, end }) => [start, end])])
}

interface Heap {
  readonly before: InterchangeAnnotation[]
  readonly after: InterchangeAnnotation[]
}

/** Annotations that hang together by overlaps, from the first piece of each to its last. */
function heaps(before: readonly InterchangeAnnotation[], after: readonly InterchangeAnnotation[]): Heap[] {
  const all = [...before.map((annotation) => ({ annotation, side: 'before' as const })), ...after.map((annotation) => ({ annotation, side: 'after' as const }))]
    .map((item) => ({ ...item, ...hullOf(item.annotation) }))
    .toSorted((a, b) => a.start - b.start)
  const found: Heap[] = []
  let reach = -1
  for (const { annotation, side, start, end } of all) {
    if (start >= reach) found.push({ before: [], after: [] })
    found.at(-1)?.[side].push(annotation)
    reach = Math.max(reach, end, start + 1)
  }
  return found
}

/** In order of weight; undefined where they cannot be the same. */
function worthOf(a: InterchangeAnnotation, b: InterchangeAnnotation, distance: Distance): readonly [number, number, number] | undefined {
  const label = nameKey(a.label) === nameKey(b.label)
  const place = closeness(a, b)
  if (place === 0 || (!label && place < SAME_WORDS)) return undefined
  return [place + (label ? SAME_LABEL : 0), MANY - distance(a, b), a.id === b.id ? 1 : 0]
}

function weigh(heap: Heap, distance: Distance): [InterchangeAnnotation, InterchangeAnnotation][] {
  const taken = assign(heap.before.length, heap.after.length, (row, column) => {
    const [a, b] = [heap.before[row], heap.after[column]]
    return a && b ? worthOf(a, b, distance) : undefined
  })
  return heap.before.flatMap((annotation, row): [InterchangeAnnotation, InterchangeAnnotation][] => {
    const other = heap.after[taken[row] ?? -1]
    return other ? [[annotation, other]] : []
  })
}

function oneByOne(heap: Heap, distance: Distance): [InterchangeAnnotation, InterchangeAnnotation][] {
  const free = new Set(heap.after)
  const found: [InterchangeAnnotation, InterchangeAnnotation][] = []
  for (const annotation of heap.before) {
    const ranked = [...free].flatMap((other) => {
      const worth = worthOf(annotation, other, distance)
      return worth ? [{ other, worth }] : []
    })
    const [best] = ranked.toSorted((a, b) => b.worth[0] - a.worth[0] || b.worth[1] - a.worth[1] || b.worth[2] - a.worth[2])
    if (!best) continue
    free.delete(best.other)
    found.push([annotation, best.other])
  }
  return found
}

const SAME_LABEL = 32
const SAME_FIRST = 16
const SAME_WORDS = 8
const SAME_END = 2

/** Of places. The first piece counts most: a format without pieces makes several annotations of one, and the first keeps the rest of it. */
function closeness(a: InterchangeAnnotation, b: InterchangeAnnotation): number {
  const [hullA, hullB] = [hullOf(a), hullOf(b)]
  const [firstA, firstB] = [a.fragments[0], b.fragments[0]]
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)]
  const parts: readonly (readonly [boolean, number])[] = [
    [firstA?.start === firstB?.start && firstA?.end === firstB?.end, SAME_FIRST],
    [wordsA[0] === wordsB[0] && wordsA[1] === wordsB[1], SAME_WORDS],
    [hullA.start === hullB.start, SAME_END],
    [hullA.end === hullB.end, SAME_END],
    [hullA.start < hullB.end && hullB.start < hullA.end, 1],
  ]
  return parts.reduce((sum, [same, worth]) => sum + (same ? worth : 0), 0)
}

/** From the first word to the last, as formats without pieces and without blanks at the ends have it. */
function wordsOf(annotation: InterchangeAnnotation): readonly [number, number] {
  const { start, end } = hullOf(annotation)
  const [first, last] = [annotation.fragments[0]?.quote ?? '', annotation.fragments.at(-1)?.quote ?? '']
  return [start + first.length - first.trimStart().length, end - last.length + last.trimEnd().length]
}
