import { measured, notDefined, type Measured } from '../result.ts'

/** A chance-corrected coefficient and what it was made of. */
export interface Corrected {
  readonly coefficient: number
  /** P_o */
  readonly observed: number
  /** P_e */
  readonly expected: number
}

/** (P_o − P_e) / (1 − P_e). Undefined, `no_variation`, where chance alone explains full agreement. */
export function corrected(observed: number, expected: number): Measured<Corrected> {
  return 1 - expected < 1e-12
    ? notDefined('no_variation')
    : measured({ coefficient: (observed - expected) / (1 - expected), observed, expected })
}
