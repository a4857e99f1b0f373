import { zipSync } from 'fflate'
import { ok, type Result } from '../result.ts'
import { readZipDirectory } from '../zip/directory.ts'
import { sizeProblem } from '../zip/sizes.ts'
import { unpackEntry } from '../zip/unpack.ts'
import { refusal, type SourceFile } from './adapter.ts'

/* Archives of other programs, read with the one reader of zip (`core/zip`), and written. */

export interface ZipLimits {
  readonly entries: number
  /** Unpacked bytes of all entries together. */
  readonly bytes: number
}

const LIMITS: ZipLimits = { entries: 20_000, bytes: 1024 * 1024 * 1024 }
/** Text packs to a tenth, rarely to a fiftieth; only small entries may pack better. */
const MAX_RATIO = 500
const SMALL = 4 * 1024 * 1024
/** What is looked at of an archive without a directory. */
const END = 32 * 1024

/** The files in an archive, folders left out, in its order. `wanted` keeps the others packed. */
export function readZip(file: SourceFile, wanted: (path: string) => boolean = () => true, limits: ZipLimits = LIMITS): Result<SourceFile[]> {
  const refused = (why: string) => refusal(file.path, null, `this zip archive is not read: ${why}.`)
  const entries = readZipDirectory(file.bytes, { entries: limits.entries, from: 'any' })
  if (!entries.ok) return refused(entries.error.why)
  const names = new Set<string>()
  for (const { name } of entries.value) {
    if (!isContained(name)) return refused(`its entry ${JSON.stringify(name)} points outside the archive`)
    if (names.has(name)) return refused(`its entry ${JSON.stringify(name)} is there twice`)
    names.add(name)
  }
  const chosen = entries.value.filter(({ name }) => wanted(name))
  const problem = sizeProblem(chosen, { file: limits.bytes, total: limits.bytes, ratio: MAX_RATIO, ratioFrom: SMALL })
  if (problem !== null) return refused(problem)
  const files: SourceFile[] = []
  for (const entry of chosen) {
    const bytes = unpackEntry(file.bytes, entry)
    if (!bytes.ok) return refused(`its entry ${JSON.stringify(entry.name)} ${bytes.error}`)
    files.push({ path: entry.name, bytes: bytes.value })
  }
  return ok(files)
}

/** Whether an archive has an entry of such a name. Where its directory is damaged, what stands at its two ends is asked. */
export function hasEntry({ bytes }: SourceFile, name: RegExp): boolean {
  if (!isZip(bytes)) return false
  const entries = readZipDirectory(bytes, { entries: LIMITS.entries, from: 'any' })
  if (entries.ok) return entries.value.some((entry) => name.test(entry.name))
  return [bytes.subarray(0, END), bytes.subarray(-END)].some((end) => name.test(String.fromCharCode(...end)))
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Same files, same bytes: entries in the order given, all with the earliest date that zip knows. */
export function writeZip(files: readonly SourceFile[], level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime: '1980-01-01T00:00:00', level, os: 0 })
}

function isContained(path: string): boolean {
  if (path === '' || path.includes('\\') || path.includes('\0') || path.startsWith('/') || /^[a-z]:/i.test(path)) return false
  return !path.split('/').includes('..')
}
