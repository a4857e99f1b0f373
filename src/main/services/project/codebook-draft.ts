import { ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'

/** Keeps the text of a codebook's draft in a file, for after a crash; null: there is nothing to keep any more. */
export async function keepDraft(disk: Disk, path: string, draft: string | null): Promise<Result<null>> {
  const done = draft === null ? await disk.remove(path) : await disk.writeAtomic(path, draft, { expected: undefined })
  return done.ok ? ok(null) : done
}

export async function keptDraft(disk: Disk, path: string): Promise<Result<string | null>> {
  const there = await disk.exists(path)
  if (!there.ok || !there.value) return there.ok ? ok(null) : there
  return disk.readText(path)
}
