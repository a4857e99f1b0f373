import { countWords } from '../text/count.ts'
import { decodePage } from './charset.ts'
import { RemarkCounter, type Extracted } from './extracted.ts'
import { finishText } from './finish-text.ts'
import { htmlFacts, onlyHeading } from './html-facts.ts'
import { readHtml, readHtmlFragment } from './html-tree.ts'
import type { Markup } from './markup.ts'
import { markupToText } from './markup-to-text.ts'
import { isFurniture, lookAt, namedContent } from './page-parts.ts'

/** Finds the article in a page that does not say where it is: its HTML, or null. Readability, in the app. */
export type FindContent = (html: string) => string | null

/** What remains must be so much of the page's words, else too much was taken for furniture. */
const LEAST_SHARE = 0.2
const LEAST_WORDS = 80

/**
 * The article of a saved page. A page without menus and the like is taken whole; else the part that the page itself names its article,
 * else everything but what it names a menu, a sidebar, a footer or a form; where that is still full of links, the part that `findContent` finds.
 */
export function extractHtml(bytes: Uint8Array, findContent: FindContent): Extracted {
  const html = decodePage(bytes)
  const page = readHtml(html)
  const facts = htmlFacts(page)
  const look = lookAt(page)
  const remarks = new RemarkCounter()
  const whole = markupToText(page, new RemarkCounter())
  const chosen = look.furnished ? choose(page, () => (look.tidy ? null : findContent(html)), countWords(whole)) : null
  const text = markupToText(chosen ?? page, remarks, chosen ? { leaveOut: isFurniture } : {})
  const heading = look.furnished ? onlyHeading(page) : null
  const headed = heading !== null && !text.slice(0, 4000).split('\n').some((line) => squeeze(line) === squeeze(heading)) ? `${heading}\n\n${text}` : text
  remarks.add('around', Math.max(0, countWords(whole) - countWords(headed)))
  return { kind: 'html', text: finishText(headed, remarks), facts, remarks: remarks.all() }
}

/** The part that is the article; null: the whole page, with everything. */
function choose(page: Markup, find: () => string | null, words: number): Markup | null {
  const enough = (part: Markup): boolean => {
    const count = countWords(markupToText(part, new RemarkCounter(), { leaveOut: isFurniture }))
    return count >= LEAST_WORDS || count >= words * LEAST_SHARE
  }
  const named = namedContent(page)
  if (named && enough(named)) return named
  const found = find()
  const part = found === null ? null : readHtmlFragment(found)
  if (part && enough(part)) return part
  // A page that is nothing but what it calls furniture is taken whole.
  return enough(page) ? page : null
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
