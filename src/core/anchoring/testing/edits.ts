import { below, type Random } from '../../agreement/random.ts'
import type { Glyph, Paragraph, Writer } from './written-article.ts'

export const editKinds = ['typos', 'inserted', 'moved', 'removed', 'boilerplate', 'rewritten', 'spacing', 'all at once'] as const
export type EditKind = (typeof editKinds)[number]

/** What becomes of an article: the same characters where they stay, new ones where something is written. */
export function edited(paragraphs: readonly Paragraph[], kind: EditKind, random: Random, writer: Writer): Paragraph[] {
  switch (kind) {
    case 'typos':
      return paragraphs.map((paragraph) => paragraph.map((sentence) => (random() < 0.3 ? withTypo(sentence, random, writer) : sentence)))
    case 'inserted':
      return times(1 + below(random, 3), [...paragraphs], (all) => all.toSpliced(below(random, all.length + 1), 0, writer.paragraph()))
    case 'moved':
      return times(1 + below(random, 3), [...paragraphs], (all) => {
        const from = below(random, all.length)
        const moved = all.slice(from, from + 1)
        return all.toSpliced(from, 1).toSpliced(below(random, all.length), 0, ...moved)
      })
    case 'removed':
      return times(1 + below(random, 3), [...paragraphs], (all) => (all.length > 1 ? all.toSpliced(below(random, all.length), 1) : all))
    case 'boilerplate':
      return times(2 + below(random, 4), [...paragraphs], (all) =>
        random() < 0.5 ? all.toSpliced(below(random, all.length + 1), 0, writer.boilerplate()) : all.length > 1 ? all.toSpliced(below(random, all.length), 1) : all,
      )
    case 'rewritten':
      return rewritten(paragraphs, random, writer)
    case 'spacing':
      return paragraphs.map((paragraph) => paragraph.map((sentence) => respaced(sentence, random, writer)))
    case 'all at once': {
      const kinds = editKinds.filter((each) => each !== 'all at once' && random() < 0.4)
      return kinds.reduce<Paragraph[]>((all, each) => edited(all, each, random, writer), [...paragraphs])
    }
  }
}

/** Some sentences are kept, in another order and among others; the rest is new. */
function rewritten(paragraphs: readonly Paragraph[], random: Random, writer: Writer): Paragraph[] {
  const kept = paragraphs.flat().filter(() => random() < 0.4)
  const shuffled = kept.map((sentence) => ({ sentence, at: random() })).toSorted((a, b) => a.at - b.at)
  const sentences = shuffled.flatMap(({ sentence }) => (random() < 0.6 ? [writer.sentence(), sentence] : [sentence]))
  const made: Paragraph[] = [writer.paragraph()]
  for (let from = 0; from < sentences.length; ) {
    const length = 1 + below(random, 4)
    made.push(sentences.slice(from, from + length))
    from += length
  }
  return made
}

/** One letter becomes another, comes in, or goes. */
function withTypo(sentence: readonly Glyph[], random: Random, writer: Writer): readonly Glyph[] {
  const letters = sentence.flatMap(({ unit }, index) => (/[a-pr-y]/.test(unit) ? [index] : []))
  const at = letters[below(random, letters.length)]
  if (at === undefined) return sentence
  const choice = random()
  if (choice < 0.4) return sentence.toSpliced(at, 1, ...writer.glyphs('q'))
  if (choice < 0.7) return sentence.toSpliced(at, 0, ...writer.glyphs('z'))
  // Which of two equal letters went, nobody could say.
  return sentence[at - 1]?.unit === sentence[at]?.unit || sentence[at + 1]?.unit === sentence[at]?.unit ? sentence : sentence.toSpliced(at, 1)
}

/** Another normalisation: blanks of another width, straight quotation marks for curly ones. */
function respaced(sentence: readonly Glyph[], random: Random, writer: Writer): readonly Glyph[] {
  return sentence.flatMap((glyph) => (glyph.unit === ' ' && random() < 0.05 ? writer.glyphs('\u00a0') : [glyph]))
}

function times(count: number, start: Paragraph[], step: (paragraphs: Paragraph[]) => Paragraph[]): Paragraph[] {
  let all = start
  for (let done = 0; done < count; done += 1) all = step(all)
  return all
}
