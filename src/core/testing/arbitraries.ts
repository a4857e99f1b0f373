import fc from 'fast-check'
import { compareAnnotations, type Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { SetDiff } from '../model/gesture.ts'
import type { Value } from '../model/value.ts'

/** Text as people meet it: emoji with joiners and flags, combining marks, right-to-left, CJK, tabs, no-break spaces. */
export function aText(options: { minPieces?: number; maxPieces?: number } = {}): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    'will deliver 40 ambulances', 'pledge', ' ', '\n', '\n\n', '\t', '\u00a0', '👩‍👩‍👧‍👦', '🇰🇪', '👍🏽', 'e\u0301', 'ñ',
    'اتفقت', 'הסכם', '签署了协议', 'ไทย', '한국', '“', '”', '.', ',', 'x',
  )
  return fc
    .array(piece, { minLength: options.minPieces ?? 1, maxLength: options.maxPieces ?? 40 })
    .map((pieces) => pieces.join(''))
}

export function aTimestamp(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms).toISOString())
}

export function aValue(): fc.Arbitrary<Value> {
  return fc.oneof(
    fc.record({ state: fc.constantFrom('decided' as const, 'default' as const), value: fc.string() }),
    fc.record({ state: fc.constantFrom('not_stated' as const, 'not_applicable' as const) }),
  )
}

/** An annotation on a text; offsets are UTF-16 and the quote is the slice (grapheme clusters are not minded here). */
export function anAnnotation(text: string): fc.Arbitrary<Annotation> {
  return fc
    .record({
      id: fc.uuid(),
      label: fc.constantFrom('pledge', 'agreement', 'provision'),
      at: fc.tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length - 1 })),
      attributes: fc.dictionary(fc.constantFrom('actor', 'topic', 'comment'), aValue(), { noNullPrototype: true }),
      created: aTimestamp(),
      modified: aTimestamp(),
    })
    .map(({ at, ...rest }) => {
      const start = Math.min(...at)
      const end = Math.max(...at) + 1
      return { ...rest, fragments: [{ start, end, quote: text.slice(start, end) }], prefix: '', suffix: '' }
    })
}

export function aSet(minimum = 0): fc.Arbitrary<AnnotationSet> {
  return aText()
    .chain((text) => fc.uniqueArray(anAnnotation(text), { minLength: minimum, maxLength: 12, selector: (a) => a.id }))
    .map((annotations) => ({
      format: 'concord/annotation-set' as const,
      version: 1 as const,
      article: { path: 'a.txt', text_sha256: '0'.repeat(64) },
      annotator: { key: 'ines', name: 'Ines' },
      codebook: '0'.repeat(64),
      revision: 0,
      state: { status: 'in_progress' as const, changed: '2031-03-04T00:00:00.000Z' },
      annotations: annotations.toSorted(compareAnnotations),
      relations: [],
    }))
}

/** A set and a diff that fits it: some records removed, some changed, some added. */
export function aSetWithDiff(): fc.Arbitrary<{ set: AnnotationSet; diff: SetDiff }> {
  return fc
    .record({ set: aSet(), fate: fc.array(fc.nat({ max: 2 }), { minLength: 12, maxLength: 12 }), extra: aSet(), done: fc.boolean() })
    .map(({ set, fate, extra, done }) => {
      const taken = new Set(set.annotations.map((annotation) => annotation.id))
      const state = { from: set.state, to: { status: 'done' as const, changed: '2031-03-05T00:00:00.000Z' } }
      return {
        set,
        diff: {
          annotations: {
            added: extra.annotations.filter((annotation) => !taken.has(annotation.id)),
            updated: set.annotations
              .filter((_, index) => fate[index] === 1)
              .map((from) => ({ from, to: { ...from, label: 'demand' } })),
            removed: set.annotations.filter((_, index) => fate[index] === 2),
          },
          relations: { added: [], updated: [], removed: [] },
          state: done ? state : null,
        },
      }
    })
}
