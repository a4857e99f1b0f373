import type { PdfLine } from './lines.ts'

/** Scripts that write no blanks between words. */
const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u
const DIVIDED = /([\p{Ll}\p{M}]{2,})[-\u2010\u00ad]$/u
const NEXT_PART = /^[\p{Ll}\p{M}]+/u

/** Puts the lines of paragraphs together, and counts the words that were divided at the end of a line. */
export class LineJoiner {
  joined = 0

  private readonly words: ReadonlySet<string>

  /** `lines`: all of the document, for whether a word is written with a hyphen elsewhere. */
  constructor(lines: Iterable<PdfLine>) {
    const words = new Set<string>()
    for (const { text } of lines) for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu) ?? []) words.add(word)
    this.words = words
  }

  join(lines: readonly PdfLine[]): string {
    const pieces: string[] = []
    let last = ''
    for (const { text } of lines) {
      const hyphen = this.hyphenBetween(last, text)
      if (hyphen !== null && pieces.length > 0) pieces.push((pieces.pop() ?? '').replace(/[-\u2010\u00ad]$/u, hyphen))
      else if (pieces.length > 0 && !(NO_BLANKS.test(last.slice(-1)) && NO_BLANKS.test(text.slice(0, 1))) && !/[-\u2010–—]$/u.test(last)) pieces.push(' ')
      pieces.push(text)
      last = text
    }
    return pieces.join('')
  }

  /** What stands between the parts of a divided word; null where none is divided. */
  private hyphenBetween(before: string, after: string): string | null {
    const end = DIVIDED.exec(before.slice(-60))?.[1]
    const begin = NEXT_PART.exec(after.slice(0, 60))?.[0]
    if (end === undefined || begin === undefined) return null
    if (!before.endsWith('\u00ad') && !this.words.has(`${end}${begin}`.toLowerCase()) && (this.words.has(`${end}-${begin}`.toLowerCase()) || /^(?:self|non|anti|semi|quasi|ex)$/i.test(end))) return '-'
    this.joined += 1
    return ''
  }
}
