import { decodeWindows1252 } from '../text/windows-1252.ts'

// Of the platform, like Intl: browsers and Node have the same. Core's types do not know it.
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => { readonly encoding: string; decode: (bytes: Uint8Array) => string }

/** The encoding's own name for one of its labels (`latin1` is `windows-1252`); null where nobody knows it. */
export function encodingName(label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: false, ignoreBOM: true }).encoding
  } catch {
    return null
  }
}

/** Strictly: null where one byte is wrong. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What cannot be read becomes U+FFFD. `encoding`: a name that `encodingName` gave. */
export function decodeAnyhow(bytes: Uint8Array, encoding: string): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding, { fatal: false, ignoreBOM: true }).decode(bytes)
}
