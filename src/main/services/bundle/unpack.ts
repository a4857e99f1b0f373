import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { ZipEntry } from '../../../core/zip/directory.ts'

const inflate = promisify(inflateRaw)

/**
 * The bytes of one file, never more than it says it has: what would grow beyond that is stopped while it grows, so that a lie about
 * the size costs nothing.
 */
export async function unpack(zip: Uint8Array, entry: ZipEntry): Promise<Result<Uint8Array>> {
  const packed = zip.subarray(entry.start, entry.end)
  const bytes = entry.deflated ? await unpackDeflated(packed, entry) : ok(packed)
  if (!bytes.ok) return bytes
  if (bytes.value.length !== entry.size || crc32(bytes.value) !== entry.crc32) return wrong(entry, 'is damaged')
  return bytes
}

async function unpackDeflated(packed: Uint8Array, entry: ZipEntry): Promise<Result<Uint8Array>> {
  try {
    return ok(await inflate(packed, { maxOutputLength: Math.max(1, entry.size) }))
  } catch (error) {
    const grows = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return wrong(entry, grows ? 'is larger than it says' : 'is damaged')
  }
}

function wrong({ name }: ZipEntry, what: string) {
  return fail('bundle.damaged', `The bundle was not opened: “${name}” in it ${what}.`, 'Copy the file again; it may not have been transferred whole.', { where: { file: name } })
}
