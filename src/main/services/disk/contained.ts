import { dirname, join, relative, sep, isAbsolute } from 'node:path'
import type { Result } from '../../../core/result.ts'
import { fail, ok } from '../../../core/result.ts'
import { isDeviceName } from '../../../core/model/folder-name.ts'
import type { Disk } from './disk.ts'

/** Why a path inside a project (with `/`) cannot be used on every system, in words, or null. */
export function pathProblem(path: string): string | null {
  if (path === '') return 'the path is empty'
  if (path.includes('\0')) return 'the path has a NUL character in it'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'the path is not inside the project'
  if (path.includes('\\')) return 'the path has a backslash in it'
  for (const part of path.split('/')) {
    if (part === '..') return 'the path leads out of the project'
    if (part === '' || part === '.') return 'the path has an empty part'
    // Windows takes these off, and would open another file than the one that was judged.
    if (/[. ]$/.test(part)) return `“${part}” ends in a dot or a blank`
    if (isDeviceName(part)) return `“${part}” is a name that Windows keeps for a device`
  }
  return null
}

/**
 * The absolute path of `path` (with `/`) below `root`, refused (`path.outside`) when it leads anywhere else: by its
 * parts, or by a link on the way. What does not exist yet is judged by its nearest folder that does.
 */
export async function resolveInside(disk: Disk, root: string, path: string): Promise<Result<string>> {
  const problem = pathProblem(path)
  if (problem) return outside(path, problem)
  const absolute = join(root, ...path.split('/'))
  const realRoot = await disk.realPath(root)
  if (!realRoot.ok) return realRoot
  for (let candidate = absolute; candidate.length > root.length; candidate = dirname(candidate)) {
    const real = await disk.realPath(candidate)
    if (!real.ok && real.error.code === 'file.missing') {
      // A link that leads nowhere yet would let the file be made outside.
      const link = await disk.isLink(candidate)
      if (link.ok && !link.value) continue
      return link.ok ? outside(path, 'a link on the way leads nowhere') : link
    }
    if (!real.ok) return real
    if (!isInside(realRoot.value, real.value)) return outside(path, 'a link on the way leads out of the project')
    return ok(absolute)
  }
  return ok(absolute)
}

/** Whether an absolute path is the folder or below it. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

function outside(path: string, problem: string) {
  return fail(
    'path.outside',
    `${path} was not opened: ${problem}.`,
    'Rename the file, or move it into the project itself.',
    { where: { file: path } },
  )
}
