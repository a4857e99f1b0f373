import { below, type Random } from '../../agreement/random.ts'
import type { Annotation } from '../../model/annotation.ts'
import { contextOf } from '../../text/selector.ts'
import { snapToGraphemes } from '../../text/graphemes.ts'
import type { Range } from '../../text/ranges.ts'
import { reanchor } from '../reanchor.ts'
import { edited, type EditKind } from './edits.ts'
import { isObservable } from './observable.ts'
import { createWriter, textOf, written, type Glyph, type Paragraph } from './written-article.ts'

/** How one annotation fared: what is true of it, and what was done. */
export interface Fared {
  readonly kind: EditKind
  /** `same`: its characters are all there, as they were. `changed`: some are. `gone`: none. */
  readonly truth: 'same' | 'changed' | 'gone'
  readonly outcome: 'exact' | 'moved' | 'asked'
  /** Placed without asking, and not where its own characters are. */
  readonly wrong: boolean
}

export interface Trial {
  readonly before: string
  readonly after: string
  readonly annotations: readonly Annotation[]
  readonly fared: readonly Fared[]
}

const STAMP = '2031-03-04T09:15:00.000Z'

/** One article with annotations, edited in one way; every character is known, so that nobody has to judge what is right. */
export function trial(random: Random, kind: EditKind): Trial {
  const writer = createWriter(random)
  const drawn = Array.from({ length: 3 + below(random, 12) }, () => (random() < 0.25 ? writer.boilerplate() : writer.paragraph()))
  // Equal paragraphs one after the other could change places unseen.
  const paragraphs = drawn.filter((paragraph, index) => index === 0 || said(paragraph) !== said(drawn[index - 1] ?? []))
  const old = written(paragraphs)
  const now = written(untilObservable(() => edited(paragraphs, kind, random, writer), paragraphs))
  const before = textOf(old)
  const after = textOf(now)
  const annotations = Array.from({ length: 20 }, (_, index) => annotate(before, index, random))
  const { placed } = reanchor(annotations, { before, after })
  const found = new Map(placed.map(({ from, to, outcome }) => [from.id, { to, outcome }]))
  const places = new Map(now.map(({ id }, index) => [id, index]))
  const fared = annotations.map((annotation): Fared => {
    const truths = annotation.fragments.map((fragment) => truthOf(old, now, places, fragment))
    const truth = truths.every(({ kind: each }) => each === 'same') ? 'same' : truths.every(({ kind: each }) => each === 'gone') ? 'gone' : 'changed'
    const place = found.get(annotation.id)
    const right = place?.to.fragments.every(({ start }, index) => truths[index]?.start === start)
    return { kind, truth, outcome: place?.outcome ?? 'asked', wrong: right === false }
  })
  return { before, after, annotations, fared }
}

function said(paragraph: Paragraph): string {
  return paragraph.map(textOf).join(' ')
}

/** Where no edit of a kind leaves a truth, as in an article of nothing but equal paragraphs, the article stays as it is. */
function untilObservable(draw: () => Paragraph[], before: readonly Paragraph[]): Paragraph[] {
  for (let tries = 0; tries < 30; tries += 1) {
    const drawn = draw()
    if (isObservable(before, drawn)) return drawn
  }
  return [...before]
}

/** Where the fragment's own characters are now. `start` is null when they are not all there in a row. */
function truthOf(old: readonly Glyph[], now: readonly Glyph[], places: ReadonlyMap<number, number>, { start, end }: Range): { kind: Fared['truth']; start: number | null } {
  const own = old.slice(start, end)
  const known = own.flatMap((glyph, index) => (glyph.id === -1 ? [] : [{ place: places.get(glyph.id), index }]))
  const there = known.filter(({ place }) => place !== undefined)
  if (there.length === 0) return { kind: 'gone', start: null }
  const [first] = there
  const from = (first?.place ?? 0) - (first?.index ?? 0)
  const intact =
    there.length === known.length && there.every(({ place, index }) => place === from + index) && own.every((glyph, index) => now[from + index]?.unit === glyph.unit)
  return intact ? { kind: 'same', start: from } : { kind: 'changed', start: null }
}

function annotate(text: string, index: number, random: Random): Annotation {
  const ranges = random() < 0.15 ? pieces(text, random) : [piece(text, below(random, text.length), random)]
  const fragments = ranges.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }))
  const start = fragments[0]?.start ?? 0
  const end = fragments.at(-1)?.end ?? 0
  return { id: `a${index}`, label: 'pledge', fragments, ...contextOf(text, start, end), attributes: {}, created: STAMP, modified: STAMP }
}

/** From one word to a few sentences. */
function piece(text: string, at: number, random: Random): Range {
  const choice = random()
  const length = choice < 0.35 ? 3 + below(random, 12) : choice < 0.8 ? 15 + below(random, 60) : 60 + below(random, 240)
  const start = Math.max(0, Math.min(at, text.length - 2))
  const { start: from, end } = snapToGraphemes(text, { start, end: Math.min(text.length, start + length) })
  return { start: from, end }
}

function pieces(text: string, random: Random): Range[] {
  const first = piece(text, below(random, Math.max(1, text.length - 120)), random)
  if (first.end + 20 >= text.length) return [first]
  const second = piece(text, first.end + 4 + below(random, 40), random)
  return second.start > first.end ? [first, second] : [first]
}
