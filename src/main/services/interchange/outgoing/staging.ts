import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fail, ok, type Result } from '../../../../core/result.ts'
import { diskError } from '../../disk/disk-errors.ts'
import type { Disk } from '../../disk/disk.ts'

/*
 * Files are written and read back in a hidden folder beside their place, and put there in one step at the end: an export that is
 * cancelled, fails or dies half way leaves nothing that could be taken for one.
 */

export async function makeStaging(target: string): Promise<Result<string>> {
  try {
    await mkdir(target, { recursive: true })
    return ok(await mkdtemp(join(target, '.concord-export-')))
  } catch (error) {
    return { ok: false, error: diskError(error, 'written', target) }
  }
}

export async function dropStaging(staging: string): Promise<void> {
  await rm(staging, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
}

/**
 * Into the folder under the first name that is free: one file as itself, several as a folder. Answers the folder that the files are in
 * now and the name of the only one, if it is one. Nothing that is there is overwritten.
 */
export async function putInPlace(disk: Disk, staging: string, target: string, names: readonly string[], stem: string): Promise<Result<{ readonly location: string; readonly renamed: string | null }>> {
  const [only] = names
  const single = names.length === 1 && only !== undefined && !only.includes('/') ? only : null
  const wish = single ?? stem
  const ending = single === null ? '' : extname(single)
  for (let count = 1; count < 10_000; count += 1) {
    const name = count === 1 ? wish : `${ending === '' ? wish : wish.slice(0, -ending.length)} (${count})${ending}`
    const place = join(target, name)
    const taken = await disk.exists(place)
    if (!taken.ok) return taken
    if (taken.value) continue
    try {
      if (single === null) await rename(staging, place)
      else {
        await rename(join(staging, single), place)
        await dropStaging(staging)
      }
      return ok(single === null ? { location: place, renamed: null } : { location: target, renamed: name })
    } catch (error) {
      return { ok: false, error: diskError(error, 'created', place) }
    }
  }
  return fail('export.name', `${target} holds too many exports of this project.`, 'Choose another folder.')
}
