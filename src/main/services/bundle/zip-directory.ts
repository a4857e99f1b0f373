import { fail, ok, type Result } from '../../../core/result.ts'

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

/** Far above what a large team needs, far below what hurts. Bytes; `ratio` is only asked of files above `ratioFrom`. */
export interface ZipLimits {
  readonly entries: number
  readonly file: number
  readonly total: number
  readonly ratio: number
  readonly ratioFrom: number
}
export const ZIP_LIMITS: ZipLimits = { entries: 60_000, file: 64 * 1024 * 1024, total: 512 * 1024 * 1024, ratio: 200, ratioFrom: 1024 * 1024 }

/** A zip above this many bytes is not even read. */
export const LARGEST_ZIP = 256 * 1024 * 1024

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 0x0001
const UNIX = 3

/**
 * What a zip holds, by its central directory alone: nothing is unpacked. Refuses what no bundle needs and a hostile file may have:
 * more or larger files than the limits, links, encryption, several disks, ZIP64, data that overlaps or lies outside. Folders are left out.
 */
export function readZipDirectory(zip: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Result<ZipEntry[]> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = findEnd(view)
  if (end === null) return refused('bundle.zip', 'it is not a zip file, or its end is missing', 'Copy the file again; it may not have been transferred whole.')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const from = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || from === 0xffffffff) return odd('it is a zip of a kind that Concord never makes (ZIP64, or in several parts)')
  if (count > limits.entries) return tooLarge(`it holds ${count} files, and at most ${limits.entries} are allowed`)
  if (from + size > end) return damaged()
  const entries: ZipEntry[] = []
  let total = 0
  let at = from
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return damaged()
    const header = centralHeader(view, zip, at)
    if (header === null) return damaged()
    at = header.next
    const entry = entryOf(view, zip, header, from)
    if (!entry.ok) return entry
    if (entry.value === null) continue
    const problem = sizeProblem(entry.value, limits)
    if (problem !== null) return tooLarge(problem)
    total += entry.value.size
    if (total > limits.total) return tooLarge(`unpacked it would be larger than ${megabytes(limits.total)}`)
    entries.push(entry.value)
  }
  if (overlaps(entries)) return odd('two of its files lie over each other')
  return ok(entries)
}

interface Header {
  readonly name: string | null
  readonly flags: number
  readonly method: number
  readonly crc32: number
  readonly compressed: number
  readonly size: number
  readonly local: number
  /** Kind of file by its Unix mode; 0 where another system made the zip. */
  readonly kind: number
  readonly next: number
}

function centralHeader(view: DataView, zip: Uint8Array, at: number): Header | null {
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > zip.length) return null
  return {
    name: utf8(zip.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    kind: view.getUint8(at + 5) === UNIX ? view.getUint16(at + 40, true) & 0o170000 : 0,
    next,
  }
}

/** `null`: a folder. */
function entryOf(view: DataView, zip: Uint8Array, header: Header, directory: number): Result<ZipEntry | null> {
  const { name, flags, method, compressed, size, local, kind } = header
  if (name === null) return odd('the name of one of its files is not UTF-8')
  if (kind === 0o120000) return odd(`“${name}” is a link`)
  if (![0, 0o100000, 0o040000].includes(kind)) return odd(`“${name}” is no plain file`)
  if ((flags & ENCRYPTED) !== 0) return odd(`“${name}” is encrypted`)
  if (name.endsWith('/')) return ok(null)
  if (method !== 0 && method !== 8) return odd(`“${name}” is packed in a way that Concord never uses`)
  if ([compressed, size, local].includes(0xffffffff)) return odd('it is a zip of a kind that Concord never makes (ZIP64)')
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL) return damaged()
  const nameLength = view.getUint16(local + 26, true)
  const start = local + 30 + nameLength + view.getUint16(local + 28, true)
  const end = start + compressed
  if (end > directory || (method === 0 && compressed !== size)) return damaged()
  // Two directories that say different things are how one program is shown another file than the next.
  if (utf8(zip.subarray(local + 30, local + 30 + nameLength)) !== name) return odd(`“${name}” is called otherwise at another place`)
  return ok({ name, deflated: method === 8, crc32: header.crc32, start, end, size })
}

function sizeProblem({ name, start, end, size }: ZipEntry, limits: ZipLimits): string | null {
  if (size > limits.file) return `“${name}” would be larger than ${megabytes(limits.file)}`
  const packed = Math.max(1, end - start)
  return size > limits.ratioFrom && size > packed * limits.ratio ? `“${name}” is packed ${Math.floor(size / packed)} to 1, as no text is` : null
}

function overlaps(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.start - b.start)
  return sorted.some(({ start, name }, index) => {
    const before = sorted[index - 1]
    // A header with its name lies between the data of two files.
    return before !== undefined && before.end + 30 + name.length > start
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

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}

function refused(code: string, why: string, remedy: string) {
  return fail(code, `The bundle was not opened: ${why}.`, remedy)
}

const ASK = 'Nothing was changed. Ask whoever sent it to export the bundle again in Concord.'

function damaged() {
  return refused('bundle.damaged', 'the zip file is damaged', 'Copy the file again; it may not have been transferred whole.')
}

function odd(why: string) {
  return refused('bundle.unsafe', why, ASK)
}

function tooLarge(why: string) {
  return refused('bundle.tooLarge', why, ASK)
}
