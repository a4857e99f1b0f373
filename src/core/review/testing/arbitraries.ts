import fc from 'fast-check'
import type { CommandContext } from '../../annotating/commands.ts'
import { anchorOf } from '../../annotating/make-annotation.ts'
import { pledgesAndAgreements } from '../../codebook/starter.ts'
import type { Annotation, Relation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Value } from '../../model/value.ts'
import { withHashes, type ReviewedSet } from '../hash.ts'
import { aSetOf, AT } from './sets.ts'

/** A wire story with what text can do to offsets: emoji with joiners, combining marks, CJK, Arabic, a line break within. */
export const TEXT =
  'NORVIA (AP) — Norvia will deliver 40 ambulances 👩‍👩‍👧‍👦 to Cafe\u0301 Kest by June.\n\n“اتفقت الحكومتان” said the minister, 双方签署了协议。 ' +
  '🇰🇪 officials pledged e\u0301qual terms.\r\nThe third paragraph asks for a ceasefire at once.'

export const codebook = pledgesAndAgreements

const NAMES = ['Ana', 'Ines', 'Leo', 'Kim', 'Zoë']

/** Deterministic, plain, and different for different texts: enough to tell records apart. */
export function fakeSha256(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i += 1) hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(64, '0')
}

export function reviewed(set: AnnotationSet): ReviewedSet {
  return withHashes(set, fakeSha256)
}

/** Ids and times that count up. */
export function aContext(from = 1): CommandContext {
  let at = from * 1000
  return {
    text: TEXT,
    codebook,
    articleDate: '2031-03-04',
    environment: { now: () => (at += 1), random: (count) => new Uint8Array(count).fill(at % 251) },
  }
}

function someValue(): fc.Arbitrary<Value> {
  return fc.oneof(
    fc.record({ state: fc.constantFrom('decided' as const, 'default' as const), value: fc.constantFrom('direct', 'by June') }),
    fc.record({ state: fc.constant('decided' as const), value: fc.subarray([{ name: 'Norvia' }, { name: 'norvia ' }, { name: 'Kenya', code: 'KEN' }], { minLength: 1 }) }),
    fc.constant({ state: 'not_stated' as const }),
  )
}

/** Spans come from a few places, so that annotators meet, overlap and stack. */
export function someAnnotations(owner: string, most = 8): fc.Arbitrary<Annotation[]> {
  const one = fc.record({
    at: fc.array(fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 2 }),
    label: fc.constantFrom('pledge', 'agreement', 'demand'),
    attributes: fc.dictionary(fc.constantFrom('actor', 'comment', 'topic'), someValue(), { noNullPrototype: true, maxKeys: 2 }),
  })
  return fc.array(one, { maxLength: most }).map((drafts) =>
    drafts.flatMap(({ at, label, attributes }, index) => {
      const anchor = anchorOf(TEXT, at.map(([start, length]) => ({ start: start * 15, end: start * 15 + length * 7 })))
      return anchor ? [{ id: `${owner}-${String(index).padStart(2, '0')}`, label, ...anchor, attributes, created: AT, modified: AT }] : []
    }),
  )
}

/** Up to five annotators' sets on one article, each with a few relations. */
export function someSets(options: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<ReviewedSet[]> {
  const { minLength = 0, maxLength = NAMES.length } = options
  return fc.integer({ min: minLength, max: maxLength }).chain((count) =>
    fc.tuple(
      ...NAMES.slice(0, count).map((name) =>
        fc
          .record({
            annotations: someAnnotations(name),
            links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('responds_to', 'part_of')), { maxLength: 3 }),
            done: fc.integer({ min: 0, max: 3 }),
          })
          .map(({ annotations, links, done }) => {
            const state = { status: done === 0 ? ('in_progress' as const) : ('done' as const), changed: AT }
            return reviewed(aSetOf(name, annotations, { state, relations: relationsAmong(name, annotations, links) }))
          }),
      ),
    ),
  )
}

function relationsAmong(name: string, annotations: readonly Annotation[], links: readonly (readonly [number, number, string])[]): Relation[] {
  return links.flatMap(([a, b, type], index) => {
    const [from, to] = [annotations[a % Math.max(1, annotations.length)], annotations[b % Math.max(1, annotations.length)]]
    if (!from || !to || from === to) return []
    const end = (record: Annotation): Relation['from'] => ({ article: 'a.txt', annotation: record.id })
    return [{ id: `${name}-r${index}`, type, from: end(from), to: end(to), created: AT, modified: AT }]
  })
}

/** The same things in another order. */
export function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, index) => ({ item, key: keys[index % Math.max(1, keys.length)] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
