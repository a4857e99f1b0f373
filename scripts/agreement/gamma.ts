import type { Measures } from './case.ts'

export const gammaMeasures: Measures = {}
