import { normaliseText } from '../../text/normalise.ts'
import { withExtra, type InterchangeAnnotation } from '../interchange.ts'
import { isTag, readTags } from '../tags.ts'
import type { Piece } from '../tokens.ts'
import { formOf, miscOf, unescapeSpaces, type Sentence, type Word } from './syntax.ts'

export const FORMAT = 'conllu'

/** Keys of MISC under which projects write spans as tags. */
export const SPAN_KEY = /^(?:NE\d*|NER|ner|ne|name|NamedEntity)$/

export interface Built {
  readonly text: string
  /** What stands in the text, in order: ranges instead of their words, no empty nodes. */
  readonly surface: readonly { readonly word: Word; readonly place: Piece; readonly sentence: number }[]
  readonly annotations: readonly InterchangeAnnotation[]
}

/** The text by FORM and the blanks that MISC tells; each sentence on a line where it tells nothing. */
export function build(sentences: readonly Sentence[]): Built {
  const surface: { word: Word; place: Piece; sentence: number }[] = []
  const pieces: string[] = []
  let length = 0
  let between = ''
  const put = (piece: string) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const [index, { comments, words }] of sentences.entries()) {
    if (index > 0 && comments.some((line) => /^# newpar\b/.test(line)) && between === '\n') between = '\n\n'
    const shown = surfaceOf(words)
    for (const [at, word] of shown.entries()) {
      const misc = new Map(miscOf(word))
      const before = misc.get('SpacesBefore')
      const form = plain(formOf(word))
      put(before === undefined ? between : blanks(before))
      surface.push({ word, place: { start: length, end: length + form.length }, sentence: index })
      put(form)
      const after = misc.get('SpacesAfter')
      const last = at === shown.length - 1
      between = after !== undefined ? blanks(after) : misc.get('SpaceAfter') === 'No' ? '' : last ? '\n' : ' '
    }
  }
  // What stands after the last word is said only by SpacesAfter.
  const end = surface.at(-1)
  if (end && miscOf(end.word).some(([key]) => key === 'SpacesAfter')) put(between)
  const text = pieces.join('')
  const keys = [...new Set(surface.flatMap(({ word }) => miscOf(word).flatMap(([key, value]) => (SPAN_KEY.test(key) && isTag(value) ? [key] : []))))]
  const found = keys.flatMap((key) => spansOf(key, surface, text))
  const sorted = found.toSorted((a, b) => (a.fragments[0]?.start ?? 0) - (b.fragments[0]?.start ?? 0) || (b.fragments[0]?.end ?? 0) - (a.fragments[0]?.end ?? 0))
  return { text, surface, annotations: sorted.map((annotation, index) => ({ id: `a${index + 1}`, ...annotation })) }
}

function spansOf(key: string, surface: Built['surface'], text: string): Omit<InterchangeAnnotation, 'id'>[] {
  const tags: (string | null)[] = []
  const places: (Piece | null)[] = []
  for (const [index, { word, place, sentence }] of surface.entries()) {
    if (index > 0 && surface[index - 1]?.sentence !== sentence) {
      tags.push(null)
      places.push(null)
    }
    const value = miscOf(word).find(([name]) => name === key)?.[1] ?? 'O'
    tags.push(isTag(value) ? value : 'O')
    places.push(place)
  }
  return readTags(tags).map(({ label, start, end }) => {
    const [from, to] = [places[start]?.start ?? 0, places[end - 1]?.end ?? 0]
    return { label: unescapeSpaces(label), fragments: [{ start: from, end: to, quote: text.slice(from, to) }], attributes: {}, ...withExtra(FORMAT, { key: key === 'NE' ? undefined : key }) }
  })
}

function surfaceOf(words: readonly Word[]): Word[] {
  let covered = 0
  return words.filter(({ cells: [id = ''] }) => {
    if (id.includes('.')) return false
    const [first = 0, last] = id.split('-').map(Number)
    if (last !== undefined) covered = last
    return last !== undefined || first > covered
  })
}

function blanks(value: string): string {
  return plain(unescapeSpaces(value === '_' ? '' : value))
}

function plain(text: string): string {
  return normaliseText(`x${text}`).slice(1)
}
