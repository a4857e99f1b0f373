import { randomBytes } from 'node:crypto'
import type { Environment } from '../../core/model/environment.ts'

/** The real clock and real randomness. */
export const nodeEnvironment: Environment = {
  now: () => Date.now(),
  random: (count) => new Uint8Array(randomBytes(count)),
}
