import type { SpanLike } from './span.ts'

/** How sequences of tags are read: see `spansOfTags`. */
export type TagScheme = 'iob2' | 'iobes' | 'lenient'

/**
 * The spans of a sequence of tags such as B-ORG, in token offsets. `iob2`: a span begins with B and goes on with I of the same
 * label; anything else is no span. `iobes` (BILOU): S or U alone, or B … E (L). `lenient` (conlleval): a span goes on as long as
 * the label does and no tag begins a new one, so that I without B is one too.
 */
export function spansOfTags(tags: readonly string[], scheme: TagScheme): SpanLike[] {
  const spans: SpanLike[] = []
  let open: { label: string; start: number } | undefined
  const close = (end: number): void => {
    if (open) spans.push({ label: open.label, fragments: [{ start: open.start, end }] })
    open = undefined
  }
  for (const [at, tag] of tags.entries()) {
    const place = tag.slice(0, 1)
    const label = tag.slice(2)
    const goesOn = open?.label === label && 'IEL'.includes(place)
    if (scheme === 'iobes') {
      if (place === 'S' || place === 'U') spans.push({ label, fragments: [{ start: at, end: at + 1 }] })
      if (goesOn && place !== 'I') close(at + 1)
      else if (!goesOn) open = place === 'B' ? { label, start: at } : undefined
      continue
    }
    if (goesOn && place === 'I') continue
    if (scheme === 'lenient' && goesOn) {
      close(at + 1)
      continue
    }
    close(at)
    if (place === 'B' || (scheme === 'lenient' && tag !== 'O')) open = { label, start: at }
    if (scheme === 'lenient' && 'SULE'.includes(place)) close(at + 1)
  }
  if (scheme !== 'iobes') close(tags.length)
  return spans
}
