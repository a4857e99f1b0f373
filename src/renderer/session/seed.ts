/** Of everything in agreement that is drawn by lot. The same for everybody, so that two people see the same intervals. */
export const SEED = 20_310_304
