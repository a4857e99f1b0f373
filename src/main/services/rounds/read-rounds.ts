import { join } from 'node:path'
import { roundSchema, type Round } from '../../../core/model/round.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { problemOf, type Problem } from '../sets/problem.ts'

export interface FoundRounds {
  /** By when they were made. */
  readonly rounds: readonly Round[]
  readonly problems: readonly Problem[]
}

/** The rounds of a project: `rounds/<id>.json`. Those that cannot be used are listed and left as they are. */
export async function readRounds(disk: Disk, folder: string): Promise<FoundRounds> {
  const entries = await disk.list(join(folder, 'rounds'))
  const rounds: Round[] = []
  const problems: Problem[] = []
  for (const { name, kind } of entries.ok ? entries.value : []) {
    if (kind !== 'file' || name.startsWith('.') || !name.endsWith('.json')) continue
    const file = `rounds/${name}`
    const text = await disk.readText(join(folder, 'rounds', name))
    const round = text.ok ? parseFile(roundSchema, text.value, file) : text
    if (round.ok) rounds.push(round.value)
    else problems.push({ ...problemOf(round.error, file), file })
  }
  return { rounds: rounds.toSorted((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1)), problems }
}
