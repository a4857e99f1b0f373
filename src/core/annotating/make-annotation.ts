import type { Annotation, Fragment } from '../model/annotation.ts'
import { newId, timestamp } from '../model/environment.ts'
import { defaultValues } from '../codebook/defaults.ts'
import type { Range } from '../text/ranges.ts'
import { contextOf } from '../text/selector.ts'
import { tidySelection } from '../text/trim.ts'
import type { CommandContext } from './commands.ts'

/** How far around a span the defaults may look, for quotation marks. UTF-16. */
const NEIGHBOURHOOD = 200

/** What an annotation is anchored by. */
export type Anchor = Pick<Annotation, 'fragments' | 'prefix' | 'suffix'>

/**
 * The anchor of a selection of one piece or several, UTF-16: blank ends off, grapheme clusters whole, pieces in text order,
 * pieces that touch or overlap joined. Null when nothing but blanks is selected.
 */
export function anchorOf(text: string, ranges: readonly Range[]): Anchor | null {
  const tidy = ranges
    .map((range) => tidySelection(text, range))
    .filter((range) => range !== null)
    .toSorted((a, b) => a.start - b.start)
  const joined: Range[] = []
  for (const range of tidy) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  const [first] = joined
  const last = joined.at(-1)
  if (!first || !last) return null
  const fragments: Fragment[] = joined.map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }))
  return { fragments, ...contextOf(text, first.start, last.end) }
}

/** What the defaults of a label are computed from. */
export function defaultsContext(context: CommandContext, anchor: Anchor, attributes: Annotation['attributes']) {
  const start = anchor.fragments[0]?.start ?? 0
  const end = anchor.fragments.at(-1)?.end ?? start
  return {
    articleDate: context.articleDate,
    quote: context.text.slice(start, end),
    before: context.text.slice(Math.max(0, start - NEIGHBOURHOOD), start),
    after: context.text.slice(end, end + NEIGHBOURHOOD),
    attributes,
  }
}

/** A new annotation with the label's defaults, unconfirmed. */
export function makeAnnotation(context: CommandContext, label: string, anchor: Anchor): Annotation {
  const now = timestamp(context.environment.now())
  return {
    id: newId(context.environment),
    label,
    ...anchor,
    attributes: defaultValues(context.codebook, label, defaultsContext(context, anchor, {})),
    created: now,
    modified: now,
  }
}
