import { err, ok, type Result } from '../result.ts'
import { entrySizes } from './zip64.ts'

// Of the platform, like Intl: browsers and Node have the same. Core's types do not know it.
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => { decode: (bytes: Uint8Array) => string }

/*
 * The one reader of zip archives: bundles, workbooks, projects of other tools, Word documents and books. It believes the central
 * directory, compares it with what stands before each file, and unpacks nothing.
 */

/** One file of a zip, and where its data is. */
export interface ZipEntry {
  /** As it stands in the zip, with `/`. */
  readonly name: string
  readonly deflated: boolean
  readonly crc32: number
  /** Range of its data in the zip, end exclusive. */
  readonly start: number
  readonly end: number
  /** Bytes that it says it has when it is taken out. */
  readonly size: number
}

export interface ZipProblem {
  readonly kind: 'no_zip' | 'damaged' | 'unsafe' | 'too_large'
  /** Follows a colon, without a full stop. */
  readonly why: string
}

export interface DirectoryOptions {
  readonly entries: number
  /**
   * `concord`: as Concord writes zips, with names in UTF-8 and no ZIP64. `any`: as other programs do, too: names in Latin 1, ZIP64, and a
   * name before the data that is spelt otherwise.
   */
  readonly from: 'concord' | 'any'
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 0x0001
const UTF8 = 0x0800
const UNIX = 3

/**
 * What a zip holds, folders left out. Refuses what no honest file needs: more files than allowed, links, encryption, several disks, two
 * files of one name, data that overlaps or lies outside. Sizes are for `sizeProblem`.
 */
export function readZipDirectory(zip: Uint8Array, options: DirectoryOptions): Result<ZipEntry[], ZipProblem> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = findEnd(view)
  if (end === null) return problem('no_zip', 'it is not a zip file, or its end is missing')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const from = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || from === 0xffffffff) return problem('unsafe', 'it is a zip of a kind that is not read here (ZIP64, or in several parts)')
  if (count > options.entries) return problem('too_large', `it holds ${count} files, and at most ${options.entries} are allowed`)
  if (from + size > end) return damaged()
  const entries: ZipEntry[] = []
  let at = from
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return damaged()
    const header = centralHeader(view, zip, at, options)
    if (header === null) return damaged()
    at = header.next
    const entry = entryOf(view, zip, header, from, options)
    if (!entry.ok) return entry
    if (entry.value !== null) entries.push(entry.value)
  }
  if (overlaps(entries)) return problem('unsafe', 'two of its files lie over each other')
  return ok(entries)
}

interface Header {
  readonly name: string | null
  readonly rawName: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc32: number
  /** Null: ZIP64 without what belongs to it. */
  readonly sizes: { readonly compressed: number; readonly size: number; readonly local: number; readonly zip64: boolean } | null
  /** Kind of file by its Unix mode; 0 where another system made the zip. */
  readonly kind: number
  readonly next: number
}

function centralHeader(view: DataView, zip: Uint8Array, at: number, { from }: DirectoryOptions): Header | null {
  const nameLength = view.getUint16(at + 28, true)
  const extra = at + 46 + nameLength
  const extraEnd = extra + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > zip.length) return null
  const rawName = zip.subarray(at + 46, at + 46 + nameLength)
  const flags = view.getUint16(at + 8, true)
  const said = { compressed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), local: view.getUint32(at + 42, true) }
  return {
    name: utf8(rawName) ?? (from === 'any' && (flags & UTF8) === 0 ? latin1(rawName) : null),
    rawName,
    flags,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    sizes: entrySizes(view, extra, extraEnd, said),
    kind: view.getUint8(at + 5) === UNIX ? view.getUint16(at + 40, true) & 0o170000 : 0,
    next,
  }
}

/** `null`: a folder. */
function entryOf(view: DataView, zip: Uint8Array, header: Header, directory: number, { from }: DirectoryOptions): Result<ZipEntry | null, ZipProblem> {
  const { name, rawName, flags, method, sizes, kind } = header
  if (name === null) return problem('unsafe', 'the name of one of its files is not UTF-8')
  if (kind === 0o120000) return problem('unsafe', `“${name}” is a link`)
  if (![0, 0o100000, 0o040000].includes(kind)) return problem('unsafe', `“${name}” is no plain file`)
  if ((flags & ENCRYPTED) !== 0) return problem('unsafe', `“${name}” is encrypted`)
  if (name.endsWith('/')) return ok(null)
  if (method !== 0 && method !== 8) return problem('unsafe', `“${name}” is packed in a way that is not read here`)
  if (sizes === null || (sizes.zip64 && from === 'concord')) return problem('unsafe', 'it is a zip of a kind that is not read here (ZIP64)')
  const { compressed, size, local } = sizes
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL) return damaged()
  const nameLength = view.getUint16(local + 26, true)
  const start = local + 30 + nameLength + view.getUint16(local + 28, true)
  const end = start + compressed
  if (end > directory || (method === 0 && compressed !== size)) return damaged()
  const localName = zip.subarray(local + 30, local + 30 + nameLength)
  // Two directories that say different things are how one program is shown another file than the next.
  if (from === 'concord' && !sameBytes(localName, rawName)) return problem('unsafe', `“${name}” is called otherwise at another place`)
  return ok({ name, deflated: method === 8, crc32: header.crc32, start, end, size })
}

function overlaps(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.start - b.start)
  return sorted.some(({ start }, index) => {
    const before = sorted[index - 1]
    // A header of at least 30 bytes lies between the data of two files.
    return before !== undefined && before.end + 30 > start
  })
}

/** The end record is followed by a comment of at most 65,535 bytes, whose length it tells. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return null
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function problem(kind: ZipProblem['kind'], why: string) {
  return err({ kind, why })
}

function damaged() {
  return problem('damaged', 'the zip file is damaged')
}
