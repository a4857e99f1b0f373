import type { ArticleReference } from '../../../core/model/annotation-set.ts'
import { sha256 } from '../hash.ts'
import { decodeArticle } from '../articles/decode.ts'
import { freePath, placeKey, safePath } from '../articles/place-for.ts'
import type { BundleContext } from './context.ts'
import type { OpenBundle } from './open-bundle.ts'

/**
 * What a bundle's article is here. `same`: the same text at the same path. `moved`: the same text at another path. `comes`: its text is
 * in the bundle. `other_text`: only an article of the same name, with another text. `missing`: nothing.
 */
export type ArticleStanding = 'same' | 'moved' | 'comes' | 'other_text' | 'missing'

export interface MatchedArticle {
  readonly path: string
  readonly textSha256: string
  readonly standing: ArticleStanding
  /** Path inside `articles/` here, or the one it will have; null where it has none. */
  readonly target: string | null
  /** Of an article that comes. */
  readonly comes: { readonly bytes: Uint8Array; readonly text: string } | null
}

/** Each article that the bundle speaks of, by the hash of its text and not by its name. In the bundle's order. */
export function matchArticles({ articles }: BundleContext, { bundle, files }: OpenBundle): MatchedArticle[] {
  const known = articles.all().filter(({ problem }) => problem === null)
  const byText = new Map<string, string[]>()
  for (const { path, textSha256 } of known) byText.set(textSha256, [...(byText.get(textSha256) ?? []), path])
  const taken = new Set(articles.all().map(({ path }) => placeKey(path)))
  const texts = new Map(files.flatMap(({ place, bytes }) => (place.kind === 'article' ? [[place.article, bytes] as const] : [])))

  const matched = new Map<string, MatchedArticle>()
  for (const { path, text_sha256: textSha256 } of bundle.references) {
    const here = byText.get(textSha256)
    const target = here?.find((candidate) => isSamePath(candidate, path)) ?? here?.[0]
    const base = { path, textSha256, comes: null }
    if (target !== undefined) {
      matched.set(keyOf(path, textSha256), { ...base, standing: isSamePath(target, path) ? 'same' : 'moved', target })
      continue
    }
    const bytes = texts.get(path)
    const decoded = bytes && decodeArticle(bytes)
    const wanted = safePath(path)
    if (bytes && decoded?.ok && sha256(decoded.text) === textSha256 && wanted !== null) {
      const place = freePath(wanted, (key) => taken.has(key))
      taken.add(placeKey(place))
      byText.set(textSha256, [place])
      matched.set(keyOf(path, textSha256), { ...base, standing: 'comes', target: place, comes: { bytes, text: decoded.text } })
      continue
    }
    const sameName = known.some((article) => isSamePath(article.path, path))
    matched.set(keyOf(path, textSha256), { ...base, standing: sameName ? 'other_text' : 'missing', target: null })
  }
  return [...matched.values()]
}

/** Finds what an article that a file speaks of is here. */
export function articleFinder(matched: readonly MatchedArticle[]): (reference: ArticleReference) => MatchedArticle | undefined {
  const byKey = new Map(matched.map((article) => [keyOf(article.path, article.textSha256), article]))
  return ({ path, text_sha256 }) => byKey.get(keyOf(path, text_sha256))
}

function keyOf(path: string, textSha256: string): string {
  return `${path.normalize('NFC')}\n${textSha256}`
}

export function isSamePath(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC')
}
