import { dirname, join } from 'node:path'
import type { Environment } from '../../../core/model/environment.ts'
import type { AppError, Result } from '../../../core/result.ts'
import { err, ok } from '../../../core/result.ts'
import { nodeEnvironment } from '../environment.ts'
import { createAtomicWriter } from './atomic-write.ts'
import type { DiskAction } from './disk-errors.ts'
import { diskError, errorCode } from './disk-errors.ts'
import type { Entry, FileOps, FileStat } from './file-ops.ts'
import { nodeOps } from './node-ops.ts'

export interface WriteOptions {
  /**
   * SHA-256 of the file as it was last read: another content on disk is not overwritten (`file.changed`). `null`: there
   * must be no file (`file.changed` as well). `undefined`: whatever is there is replaced.
   */
  readonly expected: string | null | undefined
}

export interface WalkedFile {
  /** Below the walked folder, with `/`, as on disk (no Unicode normalisation). */
  readonly path: string
  readonly kind: Exclude<Entry['kind'], 'folder'>
}

/**
 * Files, with every failure as a value whose message names the file. Paths are absolute and the system's own. What
 * writes answers only when the bytes and their name are on the medium.
 */
export interface Disk {
  readBytes(path: string): Promise<Result<Uint8Array>>
  /** UTF-8; bytes that are not are an error (`file.encoding`). A BOM is taken off. */
  readText(path: string): Promise<Result<string>>
  exists(path: string): Promise<Result<boolean>>
  /** Follows links; `null`: there is nothing. */
  stat(path: string): Promise<Result<FileStat | null>>
  /** Sorted by name (code units). Hidden names included. */
  list(folder: string): Promise<Result<Entry[]>>
  /**
   * All files below, sorted by path; links are reported, not followed; hidden names (a leading dot) are left out. A
   * missing folder is empty.
   */
  walk(folder: string): Promise<Result<WalkedFile[]>>
  realPath(path: string): Promise<Result<string>>
  /** Whether the name itself is a link, also one that leads nowhere; false when there is nothing. */
  isLink(path: string): Promise<Result<boolean>>
  /** With its parents; one that is there already is fine. */
  makeFolder(path: string): Promise<Result<void>>
  /** Adds at the end, making file and folders where missing. After a failure the file is cut back to what it was. */
  append(path: string, text: string): Promise<Result<void>>
  /** All or nothing; makes missing folders. Answers the SHA-256 of what was written. */
  writeAtomic(path: string, content: Uint8Array | string, options: WriteOptions): Promise<Result<{ sha256: string }>>
  /** Copies bytes unchanged to a place where nothing is yet. */
  copyIn(source: string, target: string): Promise<Result<{ sha256: string }>>
  /** Fine when there is nothing. */
  remove(path: string): Promise<Result<void>>
}

export function createDisk(ops: FileOps, environment: Environment): Disk {
  const attempt = async <T>(action: DiskAction, path: string, act: () => Promise<T>): Promise<Result<T>> => {
    try {
      return ok(await act())
    } catch (error) {
      return err(isAppError(error) ? error : diskError(error, action, path))
    }
  }
  const makeFolder = (path: string): Promise<void> => makeFolders(ops, path)
  const writer = createAtomicWriter(ops, environment, makeFolder)

  const statOrNull = async (path: string): Promise<FileStat | null> => {
    try {
      return await ops.stat(path)
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null
      throw error
    }
  }

  const append = async (path: string, text: string): Promise<void> => {
    const before = await statOrNull(path)
    if (!before) await makeFolder(dirname(path))
    const file = await ops.openToAppend(path)
    try {
      await file.write(new TextEncoder().encode(text))
      await file.sync()
    } catch (error) {
      // Half a line would be taken for damage; what cannot be cut off here, the reader of the file has to see.
      await file.truncate(before?.size ?? 0).catch(() => undefined)
      throw error
    } finally {
      await file.close()
    }
    if (!before) await ops.syncFolder(dirname(path))
  }

  const remove = async (path: string): Promise<void> => {
    try {
      await ops.removeFile(path)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return
      throw error
    }
    await ops.syncFolder(dirname(path))
  }

  return {
    readBytes: (path) => attempt('read', path, () => ops.readFile(path)),
    readText: async (path) => {
      const bytes = await attempt('read', path, () => ops.readFile(path))
      return bytes.ok ? decodeUtf8(bytes.value, path) : bytes
    },
    exists: (path) => attempt('read', path, async () => (await statOrNull(path)) !== null),
    stat: (path) => attempt('read', path, () => statOrNull(path)),
    list: (folder) => attempt('listed', folder, async () => (await ops.list(folder)).toSorted(byName)),
    walk: (folder) => attempt('listed', folder, () => walk(ops, folder)),
    realPath: (path) => attempt('read', path, () => ops.realPath(path)),
    isLink: (path) =>
      attempt('read', path, () =>
        ops.isLink(path).catch((error: unknown) => {
          if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return false
          throw error
        }),
      ),
    makeFolder: (path) => attempt('created', path, () => makeFolder(path)),
    append: (path, text) => attempt('written', path, () => append(path, text)),
    writeAtomic: (path, content, options) =>
      attempt('written', path, () =>
        writer(path, typeof content === 'string' ? new TextEncoder().encode(content) : content, options.expected),
      ),
    copyIn: async (source, target) => {
      const bytes = await attempt('read', source, () => ops.readFile(source))
      return bytes.ok ? attempt('written', target, () => writer(target, bytes.value, null)) : bytes
    },
    remove: (path) => attempt('removed', path, () => remove(path)),
  }
}

export const nodeDisk: Disk = createDisk(nodeOps, nodeEnvironment)

function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && 'remedy' in error
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function decodeUtf8(bytes: Uint8Array, path: string): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err({
      code: 'file.encoding',
      message: `${path} is not UTF-8 text.`,
      remedy: 'Save it as UTF-8, or restore it from a copy.',
      retry: false,
      where: { file: path },
    })
  }
}

/** Each new folder's parent is flushed, else a power cut could take the folder and all that is in it. */
async function makeFolders(ops: FileOps, path: string, parentIsThere = false): Promise<void> {
  try {
    await ops.makeFolder(path)
  } catch (error) {
    const code = errorCode(error)
    // Some file systems (/proc, a drive that is gone) say ENOENT although the parent is there: once is enough.
    if (code === 'ENOENT' && !parentIsThere && dirname(path) !== path) {
      await makeFolders(ops, dirname(path))
      await makeFolders(ops, path, true)
      return
    }
    const found = await ops.stat(path).catch(() => null)
    if (found?.kind === 'folder') return
    throw error
  }
  await ops.syncFolder(dirname(path))
}

async function walk(ops: FileOps, folder: string): Promise<WalkedFile[]> {
  const found: WalkedFile[] = []
  const pending: { absolute: string; relative: string }[] = [{ absolute: folder, relative: '' }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const { name, kind } of await listOrNothing(ops, next.absolute, next.relative === '')) {
      if (name.startsWith('.')) continue
      const path = `${next.relative}${name}`
      if (kind === 'folder') pending.push({ absolute: join(next.absolute, name), relative: `${path}/` })
      else found.push({ path, kind })
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function listOrNothing(ops: FileOps, folder: string, mayBeMissing: boolean): Promise<Entry[]> {
  try {
    return await ops.list(folder)
  } catch (error) {
    if (mayBeMissing && errorCode(error) === 'ENOENT') return []
    throw error
  }
}
