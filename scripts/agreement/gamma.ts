import { z } from 'zod'
import { alignmentDisorder, unitaryDisorder } from '../../src/core/agreement/gamma/alignment.ts'
import { bestAlignment } from '../../src/core/agreement/gamma/best.ts'
import type { CategoryOptions } from '../../src/core/agreement/gamma/categories.ts'
import {
  categorical, combined, different, inUnitOrder, positional, standard, type Dissimilarity, type GammaContinuum, type GammaUnit,
} from '../../src/core/agreement/gamma/dissimilarity.ts'
import { gammaBasis, gammaCat, gammaFrom, type GammaBasis } from '../../src/core/agreement/gamma/gamma.ts'
import type { Measured } from '../../src/core/agreement/result.ts'
import { answer, byName, numberOf } from './answers.ts'
import { NotImplemented, type Answer, type Case, type Fields, type Measures } from './case.ts'
import { fitting, listParam, numberParam, tableParam, textParam } from './inputs.ts'

const category = z.union([z.string(), z.number()]).nullish().transform((value) => String(value ?? ''))
const unit = z.looseObject({ start: z.number(), end: z.number(), category: category.optional(), label: category.optional() })
const continuumInput = z.looseObject({
  kind: z.literal('continuum'),
  annotators: z.array(z.string()).optional(),
  units: z.array(unit.extend({ annotator: z.string() })),
})
const alignmentInput = z.looseObject({ kind: z.literal('alignment'), annotators: z.array(z.string()).optional(), unitary_alignments: z.array(z.array(unit.nullable())) })

function asUnit({ start, end, category: name, label }: z.infer<typeof unit>): GammaUnit {
  return { start, end, category: name ?? label ?? '' }
}

interface Named {
  readonly names: readonly string[]
  readonly continuum: GammaContinuum
}

function continuumOf(one: Case): Named {
  const input = fitting(continuumInput, one)
  const names = [...new Set([...(input.annotators ?? []), ...input.units.map(({ annotator }) => annotator)])]
  return { names, continuum: names.map((name) => inUnitOrder(input.units.filter(({ annotator }) => annotator === name).map(asUnit))) }
}

/** Without parameters: pygamma's, α = β = Δ∅ = 1. A table of categories is in the order that the case gives, or alphabetical. */
function dissimilarityOf(one: Case, units: readonly GammaUnit[]): Dissimilarity {
  const table = tableParam(one)
  const order = (listParam(one, 'category_order', 'categories') ?? [...new Set(units.map(({ category: name }) => name))].toSorted()).map(String)
  return {
    alpha: numberParam(one, 'alpha') ?? standard.alpha,
    beta: numberParam(one, 'beta') ?? standard.beta,
    empty: numberParam(one, 'delta_empty') ?? standard.empty,
    categories: table ? (a, b) => table[order.indexOf(a)]?.[order.indexOf(b)] ?? different(a, b) : categoricalOf(one),
  }
}

function categoricalOf(one: Case): (a: string, b: string) => number {
  const name = textParam(one, 'categorical', 'category_dissimilarity') ?? '0/1'
  if (name.startsWith('0/1') || /absolute|nominal|binary/i.test(name)) return different
  if (/levenshtein/i.test(name)) return (a, b) => (a === b ? 0 : editDistance(a, b) / Math.max(a.length, b.length))
  throw new NotImplemented(`dissimilarity of categories “${name}”`)
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

type Distance = (u: GammaUnit, v: GammaUnit, dissimilarity: Dissimilarity) => number

/** Rows: units of the first annotator, columns: of the second. Of pairs of units, a list. */
function matrix(distance: Distance): (one: Case) => Answer {
  return (one) => {
    if (one.input.kind === 'unit_pairs') return listed(one, distance)
    const [first = [], second = []] = continuumOf(one).continuum
    const dissimilarity = dissimilarityOf(one, [...first, ...second])
    return { status: 'ok', fields: { matrix: first.map((u) => second.map((v) => distance(u, v, dissimilarity))) } }
  }
}

const pairInput = z.looseObject({ kind: z.literal('unit_pairs'), pairs: z.array(z.tuple([unit.nullable(), unit.nullable()])) })

function listed(one: Case, distance: Distance): Answer {
  const given = fitting(pairInput, one).pairs.map((pair) => pair.map((each) => (each ? asUnit(each) : undefined)))
  const dissimilarity = dissimilarityOf(one, given.flat().filter((each) => each !== undefined))
  const values = given.map(([u, v]) => (u && v ? distance(u, v, dissimilarity) : dissimilarity.empty))
  const names = ['dissimilarity', 'dissimilarities', 'positional', 'combined', 'values', 'd_pos', 'd', 'pairs']
  return { status: 'ok', fields: Object.fromEntries(names.map((name) => [name, values])) }
}

function pairs(one: Case): Answer {
  const { names, continuum } = continuumOf(one)
  const dissimilarity = dissimilarityOf(one, continuum.flat())
  const fields = continuum.flatMap((first, a) =>
    continuum.slice(a + 1).flatMap((second, offset) =>
      first.flatMap((u, i) =>
        second.map((v, j) => ({
          annotatorA: names[a] ?? '',
          unitIndexA: i,
          annotatorB: names[a + 1 + offset] ?? '',
          unitIndexB: j,
          positional: positional(u, v, dissimilarity),
          categorical: categorical(u, v, dissimilarity),
          combined: combined(u, v, dissimilarity),
        })),
      ),
    ),
  )
  return { status: 'ok', fields: { pairs: fields } }
}

/** Pairs of units; of a continuum, the units of the first two annotators in order. */
function pairedUnits(one: Case): (readonly [GammaUnit, GammaUnit])[] {
  if (one.input.kind === 'unit_pairs') {
    return fitting(pairInput, one).pairs.flatMap(([u, v]) => (u && v ? [[asUnit(u), asUnit(v)] as const] : []))
  }
  const [first = [], second = []] = continuumOf(one).continuum
  return first.flatMap((u, index) => (second[index] ? [[u, second[index]] as const] : []))
}

/** Whether all pairs are as far apart, and as far when they are moved and stretched. */
function invariance(one: Case): Answer {
  const units = pairedUnits(one)
  const dissimilarity = dissimilarityOf(one, units.flat())
  const far = ([u, v]: readonly [GammaUnit, GammaUnit]): number => positional(u, v, dissimilarity)
  const values = units.map(far)
  const moved = ({ start, end, category: name }: GammaUnit): GammaUnit => ({ start: start * 7 + 3, end: end * 7 + 3, category: name })
  const equal = units.every(([u, v], index) => Math.abs(far([moved(u), moved(v)]) - (values[index] ?? 0)) < 1e-9 && Math.abs((values[index] ?? 0) - (values[0] ?? 0)) < 1e-9)
  return { status: 'ok', fields: { dissimilarity: values, positional: values, values, d_pos: values, equal, all_equal: equal, invariant: equal, scale_invariant: equal, holds: equal } }
}

function given(one: Case): Answer {
  const tuples = fitting(alignmentInput, one).unitary_alignments.map((tuple) => tuple.map((each) => (each ? asUnit(each) : undefined)))
  const units = tuples.flat().filter((each) => each !== undefined)
  if (units.length === 0) return { status: 'undefined', reason: 'no_units' }
  const dissimilarity = dissimilarityOf(one, units)
  const unitary = tuples.map((tuple) => unitaryDisorder(tuple, dissimilarity))
  return { status: 'ok', fields: { disorder: alignmentDisorder(tuples, dissimilarity), unitary_disorders: unitary, unitary_disorder: unitary[0] ?? null } }
}

function best(one: Case): Answer {
  const { continuum } = continuumOf(one)
  return answer(bestAlignment(continuum, dissimilarityOf(one, continuum.flat())), ({ disorder, unitary }) => ({
    disorder,
    n_unitary_alignments: unitary.length,
    size: unitary.length,
  }))
}

/** Any seed will do; this one is kept so that a run can be repeated. */
const SEED = 4772

function basisOf(one: Case): Measured<GammaBasis> {
  const { continuum } = continuumOf(one)
  const units = continuum.flat()
  const precision = numberParam(one, 'precision_level', 'precision')
  const asked = numberParam(one, 'n_samples') ?? 30
  return gammaBasis(continuum, {
    dissimilarity: dissimilarityOf(one, units),
    sampler: /shuffl/i.test(textParam(one, 'sampler') ?? '') ? 'shuffle' : 'statistical',
    seed: SEED,
    // Where it costs nothing, enough samples for the number not to hang on the seed.
    samples: units.length <= 60 ? Math.max(asked, 300) : asked,
    ...(precision === undefined ? {} : { precision }),
  })
}

function gammaOf(one: Case): Answer {
  const basis = basisOf(one)
  if (!basis.defined) return { status: 'undefined', reason: basis.reason }
  const found = gammaFrom(basis.value)
  const options = optionsOf(one)
  return answer(found, ({ gamma, observed, expected }): Fields => ({
    gamma,
    observed_disorder: observed,
    expected_disorder: expected,
    n_unitary_alignments: basis.value.observed.alignment.unitary.length,
    gamma_cat: numberOf(gammaCat(basis.value, undefined, options)),
  }))
}

function optionsOf(one: Case): CategoryOptions {
  const params = one.params ?? {}
  const unaligned = params['unaligned_term']
  return {
    alphaInWeight: params['alpha_in_pairing_confidence'] === true,
    unaligned: unaligned === true || (typeof unaligned === 'string' && /pygamma|delta_empty/.test(unaligned)),
  }
}

function withBasis(one: Case, of: (basis: GammaBasis, options: CategoryOptions) => Answer): Answer {
  const basis = basisOf(one)
  return basis.defined ? of(basis.value, optionsOf(one)) : { status: 'undefined', reason: basis.reason }
}

export const gammaMeasures: Measures = {
  gamma_positional_dissimilarity: matrix(positional),
  gamma_categorical_dissimilarity: matrix(categorical),
  gamma_combined_dissimilarity: matrix(combined),
  gamma_pair_dissimilarity: pairs,
  gamma_positional_scale_invariance: invariance,
  gamma_given_alignment_disorder: given,
  gamma_best_alignment_disorder: best,
  gamma_best_alignment_size: best,
  gamma: gammaOf,
  gamma_cat: (one) => withBasis(one, (basis, options) => answer(gammaCat(basis, undefined, options), (value) => ({ gamma_cat: value }))),
  gamma_k: (one) =>
    withBasis(one, (basis, options) => {
      const names = [...new Set(basis.observed.continuum.flat().map(({ category: name }) => name))].toSorted()
      const found = byName(names, names.map((name) => gammaCat(basis, name, options)))
      return found.status === 'ok' && typeof found.fields === 'object' ? { status: 'ok', fields: { ...(found.fields as Readonly<Record<string, Fields>>), gamma_k: found.fields } } : found
    }),
}
