import { sentenceAt } from './sentences.ts'
import type { Range } from './ranges.ts'

/** What divides a sentence for a reader: comma, semicolon, colon, dash, bracket; Latin, Arabic and CJK. */
const DIVIDER = /[,;:()[\]،؛，；：、（）「」『』《》]|\s[-–—]+\s|—/gu

/** The part of a sentence between dividers that holds `offset` (UTF-16), blanks included; null where there is no sentence. */
export function clauseAt(text: string, offset: number): Range | null {
  const sentence = sentenceAt(text, offset)
  if (!sentence) return null
  let { start, end } = sentence
  for (const match of text.slice(sentence.start, sentence.end).matchAll(DIVIDER)) {
    const at = sentence.start + match.index
    // A comma inside a number divides nothing.
    if (/\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + match[0].length))) continue
    if (at + match[0].length <= offset) start = at + match[0].length
    else if (at >= offset) {
      end = at
      break
    }
  }
  return { start, end }
}
