import { dirname } from 'node:path'
import type { Environment } from '../../../core/model/environment.ts'
import type { Disk } from '../disk/disk.ts'
import { createDisk } from '../disk/disk.ts'
import type { FileOps, FileStat, OpenFile } from '../disk/file-ops.ts'

interface FileNode {
  readonly kind: 'file'
  data: Uint8Array
  /** What a power cut leaves of it. */
  durable: Uint8Array
  mode: number
  modified: number
}

interface FolderNode {
  readonly kind: 'folder'
  entries: Map<string, Node>
  durable: Map<string, Node>
}

type Node = FileNode | FolderNode

export interface ForgetfulOps extends FileOps {
  /**
   * What was not flushed is gone: contents without `sync`, names without `syncFolder`. `luck` says for each of them how much of it
   * had reached the medium all the same, from 0 to 1; left out, nothing had.
   */
  powerCut(luck?: () => number): void
}

/**
 * A disk in memory under the real writer, which forgets like the worst file system that is still within its rights.
 * Paths with `/`.
 */
export function createForgetfulDisk(environment: Environment): { disk: Disk; ops: ForgetfulOps; powerCut: () => void } {
  const ops = createForgetfulOps()
  return { disk: createDisk(ops, environment), ops, powerCut: () => ops.powerCut() }
}

export function createForgetfulOps(): ForgetfulOps {
  const root: FolderNode = newFolder()
  let clock = 0

  const find = (path: string): Node => {
    let node: Node = root
    for (const name of path.split('/').filter(Boolean)) {
      if (node.kind !== 'folder') throw systemError('ENOTDIR', path)
      const next = node.entries.get(name)
      if (!next) throw systemError('ENOENT', path)
      node = next
    }
    return node
  }
  const folder = (path: string): FolderNode => {
    const node = find(path)
    if (node.kind !== 'folder') throw systemError('ENOTDIR', path)
    return node
  }
  const file = (path: string): FileNode => {
    const node = find(path)
    if (node.kind !== 'file') throw systemError('EISDIR', path)
    return node
  }
  const open = (node: FileNode): OpenFile => ({
    write: async (bytes) => {
      const longer = new Uint8Array(node.data.length + bytes.length)
      longer.set(node.data)
      longer.set(bytes, node.data.length)
      node.data = longer
      node.modified = clock += 1
    },
    truncate: async (size) => {
      node.data = node.data.slice(0, size)
    },
    sync: async () => {
      node.durable = node.data
    },
    close: async () => undefined,
  })
  const makeFile = (path: string, mode: number): FileNode => {
    const node: FileNode = {
      kind: 'file',
      data: new Uint8Array(),
      durable: new Uint8Array(),
      mode,
      modified: (clock += 1),
    }
    folder(dirname(path)).entries.set(nameOf(path), node)
    return node
  }

  return {
    readFile: async (path) => file(path).data.slice(),
    create: async (path, mode = 0o644) => {
      if (folder(dirname(path)).entries.has(nameOf(path))) throw systemError('EEXIST', path)
      return open(makeFile(path, mode))
    },
    openToAppend: async (path) =>
      open(folder(dirname(path)).entries.has(nameOf(path)) ? file(path) : makeFile(path, 0o644)),
    rename: async (from, to) => {
      const node = find(from)
      folder(dirname(to)).entries.set(nameOf(to), node)
      folder(dirname(from)).entries.delete(nameOf(from))
    },
    removeFile: async (path) => {
      file(path)
      folder(dirname(path)).entries.delete(nameOf(path))
    },
    makeFolder: async (path) => {
      const { entries } = folder(dirname(path))
      if (path === '/' || entries.has(nameOf(path))) throw systemError('EEXIST', path)
      entries.set(nameOf(path), newFolder())
    },
    syncFolder: async (path) => {
      const node = folder(path)
      node.durable = new Map(node.entries)
    },
    list: async (path) => [...folder(path).entries].map(([name, node]) => ({ name, kind: node.kind })),
    stat: async (path) => statOf(find(path)),
    realPath: async (path) => {
      find(path)
      return path
    },
    isLink: async (path) => {
      find(path)
      return false
    },
    powerCut: (luck = () => 0) => forget(root, luck),
  }
}

function newFolder(): FolderNode {
  return { kind: 'folder', entries: new Map(), durable: new Map() }
}

function statOf(node: Node): FileStat {
  if (node.kind === 'folder') return { kind: 'folder', size: 0, modified: 0, mode: 0o755 }
  return { kind: 'file', size: node.data.length, modified: node.modified, mode: node.mode }
}

function forget(node: Node, luck: () => number): void {
  if (node.kind === 'file') {
    const flushed = node.durable.length
    // Of what was added, a part may be there; a file that was cut or written anew is one or the other.
    const isLonger = node.data.length >= flushed && node.durable.every((byte, index) => node.data[index] === byte)
    if (isLonger) node.data = node.data.slice(0, flushed + Math.floor(luck() * (node.data.length - flushed + 0.999)))
    else if (luck() < 0.5) node.data = node.durable
    node.durable = node.data
    return
  }
  for (const name of new Set([...node.entries.keys(), ...node.durable.keys()])) {
    const before = node.durable.get(name)
    if (before === node.entries.get(name) || luck() >= 0.5) continue
    if (before) node.entries.set(name, before)
    else node.entries.delete(name)
  }
  node.durable = new Map(node.entries)
  for (const child of node.entries.values()) forget(child, luck)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** An error as Node throws it. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
