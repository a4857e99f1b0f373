import { graphemeFloor } from './graphemes.ts'
import { readHeader } from './header.ts'
import { sentenceAt } from './sentences.ts'
import { collapseBlank, isBlank, skipBlank, skipBlankBack } from './trim.ts'

/** A title is cut at the last word that ends within so many UTF-16 units. */
const LONGEST = 120

const SAYS_SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
const HEADING = /^ {0,3}#{1,6}[ \t]+/
const HEADING_CLOSE = /[ \t]+#+$/

/**
 * What the list calls an article: its first line if that is short and stands alone, else its first sentence after the
 * header, else the file's name without its folder. One line, blanks collapsed.
 */
export function titleOf(text: string, fileName: string): string {
  const header = readHeader(text)
  const first = firstLine(text, 0)
  const headerOnTop = header && header.start <= first.start
  const bodyStart = headerOnTop ? header.end : 0
  const body = headerOnTop ? firstLine(text, bodyStart) : first
  // Text on the header's own line is the report's first sentence, never a headline.
  const mayBeTitle = !headerOnTop || text.slice(bodyStart, body.start).includes('\n')
  if (mayBeTitle && standsAlone(text, body)) return shorten(collapseBlank(withoutMark(body.line)))
  const from = skipBlank(text, header ? header.end : 0, text.length)
  if (from < text.length) {
    const end = Math.min(sentenceAt(text, from)?.end ?? text.length, from + 4 * LONGEST)
    const title = shorten(collapseBlank(withoutMark(text.slice(from, end))))
    if (SAYS_SOMETHING.test(title)) return title
  }
  return fileName.split(/[/\\]/).at(-1) ?? fileName
}

interface Line {
  readonly line: string
  readonly start: number
  readonly end: number
}

/** The first line from `from` on that has a letter, digit or emoji, blanks at its ends off. */
function firstLine(text: string, from: number): Line {
  let at = from
  while (at < text.length) {
    const feed = text.indexOf('\n', at)
    const lineEnd = feed === -1 ? text.length : feed
    const start = skipBlank(text, at, lineEnd)
    const end = skipBlankBack(text, start, lineEnd)
    const line = text.slice(start, Math.min(end, start + 4 * LONGEST))
    if (SAYS_SOMETHING.test(line)) return { line: text.slice(start, end), start, end }
    at = lineEnd + 1
  }
  return { line: '', start: text.length, end: text.length }
}

/** Short, with more text below it, and neither a sentence nor the first line of a hard-wrapped one. */
function standsAlone(text: string, { line, end }: Line): boolean {
  if (line === '' || line.length > LONGEST) return false
  if (HEADING.test(line)) return true
  const feed = text.indexOf('\n', end)
  if (feed === -1 || isBlank(text.slice(feed, feed + 1000))) return false
  const nextFeed = text.indexOf('\n', feed + 1)
  const blankBelow = isBlank(text.slice(feed + 1, nextFeed === -1 ? text.length : nextFeed))
  const closed = line.replace(/["'”’»」』)\]]+$/u, '')
  if (/[.。．।،,;:：；，、…]$/u.test(closed)) return false
  if (blankBelow) return true
  if (/[?!？！؟]$/u.test(closed)) return false
  const below = text.charAt(skipBlank(text, feed, text.length))
  return !/\p{Ll}/u.test(below)
}

function withoutMark(line: string): string {
  return HEADING.test(line) ? line.replace(HEADING, '').replace(HEADING_CLOSE, '') : line
}

/** Cut after a word, or where a script writes no blanks, between grapheme clusters. */
function shorten(title: string): string {
  if (title.length <= LONGEST) return title
  const blank = title.lastIndexOf(' ', LONGEST)
  const end = blank > LONGEST / 2 ? blank : graphemeFloor(title, LONGEST)
  return `${title.slice(0, end).replace(/[\s,;:–—-]+$/u, '')}…`
}
