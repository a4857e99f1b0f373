import type { Encoding } from '../../../core/model/project.ts'
import { normaliseText } from '../../../core/text/normalise.ts'
import { decodeWindows1252 } from '../../../core/text/windows-1252.ts'

export type Decoded =
  | {
      readonly ok: true
      /** Normalised: no byte order mark, LF line ends. */
      readonly text: string
      readonly encoding: Encoding
      /** What the person should know about how it was read, or null. */
      readonly notice: string | null
    }
  /** `reason` follows a file name and a colon. */
  | { readonly ok: false; readonly reason: string }

/** UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252 with a notice. What is no plain text is refused. */
export function decodeArticle(bytes: Uint8Array): Decoded {
  const kind = knownKind(bytes)
  if (kind) return refuse(`it is ${kind.name}, not plain text. ${kind.ending ? `Let its name end in ${kind.ending}, and add it again.` : 'Save it as plain text (.txt) first.'}`)
  if (startsWith(bytes, [0xff, 0xfe, 0, 0])) return refuse('it is UTF-32 text. Save it as UTF-8 first.')
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes, 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes, 'utf-16be')
  if (bytes.includes(0))
    return refuse(
      looksLikeUtf16(bytes) ? 'it seems to be UTF-16 text without a byte order mark. Save it as UTF-8 first.' : BINARY,
    )
  const text = decode(bytes, 'utf-8')
  if (text === null) return windows1252(bytes)
  return accept(text, startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 'utf-8-bom' : 'utf-8', null)
}

const BINARY = 'it holds binary data, not plain text.'
const NOTICE =
  'This file is not UTF-8, so it was read as Windows-1252 (Western European). If letters look wrong, save the file as UTF-8 and add it again.'

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decode(bytes, encoding)
  if (text === null)
    return refuse('it is marked as UTF-16, but is damaged: half a character is missing. Save it again as UTF-8.')
  return accept(text, encoding, null)
}

function windows1252(bytes: Uint8Array): Decoded {
  return accept(decodeWindows1252(bytes), 'windows-1252', NOTICE)
}

function accept(decoded: string, encoding: Encoding, notice: string | null): Decoded {
  const controls = decoded.match(/\p{Cc}/gu)?.filter((sign) => !'\t\n\v\f\r\x1b\x85'.includes(sign)).length ?? 0
  if (controls * 100 > decoded.length || decoded.includes('\0')) return refuse(BINARY)
  return { ok: true, text: normaliseText(decoded), encoding, notice }
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function refuse(reason: string): Decoded {
  return { ok: false, reason }
}

const KINDS: readonly (readonly [signature: readonly number[], name: string, ending?: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document', '.pdf'],
  [[0x50, 0x4b, 0x03, 0x04], 'a Word, OpenDocument or ZIP file', '.docx if it is one of Word’s'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word, Excel or PowerPoint file'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document', '.rtf'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a], 'a RAR archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'a SQLite database'],
]

/** `ending`: of a kind whose text can be taken out. */
function knownKind(bytes: Uint8Array): { readonly name: string; readonly ending: string | undefined } | null {
  const known = KINDS.find(([signature]) => startsWith(bytes, signature))
  return known ? { name: known[1], ending: known[2] } : null
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Western text in UTF-16 has a zero in every second byte. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return false
  const zeros = [0, 0]
  for (const [index, byte] of bytes.subarray(0, 1000).entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.min(even, odd) === 0 && Math.max(even, odd) * 4 > Math.min(bytes.length, 1000)
}
