import { join, sep } from 'node:path'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from './disk.ts'

/**
 * The same disk, but nothing is written below `folder` unless `marker` is still in it. Whoever writes makes missing folders: in the place of
 * a project that was renamed, or of a drive that was taken away, that would make a new one, which nobody would ever look into.
 */
export function onlyWhileThere(disk: Disk, folder: string, marker: string): Disk {
  const isThere = async (path: string): Promise<Result<null>> => {
    if (path !== folder && !path.startsWith(folder + sep)) return ok(null)
    const there = await disk.exists(join(folder, marker))
    if (!there.ok) return there
    if (there.value) return ok(null)
    return fail(
      'file.missing',
      `${path} could not be written: the project is no longer at ${folder}.`,
      'Check that the folder was not moved or renamed, and that the drive is connected.',
      { retry: true, where: { file: folder } },
    )
  }
  const guarded = async <T>(path: string, act: () => Promise<Result<T>>): Promise<Result<T>> => {
    const there = await isThere(path)
    return there.ok ? act() : there
  }
  return {
    ...disk,
    makeFolder: (path) => guarded(path, () => disk.makeFolder(path)),
    append: (path, text) => guarded(path, () => disk.append(path, text)),
    writeAtomic: (path, content, options) => guarded(path, () => disk.writeAtomic(path, content, options)),
    copyIn: (source, target) => guarded(target, () => disk.copyIn(source, target)),
    remove: (path) => guarded(path, () => disk.remove(path)),
  }
}
