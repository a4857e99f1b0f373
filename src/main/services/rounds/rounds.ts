import type { Round } from '../../../core/model/round.ts'
import type { Disk } from '../disk/disk.ts'
import type { Problem } from '../sets/problem.ts'
import { readRounds } from './read-rounds.ts'

/** The rounds of an open project, as they were last read. */
export interface Rounds {
  all(): readonly Round[]
  /** Reads them again. Answers what cannot be used. */
  load(): Promise<readonly Problem[]>
}

export function createRounds(disk: Disk, folder: string): Rounds {
  let rounds: readonly Round[] = []
  return {
    all: () => rounds,
    load: async () => {
      const found = await readRounds(disk, folder)
      rounds = found.rounds
      return found.problems
    },
  }
}
