import { Inflate } from 'fflate'
import { err, ok, type Result } from '../result.ts'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './directory.ts'

/** Packed bytes that are unpacked at once: at most a thousand times as many come out. */
const PIECE = 4096

class Grown extends Error {}

/**
 * The bytes of one file, never more than it says it has: what would grow beyond that is stopped while it grows, so that a lie about the
 * size costs nothing. The error follows the file's name.
 */
export function unpackEntry(zip: Uint8Array, entry: ZipEntry): Result<Uint8Array, string> {
  const packed = zip.subarray(entry.start, entry.end)
  const bytes = entry.deflated ? inflate(packed, entry.size) : ok(packed)
  if (!bytes.ok) return bytes
  return bytes.value.length === entry.size && crc32(bytes.value) === entry.crc32 ? bytes : err('is damaged')
}

function inflate(packed: Uint8Array, size: number): Result<Uint8Array, string> {
  const bytes = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw new Grown()
    bytes.set(piece, length)
    length += piece.length
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE) stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    return length === size ? ok(bytes) : err('is damaged')
  } catch (error) {
    return err(error instanceof Grown ? 'is larger than it says' : 'is damaged')
  }
}
