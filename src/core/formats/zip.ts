import { unzipSync, zipSync } from 'fflate'
import { ok, type Result } from '../result.ts'
import { refusal, type SourceFile } from './adapter.ts'

/*
 * The one reader and writer of zip archives. What an archive says about its sizes is checked before anything is unpacked, and
 * unpacking stops at those sizes.
 */

export interface ZipLimits {
  readonly entries: number
  /** Unpacked bytes of all entries together. */
  readonly bytes: number
}

const LIMITS: ZipLimits = { entries: 20_000, bytes: 1024 * 1024 * 1024 }
/** Text packs to a tenth, rarely to a fiftieth; only small entries may pack better. */
const MAX_RATIO = 500
const SMALL = 4 * 1024 * 1024

class Stop extends Error {}

/** The files in an archive, folders left out, in its order. `wanted` keeps the others packed. */
export function readZip(file: SourceFile, wanted: (path: string) => boolean = () => true, limits: ZipLimits = LIMITS): Result<SourceFile[]> {
  const sizes = new Map<string, number>()
  const packed = new Set<string>()
  let entries = 0
  let total = 0
  try {
    const unpacked = unzipSync(file.bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1
        if (entries > limits.entries) throw new Stop(`it holds more than ${limits.entries} files`)
        if (!isContained(name)) throw new Stop(`its entry ${JSON.stringify(name)} points outside the archive`)
        if (packed.has(name)) throw new Stop(`its entry ${JSON.stringify(name)} is there twice`)
        packed.add(name)
        if (name.endsWith('/') || !wanted(name)) return false
        total += originalSize
        if (total > limits.bytes) throw new Stop(`it unpacks to more than ${Math.floor(limits.bytes / 1024 / 1024)} MB`)
        if (originalSize > SMALL && originalSize > size * MAX_RATIO) throw new Stop(`its entry ${JSON.stringify(name)} unpacks to ${Math.floor(originalSize / Math.max(size, 1))} times its size`)
        sizes.set(name, originalSize)
        return true
      },
    })
    const files = Object.entries(unpacked).map(([path, bytes]): SourceFile => ({ path, bytes }))
    const lying = files.find(({ path, bytes }) => bytes.length !== sizes.get(path))
    return lying ? refusal(file.path, null, `the size of its entry ${JSON.stringify(lying.path)} is not what the archive says.`) : ok(files)
  } catch (error) {
    return refusal(file.path, null, `this zip archive is not read: ${error instanceof Error ? error.message : String(error)}.`)
  }
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
