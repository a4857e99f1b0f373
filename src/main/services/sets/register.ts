import { COUNTRIES } from '../../../core/codebook/countries.ts'
import { entityKey, type EntityUse } from './entities.ts'

/**
 * The people, states and organisations that an annotator has recorded in this project, made from the sets themselves.
 */
export interface Register {
  /** What the set of an article holds now, in place of what it held before. */
  learn(article: string, entities: readonly EntityUse[]): void
  /**
   * Names that start with the query, then names with a word that does, each by frequency; then countries, which nobody
   * has recorded yet (count 0). Case and accents do not matter. An empty query gives the most frequent.
   */
  suggest(query: string, limit?: number): EntityUse[]
}

interface Known {
  readonly entity: EntityUse
  readonly folded: string
}

const COUNTRY_ENTRIES: readonly Known[] = COUNTRIES.map(({ name, code }) =>
  known({ name, code, sector: 'GOV', count: 0 }),
)

export function createRegister(): Register {
  const byArticle = new Map<string, readonly EntityUse[]>()
  const all = new Map<string, Known>()

  const count = (use: EntityUse, sign: 1 | -1): void => {
    const key = entityKey(use)
    const before = all.get(key)
    const total = (before?.entity.count ?? 0) + sign * use.count
    if (total <= 0) all.delete(key)
    else
      all.set(key, before ? { ...before, entity: { ...before.entity, count: total } } : known({ ...use, count: total }))
  }

  return {
    learn: (article, entities) => {
      for (const use of byArticle.get(article) ?? []) count(use, -1)
      for (const use of entities) count(use, 1)
      if (entities.length > 0) byArticle.set(article, entities)
      else byArticle.delete(article)
    },
    suggest: (query, limit = 20) => {
      const wanted = fold(query)
      const own = ranked(all.values(), wanted)
      if (wanted === '' || own.length >= limit) return own.slice(0, limit)
      const codes = new Set([...all.values()].map(({ entity }) => entity.code))
      const names = new Set([...all.values()].map(({ folded }) => folded))
      const others = COUNTRY_ENTRIES.filter(({ entity, folded }) => !codes.has(entity.code) && !names.has(folded))
      return [...own, ...ranked(others, wanted)].slice(0, limit)
    },
  }
}

/** Lower case without accents, for comparing only. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function known(entity: EntityUse): Known {
  return { entity, folded: fold(entity.name) }
}

function ranked(entries: Iterable<Known>, wanted: string): EntityUse[] {
  const found: { entry: Known; rank: number }[] = []
  for (const entry of entries) {
    const rank = rankOf(entry, wanted)
    if (rank !== null) found.push({ entry, rank })
  }
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.entry.entity.count - a.entry.entity.count ||
        (a.entry.folded < b.entry.folded ? -1 : a.entry.folded > b.entry.folded ? 1 : 0),
    )
    .map(({ entry }) => entry.entity)
}

/** Scripts that do not put blanks between words: there, anywhere counts as the start of a word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function rankOf({ entity, folded }: Known, wanted: string): number | null {
  if (wanted === '' || folded.startsWith(wanted) || entity.code?.toLowerCase() === wanted) return 0
  for (let at = folded.indexOf(wanted, 1); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    if (UNSPACED.test(wanted) || !/[\p{L}\p{N}]$/u.test(folded.slice(0, at))) return 1
  }
  return null
}
