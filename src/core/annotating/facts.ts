import { nameOfAttribute, nameOfLabel } from '../codebook/lookup.ts'
import { hullEnd, hullStart, quoteOf, type Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import type { GestureKind, SetDiff } from '../model/gesture.ts'
import { graphemeFloor } from '../text/graphemes.ts'
import { collapseBlank } from '../text/trim.ts'
import type { Command } from './commands.ts'
import { compareInnermost } from './span-index.ts'

/** What an action did, as far as somebody who does not see it wants to know; worded where it is said. */
export interface DoneFacts {
  readonly kind: GestureKind
  /** Annotations that it touched. */
  readonly count: number
  /** Marked words of the first of them, in short. */
  readonly quote: string
  /** Name of its label as it is now. */
  readonly label: string
  /** Name of the attribute that it is about; null for all that is about none. */
  readonly attribute: string | null
  /** Of the article, after a change of its status. */
  readonly done: boolean
}

/** What lies under a caret, the innermost first. */
export interface PlaceFacts {
  readonly ids: readonly string[]
  /** Names of their labels. */
  readonly labels: readonly string[]
  /** Marked words of the innermost, in short. */
  readonly quote: string
}

/** UTF-16; a longer quote is cut between characters. */
const LONGEST_QUOTE = 80

export function inShort(text: string): string {
  const plain = collapseBlank(text)
  return plain.length <= LONGEST_QUOTE ? plain : `${plain.slice(0, graphemeFloor(plain, LONGEST_QUOTE)).trimEnd()}…`
}

export function doneFacts(codebook: Codebook, command: Command, diff: SetDiff): DoneFacts {
  const { added, updated, removed } = diff.annotations
  const waiting = (diff.unplaced?.removed ?? []).concat((diff.unplaced?.updated ?? []).map(({ to }) => to)).map(({ annotation }) => annotation)
  const touched: readonly Annotation[] = [...added, ...updated.map(({ to }) => to), ...removed, ...(added.length > 0 ? [] : waiting)]
  const [first] = touched
  return {
    kind: command.kind,
    count: touched.length,
    quote: first ? inShort(quoteOf(first)) : '',
    label: first ? nameOfLabel(codebook, first.label) : '',
    attribute: 'attribute' in command && typeof command.attribute === 'string' ? nameOfAttribute(codebook, command.attribute) : null,
    done: diff.state?.to.status === 'done',
  }
}

/** What the character behind a caret belongs to; UTF-16. */
export function placeFacts(codebook: Codebook, set: AnnotationSet, caret: number): PlaceFacts {
  const here = set.annotations
    // Of tens of thousands, after every gesture: most are left out without being taken apart.
    .filter((annotation) => hullStart(annotation) <= caret && caret < hullEnd(annotation))
    .flatMap((annotation) => annotation.fragments.filter(({ start, end }) => start <= caret && caret < end).map((range) => ({ annotation, range })))
    .toSorted((a, b) => compareInnermost(a.range, b.range))
    .map(({ annotation }) => annotation)
  const [innermost] = here
  return {
    ids: here.map(({ id }) => id),
    labels: here.map(({ label }) => nameOfLabel(codebook, label)),
    quote: innermost ? inShort(quoteOf(innermost)) : '',
  }
}
