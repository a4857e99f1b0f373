import { isDeviceName } from '../../../core/model/folder-name.ts'

/** In UTF-8: leaves room for what the names of sets and histories add. */
const LONGEST_NAME = 200

/**
 * The path inside `articles/` for a file that comes with `path` (with `/`): characters and names that Windows refuses
 * get a `_` instead, and accents are spelt in one way (NFC), so that the project can be opened everywhere. Null: a name is
 * too long.
 */
export function safePath(path: string): string | null {
  const parts = path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(safePart)
  return parts.some((part) => Buffer.byteLength(part) > LONGEST_NAME) || parts.length === 0 ? null : parts.join('/')
}

/** Where the text of a foreign document would stand inside `articles/`; null: its name is too long. */
export function wishedPath(document: string): string | null {
  return safePath(/\.(txt|md)$/i.test(document) ? document : `${document}.txt`)
}

function safePart(part: string): string {
  const plain = part
    .normalize('NFC')
    .replace(/[<>:"|?*\\]|\p{Cc}|\p{Surrogate}/gu, '_')
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length))
    .replace(/^\./, '_')
  return isDeviceName(plain) ? `_${plain}` : plain
}

/** Two paths with the same key are one file where a file system ignores case or normalises names. */
export function placeKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** `a.txt`, or `a (2).txt`, `a (3).txt`, … where that is taken. */
export function freePath(path: string, isTaken: (key: string) => boolean): string {
  const dot = path.lastIndexOf('.')
  const [stem, extension] = [path.slice(0, dot), path.slice(dot)]
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? path : `${stem} (${count})${extension}`
    if (!isTaken(placeKey(candidate))) return candidate
  }
}
