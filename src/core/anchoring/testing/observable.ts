import { textOf, type Paragraph } from './written-article.ts'

interface Standing {
  readonly id: number
  readonly text: string
  readonly previous: string
  readonly next: string
}

/**
 * Whether a reader of both texts could tell what was done. Where of two equal paragraphs one takes the other's place beside a
 * neighbour, or a sentence goes and comes again word for word, nobody could: there is no truth to measure by.
 */
export function isObservable(before: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  const old = standings(before)
  const now = standings(after)
  const exchanged = now.some(
    (one) =>
      one.text === one.previous ||
      old.some((other) => other.id !== one.id && other.text === one.text && (other.previous === one.previous || other.next === one.next)),
  )
  return !exchanged && !comesAgain(before, after)
}

function comesAgain(before: readonly Paragraph[], after: readonly Paragraph[]): boolean {
  const old = sentencesOf(before)
  const now = sentencesOf(after)
  const gone = new Set([...old].flatMap(([id, text]) => (now.has(id) ? [] : [text])))
  return [...now].some(([id, text]) => !old.has(id) && gone.has(text))
}

/** By the identity of the first character. */
function sentencesOf(paragraphs: readonly Paragraph[]): Map<number, string> {
  return new Map(paragraphs.flat().map((sentence) => [sentence[0]?.id ?? -1, textOf(sentence)]))
}

function standings(paragraphs: readonly Paragraph[]): Standing[] {
  const texts = paragraphs.map((paragraph) => paragraph.map(textOf).join(' '))
  return paragraphs.map((paragraph, index) => ({
    id: paragraph[0]?.[0]?.id ?? -1,
    text: texts[index] ?? '',
    previous: texts[index - 1] ?? '',
    next: texts[index + 1] ?? '',
  }))
}
