import { factText } from './extracted.ts'

const HEAD = 2000

/**
 * The title that a word processor keeps with a document, where the text begins with these words, too: it is often that of the document
 * which this one was made from.
 */
export function believedTitle(written: string | null, text: string): string | null {
  const title = factText(written)
  return title !== null && text.slice(0, HEAD).replace(/\s+/g, ' ').toLowerCase().includes(title.toLowerCase()) ? title : null
}
