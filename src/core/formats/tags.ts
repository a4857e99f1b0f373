/** Spans as tags on tokens, in the schemes of the field. */
export type TagScheme = 'iob1' | 'iob2' | 'bilou' | 'iobes'

export interface TagSpan {
  readonly label: string
  /** Numbers of tokens; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

const TAG = /^([BILUESO])-(.+)$/s

export function isOutside(tag: string): boolean {
  return tag === 'O' || tag === '_' || tag === ''
}

export function isTag(tag: string): boolean {
  return tag === 'O' || tag === '_' || TAG.test(tag)
}

/** Reads any scheme, as conlleval does: what continues nothing of its type begins. Null is a border that no span crosses. */
export function readTags(tags: readonly (string | null)[]): TagSpan[] {
  const spans: TagSpan[] = []
  let open: { label: string; start: number } | null = null
  const close = (end: number): void => {
    if (open) spans.push({ ...open, end })
    open = null
  }
  for (const [index, tag] of tags.entries()) {
    const [, letter = 'O', label = ''] = (tag === null ? null : TAG.exec(tag)) ?? []
    const continues: boolean = (letter === 'I' || letter === 'L' || letter === 'E') && openLabel(open) === label
    if (!continues) {
      close(index)
      if (letter !== 'O') open = { label, start: index }
    }
    if (letter !== 'I' && letter !== 'B' && letter !== 'O') close(index + 1)
  }
  close(tags.length)
  return spans
}

/** Spans must be apart and in order. `borders` are numbers of tokens before which a sentence begins: iob1 needs no B there. */
export function writeTags(spans: readonly TagSpan[], length: number, scheme: TagScheme, borders: ReadonlySet<number>): string[] {
  const tags = Array.from({ length }, () => 'O')
  let before: TagSpan | null = null
  for (const span of spans) {
    const touches: boolean = before !== null && before.end === span.start && before.label === span.label && !borders.has(span.start)
    for (let at = span.start; at < span.end; at += 1) tags[at] = `${letterAt(at, span, scheme, touches)}-${span.label}`
    before = span
  }
  return tags
}

/** Which scheme tags are in, where they show it. */
export function schemeOf(tags: readonly (string | null)[]): TagScheme | null {
  const letters = new Set(tags.map((tag) => (tag === null ? undefined : TAG.exec(tag)?.[1])))
  if (letters.has('L') || letters.has('U')) return 'bilou'
  if (letters.has('E') || letters.has('S')) return 'iobes'
  if (!letters.has('I') && !letters.has('B')) return null
  const opens = tags.some((tag, index) => tag?.startsWith('I-') && tags[index - 1]?.slice(2) !== tag.slice(2))
  return opens ? 'iob1' : 'iob2'
}

function letterAt(at: number, { start, end }: TagSpan, scheme: TagScheme, touches: boolean): string {
  const first = at === start
  if (scheme === 'iob1') return first && touches ? 'B' : 'I'
  if (scheme === 'iob2') return first ? 'B' : 'I'
  const [last, single] = scheme === 'bilou' ? ['L', 'U'] : ['E', 'S']
  if (first) return end - start === 1 ? single : 'B'
  return at === end - 1 ? last : 'I'
}

function openLabel(open: { readonly label: string } | null): string | null {
  return open?.label ?? null
}
