import { sameJson } from '../../model/equal.ts'
import type { FormatFile, Serialized } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { extraOf, hullOf, type Interchange, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet } from '../interchange.ts'
import { isStrings } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { pathsFor } from '../per-person.ts'
import { bordersOf, sentencesOf, tokenRange, trimmed } from '../tokens.ts'
import { build, FORMAT, SPAN_KEY } from './build.ts'
import { linesOf } from './parse.ts'
import { escapeSpaces, miscOf, originalMisc, readConllu, type Sentence, type Word } from './syntax.ts'

export function serializeConllu({ scheme, documents }: Interchange): Serialized {
  const losses = createLosses()
  function* files(): Generator<FormatFile> {
    loseScheme(losses, scheme)
    let open: { path: string; pieces: string[] }[] = []
    for (const document of documents) {
      const written = pathsFor(document, losses).map(({ path, set }, index) => ({ path: fileOf(set) ?? path, text: textOf(document, set, index === 0, losses) }))
      if (!written.every(({ path }, index) => open[index]?.path === path)) {
        yield* open.map(({ path, pieces }) => ({ path: `${path}.conllu`, content: pieces }))
        open = written.map(({ path }) => ({ path, pieces: [] }))
      }
      for (const [index, { text }] of written.entries()) open[index]?.pieces.push(text)
    }
    yield* open.map(({ path, pieces }) => ({ path: `${path}.conllu`, content: pieces }))
  }
  return { files: files(), losses: losses.list }
}

function fileOf(set: InterchangeSet): string | null {
  const { file } = extraOf(set, FORMAT)
  return typeof file === 'string' ? file : null
}

function textOf(document: InterchangeDocument, set: InterchangeSet, first: boolean, losses: Losses): string {
  const { lines } = extraOf(set, FORMAT)
  const kept = isStrings(lines) ? readConllu(lines) : null
  if (kept && !('why' in kept)) {
    const built = build(kept)
    const plain = ({ id: _id, ...rest }: InterchangeAnnotation) => rest
    if (built.text === document.text) {
      if (sameJson(built.annotations.map(plain), set.annotations.map(plain))) return joined(kept)
      const changed = withSpans(document, set, kept, first, losses)
      if (changed) return joined(changed)
    }
    losses.add('extra', 'columns and comments of the imported file, because the text or the tokens are no longer the same', document.name)
  }
  return joined(withSpans(document, set, freshSentences(document, losses), first, losses) ?? [])
}

function joined(sentences: readonly Sentence[]): string {
  return linesOf(sentences).map((line) => `${line}\n`).join('')
}

/** The same sentences with the spans of the set in MISC; null where an annotation cuts a word. */
function withSpans(document: InterchangeDocument, set: InterchangeSet, sentences: readonly Sentence[], first: boolean, losses: Losses): Sentence[] | null {
  const { surface } = build(sentences)
  const places = surface.map(({ place }) => place)
  const ranges = set.annotations.map((annotation) => {
    const piece = trimmed(document.text, hullOf(annotation))
    return { annotation, piece, range: piece && tokenRange(places, piece.start, piece.end) }
  })
  if (ranges.some(({ piece, range }) => piece && !range)) return null
  loseAll(losses, first ? { ...document, sets: [set] } : { ...document, metadata: {}, sets: [set] }, FORMAT, ['metadata', 'statuses', 'notes', 'set notes', 'document values', 'timestamps', 'relations', 'attributes', 'fragments', 'ids', 'extra'])
  const tags = new Map<Word, [string, string][]>()
  const ends = new Map<string, number>()
  for (const { annotation, piece, range } of ranges.toSorted((a, b) => (a.piece?.start ?? 0) - (b.piece?.start ?? 0) || (b.piece?.end ?? 0) - (a.piece?.end ?? 0))) {
    const place = exampleOf(document, annotation)
    if (!piece || !range) {
      losses.add('annotations', 'annotations without words', place)
      continue
    }
    const hull = hullOf(annotation)
    if (piece.start !== hull.start || piece.end !== hull.end) losses.add('places', 'blanks at the ends of spans', place)
    const own = extraOf(annotation, FORMAT)['key']
    const key = keyFor(typeof own === 'string' && SPAN_KEY.test(own) ? own : 'NE', ends, range.first)
    ends.set(key, range.last + 1)
    let sentence = -1
    for (const one of surface.slice(range.first, range.last + 1)) {
      const begins = one.sentence !== sentence
      if (begins && sentence !== -1) losses.add('places', 'spans over the end of a sentence were cut there', place)
      sentence = one.sentence
      tags.set(one.word, [...(tags.get(one.word) ?? []), [key, `${begins ? 'B' : 'I'}-${escapeSpaces(annotation.label).normalize('NFC')}`]])
    }
  }
  return sentences.map(({ comments, words }) => ({ comments, words: words.map((word) => retagged(word, tags.get(word) ?? [])) }))
}

/** Overlapping spans stand under NE2, NE3, … */
function keyFor(wish: string, ends: ReadonlyMap<string, number>, start: number): string {
  if ((ends.get(wish) ?? 0) <= start) return wish
  for (let number = 2; ; number += 1) if ((ends.get(`NE${number}`) ?? 0) <= start) return `NE${number}`
}

function retagged(word: Word, tags: readonly (readonly [string, string])[]): Word {
  const others = miscOf(word).filter(([key]) => !SPAN_KEY.test(key)).map(([key, value]) => (value === '' ? key : `${key}=${value}`))
  const misc = [...tags.map(([key, value]) => `${key}=${value}`), ...others].join('|')
  return { ...word, cells: [...word.cells.slice(0, 9), misc === '' ? '_' : misc] }
}

function freshSentences(document: InterchangeDocument, losses: Losses): Sentence[] {
  const { text } = document
  const sentences = sentencesOf(text, bordersOf(document), document.sets.flatMap(({ annotations }) => annotations.map(hullOf)))
  const all = sentences.flat()
  if (all.length === 0 && text !== '') losses.add('text', 'blanks', document.name)
  let index = 0
  return sentences.map((sentence, number) => {
    const [start, end] = [sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0]
    const comments = [...(number === 0 ? [`# newdoc id = ${document.name.replace(/\s+/g, ' ')}`] : []), `# sent_id = ${number + 1}`, `# text = ${text.slice(start, end).replace(/\s+/g, ' ').normalize('NFC')}`]
    const words = sentence.map((token, place): Word => {
      const before = index === 0 ? text.slice(0, token.start) : ''
      index += 1
      const after = text.slice(token.end, all[index]?.start ?? text.length)
      const last = place === sentence.length - 1
      const words = text.slice(token.start, token.end)
      const misc = [...originalMisc(words), ...(before === '' ? [] : [`SpacesBefore=${escapeSpaces(before)}`]), ...spaceAfter(after, last, index === all.length)]
      return { cells: [String(place + 1), words.normalize('NFC'), '_', '_', '_', '_', '_', '_', '_', misc.length === 0 ? '_' : misc.join('|')], line: 0 }
    })
    return { comments, words }
  })
}

function spaceAfter(after: string, last: boolean, end: boolean): string[] {
  if (after === '') return end ? [] : ['SpaceAfter=No']
  return !end && after === (last ? '\n' : ' ') ? [] : [`SpacesAfter=${escapeSpaces(after)}`]
}
