/** How far apart two sets of values are, 0 for the same and 1 for sets without anything in common. */
export type SetDistance = (a: ReadonlySet<string>, b: ReadonlySet<string>) => number

export const binary: SetDistance = (a, b) => (setRelation(a, b) === 'same' ? 0 : 1)

/** 1 − |a∩b| / |a∪b|; 0 for two empty sets. */
export const jaccard: SetDistance = (a, b) => 1 - likeness(a, b)

/**
 * MASI after Passonneau (2006): 1 − J·M, M = 1 for the same, 2/3 if one holds the other, 1/3 if they only share something, else
 * 0. NLTK takes .67 and .33. DKPro's measure of the same name is another one: (1 − J)·{1/3, 2/3, 1}.
 */
export const masi: SetDistance = masiWith(2 / 3, 1 / 3)
export const masiNltk: SetDistance = masiWith(0.67, 0.33)

function masiWith(holds: number, shares: number): SetDistance {
  const monotonicity = { same: 1, holds, shares, apart: 0 }
  return (a, b) => 1 - likeness(a, b) * monotonicity[setRelation(a, b)]
}

export const masiDkpro: SetDistance = (a, b) => (1 - likeness(a, b)) * PARTIAL[setRelation(a, b)]

/** Passonneau (2004): 0 for the same, 1/3 if one holds the other, 2/3 if they only share something, else 1. */
export const partialSets: SetDistance = (a, b) => PARTIAL[setRelation(a, b)]

const PARTIAL = { same: 0, holds: 1 / 3, shares: 2 / 3, apart: 1 }

export type SetRelation = 'same' | 'holds' | 'shares' | 'apart'

/** The empty set is held by every other: that is how the programs that the cases come from read it. */
export function setRelation(a: ReadonlySet<string>, b: ReadonlySet<string>): SetRelation {
  const both = common(a, b)
  if (both === a.size && both === b.size) return 'same'
  if (both === a.size || both === b.size) return 'holds'
  return both > 0 ? 'shares' : 'apart'
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = common(a, b)
  const all = a.size + b.size - both
  return all === 0 ? 1 : both / all
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const value of a) if (b.has(value)) both += 1
  return both
}
