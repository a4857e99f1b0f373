import type { Dirent, Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { lstat, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import { errorCode } from './disk-errors.ts'
import type { EntryKind, FileOps, OpenFile } from './file-ops.ts'

/** The real file system. */
export const nodeOps: FileOps = {
  readFile: async (path) => {
    const bytes = await readFile(path)
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  },
  create: async (path, mode) => opened(await open(path, 'wx', mode ?? 0o666)),
  openToAppend: async (path) => opened(await open(path, 'a')),
  rename: (from, to) => patient(() => rename(from, to)),
  removeFile: (path) => patient(() => unlink(path)),
  makeFolder: async (path) => {
    await mkdir(path)
  },
  syncFolder,
  list: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  stat: async (path) => {
    const found = await stat(path)
    return { kind: kindOf(found), size: found.size, modified: found.mtimeMs, mode: found.mode & 0o777 }
  },
  realPath: (path) => realpath(path),
  isLink: async (path) => (await lstat(path)).isSymbolicLink(),
}

function opened(handle: FileHandle): OpenFile {
  return {
    write: async (bytes) => {
      let written = 0
      while (written < bytes.length)
        written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten
    },
    truncate: (size) => handle.truncate(size),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

function kindOf(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** Windows cannot flush a folder, and some network file systems refuse it: there the rename itself is all there is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

/** On Windows, virus scanners and synchronisers hold a file for a moment; elsewhere there is nothing to wait for. */
async function patient(act: () => Promise<void>): Promise<void> {
  const pauses = process.platform === 'win32' ? [20, 60, 180, 500] : []
  for (const pause of pauses) {
    try {
      await act()
      return
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error
      await new Promise((resume) => setTimeout(resume, pause))
    }
  }
  await act()
}
