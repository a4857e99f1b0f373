import { measured, notDefined, pick, type Measured } from '../result.ts'
import { actualOf, possibleOf, prf, type MatchCounts, type Scores } from './modes.ts'

export interface MucScores extends Scores {
  readonly possible: number
  readonly actual: number
  readonly undergeneration: Measured<number>
  readonly overgeneration: Measured<number>
  readonly substitution: Measured<number>
}

/**
 * The MUC scores as bratutils has them: COR over ACT and POS without half credit; undergeneration MIS/POS, overgeneration
 * SPU/ACT, substitution (INC + PAR)/(COR + INC + PAR). Undefined, `no_units`, where a denominator is 0.
 */
export function mucScores(counts: MatchCounts): MucScores {
  const { correct, incorrect, partial, missed, spurious } = counts
  const [possible, actual] = [possibleOf(counts), actualOf(counts)]
  const share = (of: number, among: number): Measured<number> =>
    pick(among > 0 ? measured(among) : notDefined('no_units'), (all) => of / all)
  return {
    ...prf(correct, actual, possible),
    possible,
    actual,
    undergeneration: share(missed, possible),
    overgeneration: share(spurious, actual),
    substitution: share(incorrect + partial, correct + incorrect + partial),
  }
}
