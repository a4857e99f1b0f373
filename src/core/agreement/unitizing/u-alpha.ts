import { measured, notDefined, type Measured, type UndefinedReason } from '../result.ts'
import { hasLength, labelsOf, overlapping, partition, type Continuum, type Section } from './continuum.ts'
import { addTo, cell, emptyTable, rowSums, total, weighted, type Table } from '../coding/table.ts'

/** How ℓ*, restricted to what two raters both gave a value, is corrected for pairing a unit with itself (three raters and more). */
export type SelfPairing = 'pairwise' | 'union'

export interface UAlphaFamily {
  /** uα: units and values. */
  readonly u: Measured<number>
  /** |uα: units only, whatever their values. */
  readonly bar: Measured<number>
  /** cuα: values only, where both have a unit; with the share of the whole that this is. */
  readonly cu: Measured<number>
  readonly cuCoverage: number
  /** (k)uα of each value, with the share of the value's length that has a partner with a value. */
  readonly ku: ReadonlyMap<string, { readonly alpha: Measured<number>; readonly coverage: number }>
}

/**
 * The u-alpha family of Krippendorff, Mathet, Bouvry & Widlöcher (2016, Quality & Quantity 50, and its erratum), for partitions
 * of the continuum into valued units and gaps φ:
 *
 *     ℓ_ck = Σ_{i≠j} overlap of i's units valued c with j's valued k / (m − 1),  φ among the values
 *     ε_ck = (ℓ_c. ℓ_.k − [c=k] S_c) / (ℓ_.. − ΣS/ℓ_..),  S_c = Σ of squared lengths of units valued c, S_φ = length of gaps
 *     uα = 1 − Σ_{c≠k} ℓ_ck / Σ_{c≠k} ε_ck;  |uα = 1 − Σ_c ℓ_φc / Σ_c ε_φc
 *
 * and the same on ℓ* (c, k ≠ φ) with T_c in place of S_c for cuα and (k)uα. What T_c is for more than two raters differs between
 * programs and could not be held against the paper's own numbers: `selfPairing` says which, and the app shows pairs only.
 * Undefined: `needs_two_coders`, `no_length`, `no_units`; `overlapping_units` where a rater's units overlap, whatever their
 * labels; cuα and (k)uα `no_matched_spans` or `no_variation`.
 */
export function uAlphaFamily(continuum: Continuum, selfPairing: SelfPairing = 'pairwise'): Measured<UAlphaFamily> {
  const reason = unfit(continuum)
  if (reason) return notDefined(reason)
  const labels = labelsOf(continuum)
  const place = new Map<string | null, number>([[null, 0], ...labels.map((label, index) => [label, index + 1] as const)])
  const placeOf = ({ label }: Section): number => place.get(label) ?? 0
  const partitions = continuum.raters.map((units) =>
    partition(units.filter(hasLength).toSorted((a, b) => a.start - b.start), continuum.begin, continuum.length),
  )
  const m = partitions.length
  const observed = emptyTable(place.size)
  const ownSquares = new Float64Array(place.size)
  const sharedSquares = new Float64Array(place.size)
  for (const [i, own] of partitions.entries()) {
    for (const section of own) {
      const length = section.end - section.start
      add(ownSquares, placeOf(section), section.label === null ? length : length ** 2)
      if (section.label !== null) add(sharedSquares, placeOf(section), sharedSquare(section, partitions.toSpliced(i, 1), selfPairing))
    }
    for (const [j, other] of partitions.entries()) {
      if (i !== j) overlapping(own, other, (u, v, overlap) => addTo(observed, placeOf(u), placeOf(v), overlap / (m - 1)))
    }
  }
  return measured(family(labels, observed, ownSquares, sharedSquares))
}

/** What T_c sums: the squared length of a unit that others gave a value as well. */
function sharedSquare(unit: Section, others: readonly (readonly Section[])[], selfPairing: SelfPairing): number {
  const covered = others.map((sections) => sections.filter(({ label }) => label !== null))
  const within = (sections: readonly Section[]): number => {
    let length = 0
    overlapping([unit], sections, (_, __, overlap) => {
      length += overlap
    })
    return length
  }
  if (selfPairing === 'pairwise') return covered.reduce((sum, sections) => sum + within(sections) ** 2, 0) / others.length
  const union: Section[] = []
  for (const section of covered.flat().toSorted((a, b) => a.start - b.start)) {
    const last = union.at(-1)
    if (last && section.start <= last.end) union[union.length - 1] = { ...last, end: Math.max(last.end, section.end) }
    else union.push(section)
  }
  return within(union) ** 2
}

const GAP = 0
const unequal = (c: number, k: number): number => (c === k ? 0 : 1)

function family(labels: readonly string[], observed: Table, ownSquares: Float64Array, sharedSquares: Float64Array): UAlphaFamily {
  const expected = expectedFrom(observed, ownSquares)
  const gapOf = (table: Table): number => weighted(table, (c, k) => (c === GAP && k !== GAP ? 1 : 0))
  const valued: Table = { size: observed.size, cells: observed.cells.slice() }
  for (let c = 0; c < valued.size; c += 1) {
    valued.cells[c] = 0
    valued.cells[c * valued.size] = 0
  }
  const shared = total(valued.cells)
  const chance = shared > 0 ? expectedFrom(valued, sharedSquares) : undefined
  const ku = labels.map((label, index) => {
    const k = index + 1
    const [both, all] = [rowSums(valued)[k] ?? 0, rowSums(observed)[k] ?? 0]
    return [label, { alpha: kAlpha(valued, chance, k), coverage: both / all }] as const
  })
  return {
    u: oneMinus(weighted(observed, unequal), weighted(expected, unequal)),
    bar: oneMinus(gapOf(observed), gapOf(expected)),
    cu: chance ? oneMinus(weighted(valued, unequal), weighted(chance, unequal)) : notDefined('no_matched_spans'),
    cuCoverage: shared / total(observed.cells),
    ku: new Map(ku),
  }
}

/** (k)uα = 1 − (ε*_.k/ℓ*_.k) (ℓ*_.k − ℓ*_kk) / (ε*_.k − ε*_kk) */
function kAlpha(valued: Table, chance: Table | undefined, k: number): Measured<number> {
  const both = rowSums(valued)[k] ?? 0
  if (!chance || both === 0) return notDefined('no_matched_spans')
  const all = rowSums(chance)[k] ?? 0
  const other = all - cell(chance, k, k)
  return other > 1e-12 ? measured(1 - ((all / both) * (both - cell(valued, k, k))) / other) : notDefined('no_variation')
}

function expectedFrom(observed: Table, squares: Float64Array): Table {
  const sums = rowSums(observed)
  const all = total(observed.cells)
  const expected = emptyTable(observed.size)
  const scale = all - total(squares) / all
  for (const [c, row] of sums.entries()) {
    for (const [k, column] of sums.entries()) {
      addTo(expected, c, k, (row * column - (c === k ? (squares[c] ?? 0) : 0)) / scale)
    }
  }
  return expected
}

function oneMinus(observed: number, expected: number): Measured<number> {
  return expected > 1e-12 ? measured(1 - observed / expected) : notDefined('no_variation')
}

function add(values: Float64Array, index: number, amount: number): void {
  values[index] = (values[index] ?? 0) + amount
}

function unfit({ raters, length }: Continuum): UndefinedReason | undefined {
  if (raters.length < 2) return 'needs_two_coders'
  if (length <= 0) return 'no_length'
  if (!raters.flat().some(hasLength)) return 'no_units'
  const crossing = raters.some((units) => {
    const sorted = units.filter(hasLength).toSorted((a, b) => a.start - b.start)
    return sorted.some((unit, index) => unit.start < (sorted[index - 1]?.end ?? -Infinity))
  })
  return crossing ? 'overlapping_units' : undefined
}
