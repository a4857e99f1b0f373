import type { ZipEntry } from './directory.ts'

/** Bytes unpacked: of one file, of all together. `ratio` is only asked of files above `ratioFrom`. */
export interface SizeLimits {
  readonly file: number
  readonly total: number
  readonly ratio: number
  readonly ratioFrom: number
}

/** Why these files are not unpacked, by what they say about themselves; null: they may be. Follows a colon, without a full stop. */
export function sizeProblem(entries: readonly ZipEntry[], limits: SizeLimits): string | null {
  let total = 0
  for (const { name, start, end, size } of entries) {
    if (size > limits.file) return `“${name}” would be larger than ${megabytes(limits.file)}`
    const packed = Math.max(1, end - start)
    if (size > limits.ratioFrom && size > packed * limits.ratio) return `“${name}” is packed ${Math.floor(size / packed)} to 1, as no text is`
    total += size
    if (total > limits.total) return `unpacked it would be larger than ${megabytes(limits.total)}`
  }
  return null
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
