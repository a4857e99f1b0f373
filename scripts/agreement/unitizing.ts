import { alphaU, alphaUByLabel, sectionDelta, type AlphaU } from '../../src/core/agreement/unitizing/alpha-u.ts'
import type { SelfOverlap } from '../../src/core/agreement/unitizing/continuum.ts'
import { uAlphaFamily, type UAlphaFamily } from '../../src/core/agreement/unitizing/u-alpha.ts'
import type { Measured } from '../../src/core/agreement/result.ts'
import { answer, numberOf } from './answers.ts'
import type { Answer, Case, Fields, Measures } from './case.ts'
import { textParam } from './inputs.ts'
import { continuumIn, unitPairsIn } from './span-inputs.ts'

function policyOf(one: Case): SelfOverlap {
  return /longest|keep|drop/.test(textParam(one, 'self_overlap_policy') ?? '') ? 'longest_first' : 'union'
}

function alphaFields({ alpha, observed, expected }: AlphaU): Fields {
  return { alpha, observed_disagreement: observed, expected_disagreement: expected }
}

function byLabel(one: Case): Answer {
  return answer(alphaUByLabel(continuumIn(one), policyOf(one)), (labels) =>
    Object.fromEntries([...labels].map(([label, value]) => [label, value.defined ? alphaFields(value.value) : null])),
  )
}

function overall(one: Case): Answer {
  return answer(alphaU(continuumIn(one), policyOf(one)), alphaFields)
}

/** The whole, and each label under its name. */
function observed(one: Case): Answer {
  const [all, labels] = [overall(one), byLabel(one)]
  if (all.status === 'undefined' || labels.status === 'undefined') return all
  return { status: 'ok', fields: { ...asRecord(labels.fields), ...asRecord(all.fields) } }
}

function asRecord(fields: Fields): Readonly<Record<string, Fields>> {
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? (fields as Readonly<Record<string, Fields>>) : {}
}

function family(one: Case): Answer {
  const continuum = continuumIn(one)
  const two = continuum.raters.length <= 2
  const [pairwise, union] = [uAlphaFamily(continuum, 'pairwise'), uAlphaFamily(continuum, 'union')]
  return answer(pairwise, (found) => ({
    u_alpha: numberOf(found.u),
    bar_u_alpha: numberOf(found.bar),
    cu_alpha: two ? numberOf(found.cu) : null,
    cu_coverage: found.cuCoverage,
    coverage: found.cuCoverage,
    ku_alpha: kuFields(found),
    cu_alpha_variants: {
      'pairwise_correction (lindanna)': numberOf(found.cu),
      'union_correction (quallmer formula, our port)': union.defined ? numberOf(union.value.cu) : null,
    },
  }))
}

function kuFields({ ku }: UAlphaFamily): Readonly<Record<string, Fields>> {
  return Object.fromEntries([...ku].map(([label, { alpha, coverage }]) => [label, { ku_alpha: numberOf(alpha), alpha: numberOf(alpha), coverage }]))
}

/** One number of the family, by the name of the measure. */
function part(name: 'u_alpha' | 'bar_u_alpha', of: (found: UAlphaFamily) => Measured<number>): (one: Case) => Answer {
  return (one) => {
    const found = uAlphaFamily(continuumIn(one))
    if (!found.defined) return { status: 'undefined', reason: found.reason }
    return answer(of(found.value), (value) => ({ [name]: value, alpha: value }))
  }
}

/** For three raters and more there is no one definition (see `uAlphaFamily`): that of the program that the case comes from. */
function coding(one: Case, of: (found: UAlphaFamily) => Answer): Answer {
  const found = uAlphaFamily(continuumIn(one), /quallmer/i.test(one.source ?? '') ? 'union' : 'pairwise')
  return found.defined ? of(found.value) : { status: 'undefined', reason: found.reason }
}

export const unitizingMeasures: Measures = {
  alpha_u_delta: (one) => ({ status: 'ok', fields: { delta: unitPairsIn(one).map(([u, v]) => sectionDelta(u, v)) } }),
  alpha_u_1995: overall,
  alpha_u_1995_observed: observed,
  alpha_u_1995_category: byLabel,
  u_alpha: part('u_alpha', ({ u }) => u),
  bar_u_alpha: part('bar_u_alpha', ({ bar }) => bar),
  cu_alpha: (one) =>
    coding(one, (found) => answer(found.cu, (value) => ({ cu_alpha: value, alpha: value, coverage: found.cuCoverage, cu_coverage: found.cuCoverage }))),
  ku_alpha: (one) => coding(one, (found) => ({ status: 'ok', fields: { ...kuFields(found), ku_alpha: kuFields(found) } })),
  u_alpha_family: family,
}
