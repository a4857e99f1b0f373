import type { Result } from '../../core/result.ts'
import type { NewRound, RoundAgreement, RoundView } from '../../ipc/round-shapes.ts'
import { SEED } from './seed.ts'
import type { Session } from './session.ts'

/** The rounds, the last one first, or why they are not known. */
export function listRounds({ client }: Session): Promise<Result<RoundView[]>> {
  return client.ask('rounds.list', null)
}

export function saveRound({ client }: Session, round: NewRound): Promise<Result<RoundView[]>> {
  return client.ask('rounds.save', round)
}

export function closeRound({ client }: Session, id: string, closed: boolean): Promise<Result<RoundView[]>> {
  return client.ask('rounds.close', { id, closed })
}

export function deleteRound({ client }: Session, id: string): Promise<Result<RoundView[]>> {
  return client.ask('rounds.delete', { id })
}

/** How far those agree who coded the same articles in a round; by the seed of the Agreement tab, so that both say the same. */
export function roundAgreement({ client }: Session, id: string): Promise<Result<RoundAgreement>> {
  return client.ask('rounds.agreement', { id, seed: SEED })
}

/** A seed that nobody chose: from the window's own randomness, short enough to be written down. */
export function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) % 1_000_000
}
