/** One stand-off span of the synthetic article: UTF-16 offsets, end exclusive, on word boundaries. `label` is an index. */
export interface CorpusSpan {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly label: number
}

export interface Corpus {
  readonly text: string
  readonly spans: readonly CorpusSpan[]
  /** Not yet there: to be added around the middle, one after the other. */
  readonly additions: readonly CorpusSpan[]
}

export interface CorpusSize {
  readonly bytes: number
  readonly spans: number
}

export const sizes: Readonly<Record<string, CorpusSize>> = {
  '100kb': { bytes: 100_000, spans: 500 },
  '1mb': { bytes: 1_000_000, spans: 5_000 },
  '5mb': { bytes: 5_000_000, spans: 20_000 },
}

export const LABELS = 4
const ADDITIONS = 12
/** Of all spans, so many overlap another: inside it, across its end, or exactly on it. */
const OVERLAPPING = 0.3

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WORDS =
  'the port council of Kestera said that it will reopen both river crossings by June if Norvia and Estal agree on transit fees which were left unpaid after a previous arrangement collapsed while ministers delegations observers mediators repeated their pledge to deliver forty ambulances rail freight data and training under an accord signed on Tuesday'.split(
    ' ',
  )

function sentence(random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 18) }, () => WORDS[Math.floor(random() * WORDS.length)] ?? 'the')
  const [first = 'the'] = words
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${words.slice(1).join(' ')}.`
}

/** ASCII, so that bytes are UTF-16 units; a paragraph is a line of two to six sentences. */
function makeText(bytes: number, random: () => number): string {
  const lines: string[] = []
  for (let length = 0; length < bytes; ) {
    const line = Array.from({ length: 2 + Math.floor(random() * 5) }, () => sentence(random)).join(' ')
    lines.push(line)
    length += line.length + 1
  }
  const text = lines.join('\n').slice(0, bytes)
  return text.replace(/\s$/, '.')
}

/** The first start of a word at or after `from` and the end of the word `words` further, in one line; `null` at a line's end. */
function wordsFrom(text: string, from: number, words: number): { start: number; end: number } | null {
  let start = from
  while (start > 0 && start < text.length && /\S/.test(text.charAt(start - 1))) start += 1
  let end = start
  for (let taken = 0; taken < words && end < text.length; taken += 1) {
    const blank = text.slice(end + 1, end + 40).search(/\s/)
    if (blank === -1) break
    end += 1 + blank
    if (text.charAt(end) === '\n') break
  }
  return end > start && !text.slice(start, end).includes('\n') ? { start, end } : null
}

/** The same article and spans for the same size. */
export function makeCorpus({ bytes, spans: count }: CorpusSize, seed = 7): Corpus {
  const random = randomFrom(seed)
  const text = makeText(bytes, random)
  const spans: CorpusSpan[] = []
  const add = (list: CorpusSpan[], range: { start: number; end: number }): void => {
    const id = `0190f1d2-0000-7000-8000-${String(spans.length + (list === spans ? 0 : 900_000 + list.length)).padStart(12, '0')}`
    list.push({ id, ...range, label: Math.floor(random() * LABELS) })
  }
  const bases = Math.round(count * (1 - OVERLAPPING))
  const slot = bytes / bases
  // A base takes at most half of its slot, so that bases stay apart and what overlaps one overlaps no other.
  const most = Math.min(10, Math.floor(slot / 20))
  for (let index = 0; index < bases; index += 1) {
    const room = wordsFrom(text, Math.floor(index * slot + random() * slot * 0.25), 2 + Math.floor(random() * most))
    const base = room ?? wordsFrom(text, Math.floor(index * slot + slot * 0.4), 3)
    if (!base) continue
    add(spans, base)
    if (random() >= (count - bases) / bases) continue
    const kind = random()
    const inner = wordsFrom(text, base.start + Math.floor((base.end - base.start) / 2), kind < 0.4 ? 1 : 4)
    add(spans, kind > 0.8 || !inner || inner.start >= base.end ? base : inner)
  }
  const additions: CorpusSpan[] = []
  for (let at = Math.floor(bytes / 2); additions.length < ADDITIONS; at += 60) {
    const range = wordsFrom(text, at, 4)
    if (range) add(additions, range)
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end), additions }
}
