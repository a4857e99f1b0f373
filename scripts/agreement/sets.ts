import { z } from 'zod'
import { krippendorffAlpha } from '../../src/core/agreement/coding/alpha.ts'
import { countedItems, countStatistics } from '../../src/core/agreement/coding/counts.ts'
import { binary, jaccard, masi, masiDkpro, masiNltk, partialSets, setRelation, type SetDistance } from '../../src/core/agreement/sets/distance.ts'
import { maxPercentAgreement, setRatings, type SetItem } from '../../src/core/agreement/sets/set-ratings.ts'
import { answer } from './answers.ts'
import { NotImplemented, type Case, type Measures } from './case.ts'
import { fitting, textParam } from './inputs.ts'

const set = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String))
const pairInput = z.looseObject({ kind: z.literal('set_pair'), a: set, b: set })
const item = z.union([
  z.array(set.nullable()).transform((sets) => ({ count: 1, sets })),
  z
    .looseObject({ count: z.number().optional(), labels: z.array(set.nullable()).optional(), sets: z.array(set.nullable()).optional() })
    .transform(({ count, labels, sets }) => ({ count: count ?? 1, sets: sets ?? labels ?? [] })),
])
const reliabilityInput = z.looseObject({ kind: z.literal('set_reliability'), items: z.array(item) })

/** A distance for each way in which two sets can lie to each other. */
const relations = z
  .looseObject({ identical: z.number(), subset: z.number(), disjoint: z.number() })
  .transform(({ identical, subset, disjoint, ...others }) => {
    const shares = ['intersection', 'overlap', 'partial', 'intersecting'].map((name) => others[name]).find((value) => typeof value === 'number')
    return { same: identical, holds: subset, shares: typeof shares === 'number' ? shares : 2 / 3, apart: disjoint }
  })

/** Distance by the name that a case has for it; where two programs mean different things by MASI, that of the case's source. */
function distanceOf(one: Case): SetDistance {
  const table = Object.values(one.params ?? {}).map((value) => relations.safeParse(value).data).find((found) => found !== undefined)
  if (table) return (a, b) => table[setRelation(a, b)]
  const params = Object.values(one.params ?? {}).filter((value) => typeof value === 'string').join(' ')
  const named = textParam(one, 'distance', 'set_distance', 'metric', 'distance_function') ?? (params || `${one.name} ${one.notes ?? ''}`)
  const name = named.toLowerCase()
  const source = `${name} ${one.source ?? ''}`.toLowerCase()
  if (name.includes('masi')) return source.includes('dkpro') ? masiDkpro : source.includes('nltk') ? masiNltk : masi
  if (name.includes('jaccard')) return jaccard
  if (/binary|nominal|equal/.test(name)) return binary
  if (/partial|2004|subset|1\/3|set/.test(name)) return partialSets
  throw new NotImplemented(`set distance ${named}`)
}

function itemsOf(one: Case): readonly SetItem[] {
  return fitting(reliabilityInput, one).items
}

export const setMeasures: Measures = {
  set_distance: (one) => {
    const input = fitting(pairInput, one)
    const [a, b] = [new Set(input.a), new Set(input.b)]
    return { status: 'ok', fields: { binary: binary(a, b), jaccard: jaccard(a, b), masi: masiNltk(a, b) } }
  },
  krippendorff_alpha_set: (one) => {
    const items = itemsOf(one)
    const { ratings, metric } = setRatings(Math.max(0, ...items.map(({ sets }) => sets.length)), items)
    const { coincidences } = countStatistics(ratings.categories.length, countedItems(ratings))
    return answer(krippendorffAlpha(coincidences, metric(distanceOf(one))), ({ alpha, observed, expected }) => ({
      alpha,
      observed_disagreement: observed,
      expected_disagreement: expected,
    }))
  },
  set_max_percent_agreement: (one) =>
    answer(maxPercentAgreement(itemsOf(one)), (value) => ({ agreement: value, max_percent_agreement: value, observed_agreement: value })),
}
