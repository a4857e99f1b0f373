import { graphemeFloor } from '../../core/text/graphemes.ts'
import { paragraphIndexAt, paragraphStarts } from '../../core/text/paragraphs.ts'
import type { Range } from '../../core/text/ranges.ts'

/** Paragraphs of a section: enough that there are few sections, few enough that laying one out costs little. */
const SECTION_PARAGRAPHS = 25
/** A section is closed before it holds more characters than this, unless one paragraph does. */
const SECTION_LENGTH = 8_000
/** Longer paragraphs are cut into several text nodes: ranges in one very long node are slow. UTF-16 units. */
const CHUNK_LENGTH = 4_000
/** How far back from a full chunk a blank is looked for: a cut beside letters would break their joining. */
const CHUNK_SLACK = 200

/** Characters that are about as wide as two Latin ones, as a rough test on UTF-16 units. */
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/g

/** A run of paragraphs that is laid out, painted and skipped as one. */
export interface Section {
  /** Index of its first paragraph, and of the one after its last. */
  readonly first: number
  readonly last: number
  /** UTF-16 offsets: of its first character, and of its last paragraph's end. */
  readonly start: number
  readonly end: number
}

/** The place of an offset: which section, which paragraph of the article, which chunk, and UTF-16 units into the chunk. */
export interface Place {
  readonly section: number
  readonly paragraph: number
  readonly chunk: number
  readonly offset: number
}

/**
 * How an article's text is divided for the screen. A paragraph is a line of the text without its line feed, so that
 * every offset (UTF-16) has one place and every place one offset.
 */
export class TextOutline {
  readonly text: string
  readonly sections: readonly Section[]
  private readonly starts: Uint32Array
  private readonly sectionFirsts: Uint32Array
  /** Starts of chunks for the paragraphs that have more than one. */
  private readonly longOnes = new Map<number, Uint32Array>()

  constructor(text: string) {
    this.text = text
    this.starts = paragraphStarts(text)
    this.sections = this.divide()
    this.sectionFirsts = Uint32Array.from(this.sections, (section) => section.first)
  }

  get paragraphCount(): number {
    return this.starts.length
  }

  /** UTF-16, without the line feed. */
  paragraph(index: number): Range {
    const next = this.starts[index + 1]
    return { start: this.starts[index] ?? this.text.length, end: next === undefined ? this.text.length : next - 1 }
  }

  paragraphAt(offset: number): number {
    return paragraphIndexAt(this.starts, offset)
  }

  sectionAt(offset: number): number {
    return this.sectionOfParagraph(this.paragraphAt(offset))
  }

  sectionOfParagraph(paragraph: number): number {
    return paragraphIndexAt(this.sectionFirsts, paragraph)
  }

  /** Indices of the first section that `range` lies in and of the one after the last. */
  sectionsOf(range: Range): { readonly from: number; readonly to: number } {
    return { from: this.sectionAt(range.start), to: this.sectionAt(Math.max(range.start, range.end - 1)) + 1 }
  }

  /** Where the chunks of a paragraph begin (UTF-16); nothing for an empty paragraph. */
  chunkStarts(paragraph: number): Uint32Array {
    const { start, end } = this.paragraph(paragraph)
    if (end === start) return new Uint32Array(0)
    if (end - start <= CHUNK_LENGTH) return Uint32Array.of(start)
    const known = this.longOnes.get(paragraph)
    if (known) return known
    const cuts = this.cut(start, end)
    this.longOnes.set(paragraph, cuts)
    return cuts
  }

  /** The text of each chunk of a paragraph, in order; together they are the paragraph. */
  chunks(paragraph: number): string[] {
    const { end } = this.paragraph(paragraph)
    const starts = this.chunkStarts(paragraph)
    return Array.from(starts, (start, index) => this.text.slice(start, starts[index + 1] ?? end))
  }

  placeOf(offset: number): Place {
    const at = Math.min(Math.max(offset, 0), this.text.length)
    const paragraph = this.paragraphAt(at)
    const section = this.sectionOfParagraph(paragraph)
    const starts = this.chunkStarts(paragraph)
    const chunk = starts.length === 0 ? 0 : paragraphIndexAt(starts, at)
    return { section, paragraph, chunk, offset: at - (starts[chunk] ?? at) }
  }

  /** The inverse of `placeOf`; too large an offset in the chunk ends at the paragraph's end. */
  offsetOf(paragraph: number, chunk: number, offset: number): number {
    const { start, end } = this.paragraph(paragraph)
    return Math.min(end, (this.chunkStarts(paragraph)[chunk] ?? start) + offset)
  }

  /** Lines that a section will take when a line holds `measure` Latin characters: an estimate before it is laid out. */
  estimatedLines(section: Pick<Section, 'first' | 'last'>, measure: number): number {
    let lines = 0
    for (let index = section.first; index < section.last; index += 1) {
      const { start, end } = this.paragraph(index)
      lines += Math.max(1, Math.ceil(((end - start) * this.widthFactor()) / measure))
    }
    return lines
  }

  private factor = 0

  private widthFactor(): number {
    if (this.factor === 0) {
      const sample = this.text.slice(0, 4000)
      this.factor = 1 + (sample.match(WIDE)?.length ?? 0) / Math.max(1, sample.length)
    }
    return this.factor
  }

  private divide(): Section[] {
    const sections: Section[] = []
    let first = 0
    for (let index = 1; index <= this.starts.length; index += 1) {
      const start = this.paragraph(first).start
      const isFull = index - first === SECTION_PARAGRAPHS || this.paragraph(index).end - start > SECTION_LENGTH
      if (index < this.starts.length && !isFull) continue
      sections.push({ first, last: index, start, end: this.paragraph(index - 1).end })
      first = index
    }
    return sections
  }

  private cut(start: number, end: number): Uint32Array {
    const cuts = [start]
    for (let at = start; end - at > CHUNK_LENGTH; ) {
      const full = at + CHUNK_LENGTH
      const blank = this.text.lastIndexOf(' ', full - 1)
      at = blank > full - CHUNK_SLACK ? blank : graphemeFloor(this.text, full)
      if (at <= (cuts.at(-1) ?? start)) at = full
      cuts.push(at)
    }
    return Uint32Array.from(cuts)
  }
}
