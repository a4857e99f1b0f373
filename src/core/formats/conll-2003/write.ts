import { sameJson } from '../../model/equal.ts'
import { optionOf, type AdapterOption, type FormatFile, type Serialized, type SerializeOptions } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { extraOf, hullOf, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet } from '../interchange.ts'
import { isObject } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { pathsFor } from '../per-person.ts'
import { createSafeNames, type SafeNames } from '../safe-names.ts'
import { writeTags, type TagScheme, type TagSpan } from '../tags.ts'
import { bordersOf, sentencesOf, tokenRange, trimmed, type Piece } from '../tokens.ts'
import type { Layout, Line } from './rows.ts'
import { build, FORMAT, isToken } from './sentences.ts'

export const OPTIONS: readonly AdapterOption[] = [
  { name: 'scheme', values: ['as read', 'iob1', 'iob2', 'bilou'], default: 'as read', for: 'write', help: 'how spans become tags; as read: as in the file that was imported, else iob2' },
]

export function serializeConll({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const asked = optionOf(OPTIONS, options.own, 'scheme')
  const wish: TagScheme | null = asked === 'iob1' || asked === 'iob2' || asked === 'bilou' ? asked : null
  const labels = createSafeNames((name) => /^[^\s|]+$/.test(name), scheme.labels)
  function* files(): Generator<FormatFile> {
    loseScheme(losses, scheme)
    // The documents of one file come one after the other.
    let open: { path: string; pieces: string[] }[] = []
    for (const document of documents) {
      const written = pathsFor(document, losses).map(({ path, set }) => ({ path: `${fileOf(set) ?? path}.${endingOf(set)}`, text: textOf(document, set, wish, labels, losses) }))
      const follows = written.every(({ path }, index) => open[index]?.path === path)
      if (!follows) {
        yield* open.map(({ path, pieces }) => ({ path, content: pieces }))
        open = written.map(({ path }) => ({ path, pieces: [] }))
      }
      for (const [index, { text }] of written.entries()) {
        const pieces = open[index]?.pieces ?? []
        if (pieces.length > 0) pieces.push('\n')
        pieces.push(text)
      }
    }
    yield* open.map(({ path, pieces }) => ({ path, content: pieces }))
  }
  return { files: files(), losses: losses.list }
}

function fileOf(set: InterchangeSet): string | null {
  const { file } = extraOf(set, FORMAT)
  return typeof file === 'string' ? file : null
}

function endingOf(set: InterchangeSet): string {
  const { ending } = extraOf(set, FORMAT)
  return typeof ending === 'string' && /^[A-Za-z0-9]{1,12}$/.test(ending) ? ending : 'conll'
}

interface Kept {
  readonly lines: readonly Line[]
  readonly layout: Layout
  readonly scheme: TagScheme | null
}

function keptOf(set: InterchangeSet): Kept | null {
  const { lines, layout, scheme } = extraOf(set, FORMAT)
  if (!Array.isArray(lines) || !isObject(layout)) return null
  const { separator, word, tags, inLine } = layout
  if (typeof separator !== 'string' || typeof word !== 'number' || typeof tags !== 'number') return null
  const known = (['iob1', 'iob2', 'bilou', 'iobes'] as const).find((name) => name === scheme)
  return { lines: lines.map((line): Line => (Array.isArray(line) ? line.map(String) : String(line))), layout: { separator, word, tags, inLine: inLine === true }, scheme: known ?? null }
}

function textOf(document: InterchangeDocument, set: InterchangeSet, wish: TagScheme | null, labels: SafeNames, losses: Losses): string {
  const kept = keptOf(set)
  const built = kept && build(kept.lines, kept.layout)
  if (!kept || !built || built.text !== document.text) return freshText(document, set, wish ?? 'iob2', labels, losses)
  const plain = ({ id: _id, ...rest }: InterchangeAnnotation) => rest
  if (wish === null && sameJson(built.annotations.map(plain), set.annotations.map(plain))) return joinLines(kept.lines, kept.layout)
  const rows = columnsOf(document, set, built.tokens, wish ?? kept.scheme ?? 'iob2', kept.layout.tags, labels, losses)
  if (!rows) return freshText(document, set, wish ?? kept.scheme ?? 'iob2', labels, losses)
  let next = 0
  const lines = kept.lines.map((line): Line => {
    if (!isToken(line)) return line
    while (built.tokens[next] === null) next += 1
    const tags = rows.map((column) => column[next] ?? 'O')
    next += 1
    return [...line.slice(0, line.length - tags.length), ...tags]
  })
  return joinLines(lines, kept.layout)
}

function joinLines(lines: readonly Line[], { separator, inLine }: Layout): string {
  if (!inLine) return lines.map((line) => (typeof line === 'string' ? line : line.join(separator))).join('\n')
  const sentences: string[][] = [[]]
  for (const line of lines) {
    if (typeof line === 'string') sentences.push([])
    else sentences.at(-1)?.push(line.join(separator))
  }
  return sentences.map((sentence) => sentence.join(' ')).join('\n')
}

/** Tags by column; null where an annotation cuts a token, so that the text must be cut anew. */
function columnsOf(document: InterchangeDocument, set: InterchangeSet, tokens: readonly (Piece | null)[], scheme: TagScheme, count: number, labels: SafeNames, losses: Losses): string[][] | null {
  const places = tokens.map((token, index) => ({ token, index })).filter((item): item is { token: Piece; index: number } => item.token !== null)
  const pieces = places.map(({ token }) => token)
  const ranges = set.annotations.map((annotation) => {
    const { start, end } = hullOf(annotation)
    const piece = trimmed(document.text, { start, end })
    return { annotation, piece, range: piece && tokenRange(pieces, piece.start, piece.end) }
  })
  if (ranges.some(({ piece, range }) => piece && !range)) return null
  loseAll(losses, document.sets[0] === set ? { ...document, sets: [set] } : { ...document, metadata: {}, sets: [set] }, FORMAT, ['metadata', 'statuses', 'notes', 'set notes', 'document values', 'timestamps', 'relations', 'attributes', 'fragments', 'ids', 'extra'])
  const columns: TagSpan[][] = Array.from({ length: count }, () => [])
  for (const { annotation, piece, range } of ranges.toSorted((a, b) => (a.piece?.start ?? 0) - (b.piece?.start ?? 0) || (b.piece?.end ?? 0) - (a.piece?.end ?? 0))) {
    const place = exampleOf(document, annotation)
    if (!piece || !range) {
      losses.add('annotations', 'annotations without words', place)
      continue
    }
    const span = { label: labels.of(annotation.label), start: places[range.first]?.index ?? 0, end: (places[range.last]?.index ?? 0) + 1 }
    const own = extraOf(annotation, FORMAT)['column']
    const column = columns[typeof own === 'number' && own < count ? own : 0]
    if (!column || (column.at(-1)?.end ?? 0) > span.start) {
      losses.add('annotations', 'annotations that overlap others', place)
      continue
    }
    if (tokens.slice(span.start, span.end).includes(null)) losses.add('places', 'spans over the end of a sentence were cut there', place)
    const hull = hullOf(annotation)
    if (piece.start !== hull.start || piece.end !== hull.end) losses.add('places', 'blanks at the ends of spans', place)
    if (span.label !== annotation.label) losses.add('labels', 'signs in names of labels', annotation.label)
    column.push(...cutAtSentences(span, tokens))
  }
  const borders = new Set(tokens.flatMap((token, index) => (token === null ? [index + 1] : [])))
  return columns.map((spans) => writeTags(spans, tokens.length, scheme, borders))
}

function cutAtSentences(span: TagSpan, tokens: readonly (Piece | null)[]): TagSpan[] {
  const cut: TagSpan[] = []
  let { start } = span
  for (let at = span.start; at <= span.end; at += 1) {
    if (at < span.end && tokens[at] !== null) continue
    if (at > start) cut.push({ label: span.label, start, end: at })
    start = at + 1
  }
  return cut
}

function freshText(document: InterchangeDocument, set: InterchangeSet, scheme: TagScheme, labels: SafeNames, losses: Losses): string {
  if (Object.keys(extraOf(set, FORMAT)).length > 0) losses.add('extra', 'other columns of the imported file, because the text or the tokens are no longer the same', document.name)
  const { text } = document
  // The borders of all sets, so that all have the same words.
  const borders = bordersOf(document)
  const sentences = sentencesOf(text, borders, document.sets.flatMap(({ annotations }) => annotations.map(hullOf)))
  const tokens = sentences.flatMap((sentence, index): (Piece | null)[] => (index === 0 ? sentence : [null, ...sentence]))
  const [tags] = columnsOf(document, set, tokens, scheme, 1, labels, losses) ?? []
  const rows = tokens.map((token, index) => (token ? `${text.slice(token.start, token.end)} _ _ ${tags?.[index] ?? 'O'}\n` : '\n'))
  loseBlanks(document, tokens, losses)
  return `-DOCSTART- -X- -X- O\n\n${rows.join('')}${rows.length > 0 ? '\n' : ''}`
}

/** Words stand with one blank between when they are read again. */
function loseBlanks({ name, text }: InterchangeDocument, tokens: readonly (Piece | null)[], losses: Losses): void {
  const again = tokens.map((token, index) => (token ? `${index > 0 && tokens[index - 1] !== null ? ' ' : ''}${text.slice(token.start, token.end)}` : '\n')).join('')
  if (again !== text) losses.add('text', 'blanks and blank lines, because words stand alone', name)
}
