import { fail, ok, type Result } from '../../../core/result.ts'
import { readZipDirectory, type ZipEntry, type ZipProblem } from '../../../core/zip/directory.ts'
import { sizeProblem, type SizeLimits } from '../../../core/zip/sizes.ts'

/** Far above what a large team needs, far below what hurts. */
export interface ZipLimits extends SizeLimits {
  readonly entries: number
}
export const ZIP_LIMITS: ZipLimits = { entries: 60_000, file: 64 * 1024 * 1024, total: 512 * 1024 * 1024, ratio: 200, ratioFrom: 1024 * 1024 }

/** A zip above this many bytes is not even read. */
export const LARGEST_ZIP = 256 * 1024 * 1024

const COPY = 'Copy the file again; it may not have been transferred whole.'
const ASK = 'Nothing was changed. Ask whoever sent it to export the bundle again in Concord.'
const CODES: Readonly<Record<ZipProblem['kind'], readonly [code: string, remedy: string]>> = {
  no_zip: ['bundle.zip', COPY],
  damaged: ['bundle.damaged', COPY],
  unsafe: ['bundle.unsafe', ASK],
  too_large: ['bundle.tooLarge', ASK],
}

/** The files of a bundle: nothing is unpacked. Refuses what Concord never writes and a hostile file may have. */
export function readBundleDirectory(zip: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Result<ZipEntry[]> {
  const entries = readZipDirectory(zip, { entries: limits.entries, from: 'concord' })
  if (!entries.ok) return refused(entries.error)
  const why = sizeProblem(entries.value, limits)
  return why === null ? ok(entries.value) : refused({ kind: 'too_large', why })
}

function refused({ kind, why }: ZipProblem) {
  const [code, remedy] = CODES[kind]
  return fail(code, `The bundle was not opened: ${why}.`, remedy)
}
