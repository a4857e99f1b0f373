import type { Refused } from '../../../../core/formats/adapter.ts'
import type { ParsedDocument } from '../../../../core/formats/interchange.ts'
import { decodeArticle } from '../../articles/decode.ts'
import { LARGEST_BYTES } from '../../articles/facts.ts'
import { freePath, placeKey, wishedPath } from '../../articles/place-for.ts'
import { sha256 } from '../../hash.ts'
import type { Placed } from '../match-articles.ts'
import type { DocumentPlace } from './messages.ts'

export interface PlacedStrangers {
  readonly placed: readonly Placed[]
  readonly places: readonly DocumentPlace[]
  readonly refused: readonly Refused[]
}

/**
 * Where documents whose text is that of no article would stand. One that has the name of an article with another text is refused: it is
 * most likely another version of it, and its places would be wrong there. Documents of the same text are one article.
 */
export function placeStrangers(strangers: readonly ParsedDocument[], articles: readonly { readonly path: string }[]): PlacedStrangers {
  const here = new Map(articles.map(({ path }) => [placeKey(path), path]))
  const taken = new Set(here.keys())
  const byText = new Map<string, string>()
  const placed: Placed[] = []
  const places: DocumentPlace[] = []
  const refused: Refused[] = []
  for (const document of strangers) {
    const { name, text } = document
    const refuse = (standing: DocumentPlace['standing'], article: string | null, why: string) => {
      places.push({ document: name, standing, article })
      refused.push({ file: name, line: null, what: 'the document', why })
    }
    const wish = wishedPath(name)
    const namesake = wish === null ? undefined : here.get(placeKey(wish))
    const unfit = text === null || wish === null ? 'its name is too long' : whyUnfit(text)
    if (namesake !== undefined) refuse('differs', namesake, 'the article of this name in the project has another text, so its places would not fit')
    else if (text === null || wish === null || unfit !== null) refuse('unusable', null, unfit ?? '')
    else {
      const hash = sha256(text)
      const article = byText.get(hash) ?? freePath(wish, (key) => taken.has(key))
      byText.set(hash, article)
      taken.add(placeKey(article))
      placed.push({ article, text, document })
      places.push({ document: name, standing: 'new', article })
    }
  }
  return { placed, places, refused }
}

/** Why a text cannot be an article: what stands in the file must be read back as the very same text. */
function whyUnfit(text: string): string | null {
  if (text === '') return 'its text is empty'
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > LARGEST_BYTES) return 'its text is too large for an article'
  const decoded = decodeArticle(bytes)
  if (!decoded.ok) return `its text cannot be an article: ${decoded.reason}`
  return decoded.text === text ? null : 'its text holds characters that a text file cannot keep'
}
