import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const MOST_ELEMENTS = 100_000

/** The HTML of the article that Readability finds in a page; null where it finds none. Nothing runs, and nothing is fetched. */
export function findContent(html: string): string | null {
  try {
    // Main's types know no DOM.
    const document: ConstructorParameters<typeof Readability>[0] = Reflect.get(parseHTML(html), 'document')
    const found = new Readability(document, { charThreshold: 250, maxElemsToParse: MOST_ELEMENTS }).parse()
    return found?.content ?? null
  } catch {
    // A page that is nested deeper than either of them can follow.
    return null
  }
}
