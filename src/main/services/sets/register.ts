import { COUNTRIES } from '../../../core/codebook/countries.ts'
import { aliasesOfCountry } from '../../../core/codebook/country-aliases.ts'
import type { RegisteredEntity } from '../../../core/model/codebook.ts'
import { entityKey, type EntityUse } from './entities.ts'
import { fold, isNamedIn, known, nearOf, rankOf, type Known, type Near } from './rank-entity.ts'

export interface SuggestOptions {
  /** The codebook's own entities, with their other names. */
  readonly kept?: readonly RegisteredEntity[]
  /** Words of the text at hand: who is named there comes first. */
  readonly near?: string
  readonly limit?: number
}

export interface Suggestion extends EntityUse {
  /** Named in the words at hand. */
  readonly named: boolean
}

/**
 * The people, states and organisations that an annotator has recorded in this project, made from the sets themselves.
 */
export interface Register {
  /** What the set of an article holds now, in place of what it held before. */
  learn(article: string, entities: readonly EntityUse[]): void
  /**
   * Names that start with the query, then names with a word that does, then other names and initials; in each group those
   * named in the text first, then by frequency. The codebook's and then the countries come after what was recorded. Case and
   * accents do not matter. An empty query gives those named in the text, then the most frequent.
   */
  suggest(query: string, options?: SuggestOptions): Suggestion[]
}

const COUNTRY_ENTRIES: readonly Known[] = COUNTRIES.map(({ name, code }) => known({ name, code, sector: 'GOV', count: 0 }, aliasesOfCountry(code)))

export function createRegister(): Register {
  const byArticle = new Map<string, readonly EntityUse[]>()
  const all = new Map<string, Known>()

  const count = (use: EntityUse, sign: 1 | -1): void => {
    const key = entityKey(use)
    const before = all.get(key)
    const total = (before?.entity.count ?? 0) + sign * use.count
    if (total <= 0) all.delete(key)
    else
      all.set(key, before ? { ...before, entity: { ...before.entity, count: total } } : known({ ...use, count: total }, use.code === undefined ? [] : aliasesOfCountry(use.code)))
  }

  return {
    learn: (article, entities) => {
      for (const use of byArticle.get(article) ?? []) count(use, -1)
      for (const use of entities) count(use, 1)
      if (entities.length > 0) byArticle.set(article, entities)
      else byArticle.delete(article)
    },
    suggest: (query, { kept = [], near = '', limit = 20 } = {}) => {
      const wanted = fold(query)
      const place = nearOf(near)
      const sources = [withAliases([...all.values()], kept), kept.map(({ name, code, sector, aliases }) => known({ name, ...(code === undefined ? {} : { code }), ...(sector === undefined ? {} : { sector }), count: 0 }, aliases)), COUNTRY_ENTRIES]
      return withoutDoubles(sources.flatMap((entries, source) => ranked(entries, wanted, place, source)), limit)
    },
  }
}

interface Ranked {
  readonly entry: Known
  readonly rank: number
  readonly named: boolean
  readonly source: number
}

const COUNTRY_SOURCE = 2

/** What was recorded under a name of the codebook's is found by its other names too. */
function withAliases(entries: readonly Known[], kept: readonly RegisteredEntity[]): readonly Known[] {
  if (kept.length === 0) return entries
  const aliases = new Map(kept.map((entity) => [fold(entity.name), entity.aliases]))
  return entries.map((entry) => (aliases.has(entry.folded) ? known(entry.entity, [...(aliases.get(entry.folded) ?? [])]) : entry))
}

/** Nobody wants all countries unasked: with nothing typed only those that the text names. */
function ranked(entries: readonly Known[], wanted: string, near: Near | null, source: number): Ranked[] {
  return entries.flatMap((entry) => {
    const rank = rankOf(entry, wanted)
    if (rank === null) return []
    const named = near !== null && isNamedIn(entry, near)
    return wanted === '' && source === COUNTRY_SOURCE && !named ? [] : [{ entry, rank, named, source }]
  })
}

/** Countries that nobody recorded and the text does not name come last, whatever is typed. */
function isFar({ source, named }: Ranked): number {
  return source === COUNTRY_SOURCE && !named ? 1 : 0
}

/** What was recorded stands as it was recorded, also where the codebook or the list of countries has it. */
function withoutDoubles(found: readonly Ranked[], limit: number): Suggestion[] {
  const seen = new Set<string>()
  const keysOf = ({ entry: { entity, folded } }: Ranked) => [`name ${folded}`, ...(entity.code === undefined ? [] : [`code ${entity.code}`])]
  const kept: Ranked[] = []
  for (const one of found.toSorted((a, b) => a.source - b.source)) {
    if (one.source > 0 && keysOf(one).some((key) => seen.has(key))) continue
    for (const key of keysOf(one)) seen.add(key)
    kept.push(one)
  }
  return kept
    .toSorted(
      (a, b) =>
        isFar(a) - isFar(b) ||
        a.rank - b.rank ||
        Number(b.named) - Number(a.named) ||
        a.source - b.source ||
        b.entry.entity.count - a.entry.entity.count ||
        (a.entry.folded < b.entry.folded ? -1 : a.entry.folded > b.entry.folded ? 1 : 0),
    )
    .slice(0, limit)
    .map(({ entry, named }) => ({ ...entry.entity, named }))
}
