import type { FileOps } from '../disk/file-ops.ts'
import { systemError } from './forgetful-disk.ts'

export type FileCall = keyof FileOps | 'write' | 'sync' | 'truncate'

/** Given each call and its path, the code it shall fail with, or null. */
export type FailureRule = (call: FileCall, path: string) => string | null

/** Wraps file operations so that some fail. A failing write puts half of its bytes there first, as a full disk does. */
export function failingOps(ops: FileOps, rule: FailureRule): FileOps {
  const guarded = async <T>(call: FileCall, path: string, act: () => Promise<T>): Promise<T> => {
    const code = rule(call, path)
    if (code) throw systemError(code, path)
    return act()
  }
  const opened: (
    call: 'create' | 'openToAppend',
    path: string,
    mode?: number,
  ) => ReturnType<FileOps['create']> = async (call, path, mode) => {
    const file = await guarded(call, path, () => (call === 'create' ? ops.create(path, mode) : ops.openToAppend(path)))
    return {
      write: async (bytes) => {
        const code = rule('write', path)
        if (!code) return file.write(bytes)
        await file.write(bytes.slice(0, Math.floor(bytes.length / 2)))
        throw systemError(code, path)
      },
      truncate: (size) => guarded('truncate', path, () => file.truncate(size)),
      sync: () => guarded('sync', path, () => file.sync()),
      close: () => file.close(),
    }
  }
  return {
    readFile: (path) => guarded('readFile', path, () => ops.readFile(path)),
    create: (path, mode) => opened('create', path, mode),
    openToAppend: (path) => opened('openToAppend', path),
    rename: (from, to) => guarded('rename', to, () => ops.rename(from, to)),
    removeFile: (path) => guarded('removeFile', path, () => ops.removeFile(path)),
    makeFolder: (path) => guarded('makeFolder', path, () => ops.makeFolder(path)),
    syncFolder: (path) => guarded('syncFolder', path, () => ops.syncFolder(path)),
    list: (path) => guarded('list', path, () => ops.list(path)),
    stat: (path) => guarded('stat', path, () => ops.stat(path)),
    realPath: (path) => guarded('realPath', path, () => ops.realPath(path)),
    isLink: (path) => guarded('isLink', path, () => ops.isLink(path)),
  }
}
