import { join } from 'node:path'
import { ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { splitLines } from './line-file.ts'
import type { HistoryFolder } from './past.ts'

/**
 * Keeps the latest `keep` steps of each history of one person, and answers how many files became shorter. Runs before anything is appended.
 * A file is let grow by a quarter first, so that not every start writes them all.
 */
export async function trimHistories(disk: Disk, { historyFolder, historyEnding }: HistoryFolder, keep: number): Promise<Result<number>> {
  const walked = await disk.walk(historyFolder)
  if (!walked.ok) return walked
  let trimmed = 0
  for (const { path, kind } of walked.value) {
    if (kind !== 'file' || !path.endsWith(historyEnding)) continue
    const file = join(historyFolder, ...path.split('/'))
    const bytes = await disk.readBytes(file)
    if (!bytes.ok) continue
    const { lines, tail } = splitLines(bytes.value)
    // A torn end is mended by whoever appends next, and said there.
    if (tail !== '' || lines.length <= keep * 1.25) continue
    const written = await disk.writeAtomic(file, `${lines.slice(-keep).map(({ text }) => text).join('\n')}\n`, { expected: sha256(bytes.value) })
    if (!written.ok) return written
    trimmed += 1
  }
  return ok(trimmed)
}
