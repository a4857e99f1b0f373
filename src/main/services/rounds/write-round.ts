import { serialise } from '../../../core/model/canonical.ts'
import { roundPath } from '../../../core/model/folder-name.ts'
import { roundSchema, type Round } from '../../../core/model/round.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'

/** Writes a round that is not there yet. */
export async function addRound(disk: Disk, folder: string, round: Round): Promise<Result<unknown>> {
  const path = await resolveInside(disk, folder, roundPath(round.id))
  return path.ok ? disk.writeAtomic(path.value, serialise(roundSchema, round), { expected: null }) : path
}

/** Closes a round, or opens it again (`closed` undefined). Anybody may; a change that came in between is not overwritten. */
export async function closeRound(disk: Disk, folder: string, id: string, closed: string | undefined): Promise<Result<unknown>> {
  const path = await resolveInside(disk, folder, roundPath(id))
  if (!path.ok) return path
  const text = await disk.readText(path.value)
  if (!text.ok) return text
  const parsed = parseFile(roundSchema, text.value, roundPath(id))
  if (!parsed.ok) return parsed
  const { closed: _, ...round } = parsed.value
  return disk.writeAtomic(path.value, serialise(roundSchema, closed === undefined ? round : { ...round, closed }), { expected: sha256(text.value) })
}

/** Takes a round away; what was coded in it stays. */
export async function removeRound(disk: Disk, folder: string, id: string): Promise<Result<null>> {
  const path = await resolveInside(disk, folder, roundPath(id))
  if (!path.ok) return path
  const there = await disk.exists(path.value)
  if (!there.ok) return there
  if (!there.value) return fail('round.gone', 'This round is no longer there.', 'Look at the list again.')
  const removed = await disk.remove(path.value)
  return removed.ok ? ok(null) : removed
}
