import { dirname, join } from 'node:path'
import type { Environment } from '../../../core/model/environment.ts'
import type { AppError } from '../../../core/result.ts'
import { sha256 } from '../hash.ts'
import { errorCode } from './disk-errors.ts'
import type { FileOps } from './file-ops.ts'

/** Hidden and short: the name of the target may already be as long as a name can be. */
const TEMPORARY = /^\.concord-[0-9a-f]{16}\.tmp$/

/** Whether a file is what an interrupted write left behind. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name)
}

export type AtomicWriter = (
  path: string,
  bytes: Uint8Array,
  expected: string | null | undefined,
) => Promise<{ sha256: string }>

/**
 * Write beside, flush, compare what is on disk with what was last read, rename, flush the folder. A reader sees the old
 * content or the new, never half of it, also after a power cut. Throws system errors, or an AppError on a conflict.
 */
export function createAtomicWriter(
  ops: FileOps,
  environment: Environment,
  makeFolder: (path: string) => Promise<void>,
): AtomicWriter {
  return async (path, bytes, expected) => {
    const folder = dirname(path)
    const suffix = Array.from(environment.random(8), (byte) => byte.toString(16).padStart(2, '0')).join('')
    const temporary = join(folder, `.concord-${suffix}.tmp`)
    await makeFolder(folder)
    const mode = (await ops.stat(path).catch(() => null))?.mode
    try {
      const file = await ops.create(temporary, mode)
      try {
        await file.write(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await compare(ops, path, expected)
      await ops.rename(temporary, path)
    } catch (error) {
      await ops.removeFile(temporary).catch(() => undefined)
      throw error
    }
    await ops.syncFolder(folder)
    return { sha256: sha256(bytes) }
  }
}

async function compare(ops: FileOps, path: string, expected: string | null | undefined): Promise<void> {
  if (expected === undefined) return
  const found = await ops.readFile(path).then(sha256, (error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (found === expected) return
  const happened = found === null ? 'was removed' : expected === null ? 'is there already' : 'was changed'
  const conflict: AppError = {
    code: 'file.changed',
    message: `${path} ${happened}, by another program, another person or a synchroniser; it was left as it is.`,
    remedy: 'Read the file again, compare the two, and save again.',
    retry: false,
    where: { file: path },
  }
  throw conflict
}
