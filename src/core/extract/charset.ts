import { decodeAnyhow, decodeStrictly, encodingName } from './decode-bytes.ts'

/** Where a page says how it is encoded. */
const HEAD = 4096

/**
 * The text of a page: by its byte order mark, else by what it says in its head, else as UTF-8, else as Windows-1252, as browsers do. A page
 * that says UTF-8 and is not is read as Windows-1252, too.
 */
export function decodePage(bytes: Uint8Array): string {
  const marked = byMark(bytes)
  if (marked !== null) return marked
  const said = saidEncoding(bytes)
  if (said !== null && said !== 'utf-8') return decodeAnyhow(bytes, said)
  return decodeStrictly(bytes, 'utf-8') ?? decodeAnyhow(bytes, mostlyUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeAnyhow(bytes.subarray(3), 'utf-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAnyhow(bytes.subarray(2), 'utf-16le')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? decodeAnyhow(bytes.subarray(2), 'utf-16be') : null
}

function saidEncoding(bytes: Uint8Array): string | null {
  const head = decodeAnyhow(bytes.subarray(0, HEAD), 'windows-1252').replace(/<!--[\s\S]*?-->/g, '')
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ?? /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  const name = meta?.[1] === undefined ? null : encodingName(meta[1])
  // Whoever could read these words was not reading UTF-16.
  return name === 'utf-16le' || name === 'utf-16be' || name === 'replacement' ? 'utf-8' : name === 'x-user-defined' ? 'windows-1252' : name
}

/** A page of UTF-8 with a few broken letters, not one of another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeAnyhow(bytes, 'utf-8')
  const broken = text.split('\ufffd').length - 1
  const letters = text.match(/[\u0080-\ufffc]|[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0
  return broken * 10 < letters - broken
}
