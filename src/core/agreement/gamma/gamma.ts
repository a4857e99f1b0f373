import { measured, notDefined, type Measured } from '../result.ts'
import { seeded } from '../random.ts'
import type { Alignment } from './alignment.ts'
import { bestAlignment, LIMITS, type GammaLimits } from './best.ts'
import { categoryDisorder, type CategoryOptions } from './categories.ts'
import { inUnitOrder, standard, type Dissimilarity, type GammaContinuum } from './dissimilarity.ts'
import { shuffling, statistical } from './sample.ts'

export interface GammaOptions {
  readonly dissimilarity?: Dissimilarity
  /** How chance is imitated: the paper's `shuffle`, or pygamma's `statistical`. */
  readonly sampler?: 'shuffle' | 'statistical'
  /** The same seed gives the same γ: it belongs to the result. */
  readonly seed: number
  /** 30 or more. */
  readonly samples?: number
  /** Adds samples until the expected disorder is known to this share of itself with 95 % confidence; 0.05 for 5 %. */
  readonly precision?: number
  readonly limits?: GammaLimits
}

interface Aligned {
  readonly continuum: GammaContinuum
  readonly alignment: Alignment
}

/** The best alignment of what was annotated, and those of what chance would have made of it. */
export interface GammaBasis {
  readonly observed: Aligned
  readonly samples: readonly Aligned[]
  readonly dissimilarity: Dissimilarity
}

/** More would not be waited for. */
const MOST_SAMPLES = 2000

/**
 * What γ, γ-cat and γ-k are computed from. Units of no length are left out. Undefined: `needs_two_coders`, `no_units`, and
 * `too_large` if the best alignment of the annotations or of a sample is more work than `limits` allow.
 */
export function gammaBasis(units: GammaContinuum, options: GammaOptions): Measured<GammaBasis> {
  const { dissimilarity = standard, sampler = 'shuffle', seed, samples = 30, precision, limits = LIMITS } = options
  const continuum = units.map((own) => inUnitOrder(own.filter(({ start, end }) => end > start)))
  const observed = bestAlignment(continuum, dissimilarity, limits)
  if (!observed.defined) return observed
  const random = seeded(seed)
  const draw = sampler === 'shuffle' ? shuffling(continuum) : statistical(continuum)
  const drawn: Aligned[] = []
  for (let wanted = samples; drawn.length < wanted;) {
    const sample = draw(random)
    // Where an annotator has no units, chance can draw that one only: such a sample says nothing.
    if (sample.flat().length === 0) continue
    const alignment = bestAlignment(sample, dissimilarity, limits)
    if (!alignment.defined) return alignment
    drawn.push({ continuum: sample, alignment: alignment.value })
    if (drawn.length === samples && precision !== undefined) wanted = Math.min(MOST_SAMPLES, neededFor(precision, drawn))
  }
  return measured({ observed: { continuum, alignment: observed.value }, samples: drawn, dissimilarity })
}

/** n = ⌈(1.96 · CV / precision)²⌉ */
function neededFor(precision: number, drawn: readonly Aligned[]): number {
  const values = drawn.map(({ alignment }) => alignment.disorder)
  const mean = average(values)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return mean > 0 ? Math.ceil(((1.96 * Math.sqrt(variance)) / mean / precision) ** 2) : 0
}

export interface Gamma {
  readonly gamma: number
  readonly observed: number
  readonly expected: number
}

/**
 * γ = 1 − δ_observed / mean δ of what chance makes (Mathet, Widlöcher & Métivier 2015); 1 exactly for the same annotations, below 0
 * for worse than chance. Undefined: `no_variation` where chance would agree perfectly as well.
 */
export function gammaFrom({ observed, samples }: GammaBasis): Measured<Gamma> {
  const apart = observed.alignment.disorder
  const expected = average(samples.map(({ alignment }) => alignment.disorder))
  if (apart === 0) return measured({ gamma: 1, observed: 0, expected })
  return expected > 0 ? measured({ gamma: 1 - apart / expected, observed: apart, expected }) : notDefined('no_variation')
}

/** γ of units as annotators marked them. */
export function gamma(units: GammaContinuum, options: GammaOptions): Measured<Gamma> {
  const basis = gammaBasis(units, options)
  return basis.defined ? gammaFrom(basis.value) : basis
}

/**
 * γ-cat, or with a category γ-k (Mathet 2017): 1 − the disorder of categories in the best alignment over its mean in those of
 * the samples; samples without such a pair say nothing. Undefined: `no_matched_spans`, also where no sample has such a pair;
 * `no_variation` where chance gives no difference.
 */
export function gammaCat({ observed, samples, dissimilarity }: GammaBasis, category?: string, options: CategoryOptions = {}): Measured<number> {
  const disorder = ({ continuum, alignment }: Aligned): Measured<number> =>
    categoryDisorder(continuum, alignment, dissimilarity, category, options)
  const found = disorder(observed)
  if (!found.defined) return found
  if (found.value === 0) return measured(1)
  const chance = samples.map(disorder).flatMap((outcome) => (outcome.defined ? [outcome.value] : []))
  if (chance.length === 0) return notDefined('no_matched_spans')
  const expected = average(chance)
  return expected > 0 ? measured(1 - found.value / expected) : notDefined('no_variation')
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
