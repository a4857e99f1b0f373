import type { InterchangeAnnotation } from '../interchange.ts'
import { withExtra } from '../interchange.ts'
import { readTags } from '../tags.ts'
import { isDocStart, type Layout, type Line } from './rows.ts'

export const FORMAT = 'conll-2003'

export interface Built {
  readonly text: string
  /** Place of each token in the text, in order of the rows; null where a sentence ends. */
  readonly tokens: readonly ({ readonly start: number; readonly end: number } | null)[]
  readonly annotations: readonly InterchangeAnnotation[]
}

export function isToken(line: Line): line is readonly string[] {
  return typeof line !== 'string' && !isDocStart(line)
}

/** The text is the words with one blank between, each sentence on a line of its own; CoNLL does not say how it was. */
export function build(lines: readonly Line[], layout: Layout): Built {
  const tokens: ({ start: number; end: number } | null)[] = []
  const tags: (string | null)[][] = Array.from({ length: layout.tags }, () => [])
  const pieces: string[] = []
  let length = 0
  const put = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const line of lines) {
    if (!isToken(line)) {
      if (typeof line === 'string' && line.trim() !== '') continue
      if (tokens.length > 0 && tokens.at(-1) !== null) {
        tokens.push(null)
        for (const column of tags) column.push(null)
      }
      continue
    }
    if (tokens.length > 0) put(tokens.at(-1) === null ? '\n' : ' ')
    const word = line[layout.word] ?? ''
    tokens.push({ start: length, end: length + word.length })
    put(word)
    for (const [index, column] of tags.entries()) column.push(line.at(index - layout.tags) ?? 'O')
  }
  const text = pieces.join('')
  const found = tags.flatMap((column, index) =>
    readTags(column).flatMap(({ label, start, end }) => {
      const [from, to] = [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0]
      return [{ label, fragments: [{ start: from, end: to, quote: text.slice(from, to) }], attributes: {}, ...withExtra(FORMAT, { column: index === 0 ? undefined : index }) }]
    }),
  )
  const sorted = found.toSorted((a, b) => (a.fragments[0]?.start ?? 0) - (b.fragments[0]?.start ?? 0))
  return { text, tokens, annotations: sorted.map((annotation, index) => ({ id: `a${index + 1}`, ...annotation })) }
}
