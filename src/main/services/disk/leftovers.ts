import { join } from 'node:path'
import type { Result } from '../../../core/result.ts'
import { ok } from '../../../core/result.ts'
import { isTemporary } from './atomic-write.ts'
import type { Disk } from './disk.ts'

/** A write takes seconds at most; what is younger may belong to another app that is writing now. */
const OLD = 60 * 60 * 1000

/**
 * Removes what interrupted writes left beside their files, in these folders and below; answers how many. Nothing else
 * is touched, and links are not followed. `now`: milliseconds since the epoch.
 */
export async function removeLeftovers(disk: Disk, folders: readonly string[], now: number): Promise<Result<number>> {
  let removed = 0
  const pending = [...folders]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = await disk.list(folder)
    if (!entries.ok && entries.error.code === 'file.missing') continue
    if (!entries.ok) return entries
    for (const { name, kind } of entries.value) {
      const path = join(folder, name)
      if (kind === 'folder') pending.push(path)
      if (kind !== 'file' || !isTemporary(name)) continue
      const stat = await disk.stat(path)
      if (!stat.ok || !stat.value || now - stat.value.modified < OLD) continue
      const done = await disk.remove(path)
      if (!done.ok) return done
      removed += 1
    }
  }
  return ok(removed)
}
