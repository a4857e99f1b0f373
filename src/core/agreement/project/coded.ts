import { meaningOf, type Meaning } from '../../codebook/meaning.ts'
import { attributesOf } from '../../codebook/form.ts'
import { resolveId, storedValue } from '../../codebook/lookup.ts'
import type { Annotation } from '../../model/annotation.ts'
import type { Attribute, Codebook } from '../../model/codebook.ts'
import { createOffsetMap, type OffsetMap } from '../../text/code-points.ts'
import { wordRanges } from '../../text/count.ts'
import { graphemeFloor } from '../../text/graphemes.ts'
import type { Range } from '../../text/ranges.ts'
import { spanLength, type SpanLike } from '../spans/span.ts'
import type { AgreementRequest } from './request.ts'
import type { Selection } from './select.ts'

/** What one annotator said of an attribute: `unconfirmed` is a default that nobody looked at, and no answer. */
export type Answer = { readonly given: 'value'; readonly keys: readonly string[]; readonly amount?: number } | { readonly given: 'unconfirmed' }

/** A span as it is compared: the label that its id stands for now, offsets in code points. */
export interface CodedSpan extends SpanLike {
  readonly id: string
  readonly quote: string
  /** By attribute id; absent where nobody looked or the label does not carry it. */
  readonly answers: ReadonlyMap<string, Answer>
}

export interface CodedSet {
  readonly annotator: string
  readonly frozen: boolean
  /** When it was marked done. */
  readonly done: string
  readonly spans: readonly CodedSpan[]
}

export interface CodedArticle {
  readonly path: string
  /** In code points. */
  readonly length: number
  /** Words, in code points. */
  readonly tokens: readonly Range[]
  /** Two or more, in the order of annotators' keys. */
  readonly sets: readonly CodedSet[]
  /** Spans of no length, which count for nothing. */
  readonly empty: number
}

/** Articles as they are compared. `textOf` answers the text that the sets were verified against. */
export function codedArticle(
  { article, sets }: Selection['articles'][number],
  text: string,
  codebook: Codebook,
  { labels }: AgreementRequest,
): CodedArticle {
  const map = createOffsetMap(text)
  const wanted = labels && new Set(labels.map((id) => resolveId(codebook, 'label', id)))
  let empty = 0
  const coded = sets.map(({ set, frozen }): CodedSet => {
    const spans = set.annotations
      .map((annotation) => codedSpan(annotation, codebook, map))
      .filter((span) => {
        if (wanted && !wanted.has(span.label)) return false
        if (spanLength(span) === 0) empty += 1
        return spanLength(span) > 0
      })
    return { annotator: set.annotator.key, frozen, done: set.state.changed, spans }
  })
  const at = ({ start, end }: Range): Range => ({ start: map.toCodePoint(start), end: map.toCodePoint(end) })
  return { path: article, length: map.codePointLength, tokens: wordRanges(text).map(at), sets: coded, empty }
}

const LONGEST_QUOTE = 160

function codedSpan(annotation: Annotation, codebook: Codebook, map: OffsetMap): CodedSpan {
  const label = resolveId(codebook, 'label', annotation.label)
  const answers = new Map<string, Answer>()
  for (const attribute of compared(codebook, label)) {
    const stored = storedValue(codebook, annotation.attributes, attribute.id)?.value
    const answer = stored && answerOf(attribute, meaningOf(codebook, attribute, stored), stored.state === 'decided' ? stored.value : undefined)
    if (answer) answers.set(attribute.id, answer)
  }
  const quote = annotation.fragments.map((fragment) => fragment.quote).join(' … ')
  return {
    id: annotation.id,
    label,
    fragments: annotation.fragments.map(({ start, end }) => ({ start: map.toCodePoint(start), end: map.toCodePoint(end) })),
    quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, graphemeFloor(quote, LONGEST_QUOTE))}…` : quote,
    answers,
  }
}

const carriedBy = new WeakMap<Codebook, Map<string, readonly Attribute[]>>()

/** The attributes whose values are compared: a link is a relation, and not a value. Remembered, as it is asked for every span. */
export function compared(codebook: Codebook, label: string): readonly Attribute[] {
  const known = carriedBy.get(codebook) ?? new Map<string, readonly Attribute[]>()
  carriedBy.set(codebook, known)
  const made = known.get(label) ?? attributesOf(codebook, label).filter(({ type }) => type !== 'link')
  known.set(label, made)
  return made
}

/** “Not stated” and “does not apply” are answers like any other. */
function answerOf(attribute: Attribute, { answer, keys }: Meaning, value: unknown): Answer | undefined {
  if (answer === 'nothing') return undefined
  if (answer === 'unconfirmed') return { given: 'unconfirmed' }
  if (answer !== 'value') return { given: 'value', keys: [`(${answer})`] }
  return attribute.type === 'number' && typeof value === 'number' ? { given: 'value', keys, amount: value } : { given: 'value', keys }
}
