/** A piece of RTF. `byte`: of a text in the code page that holds there. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  | { readonly kind: 'byte'; readonly byte: number }

const BACKSLASH = 0x5c

/** RTF as its specification cuts it up, in one pass. Line ends mean nothing; `\bin` data is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === 0x7b) yield { kind: 'open' }
    else if (byte === 0x7d) yield { kind: 'close' }
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue
    else if (byte !== BACKSLASH) yield { kind: 'byte', byte }
    else {
      const word = controlAt(bytes, at)
      at = word.next
      if (word.token) yield word.token
    }
  }
}

/** What follows a backslash. */
function controlAt(bytes: Uint8Array, start: number): { readonly token: RtfToken | null; readonly next: number } {
  const first = bytes[start] ?? 0
  if (!isLetter(first)) {
    if (first === 0x27) {
      const value = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16)
      return { token: Number.isNaN(value) ? null : { kind: 'byte', byte: value }, next: start + 3 }
    }
    if (first === BACKSLASH || first === 0x7b || first === 0x7d) return { token: { kind: 'byte', byte: first }, next: start + 1 }
    const word = first === 0x0a || first === 0x0d ? 'par' : String.fromCharCode(first)
    return { token: { kind: 'word', word, number: null }, next: start + 1 }
  }
  let at = start
  while (isLetter(bytes[at] ?? 0) && at - start < 32) at += 1
  const word = String.fromCharCode(...bytes.subarray(start, at))
  const sign = at
  if (bytes[at] === 0x2d) at += 1
  const digits = at
  while (isDigit(bytes[at] ?? 0) && at - digits < 10) at += 1
  const number = at > digits ? Number(String.fromCharCode(...bytes.subarray(sign, at))) : null
  if (at === digits) at = sign
  if (bytes[at] === 0x20) at += 1
  if (word === 'bin') return { token: null, next: at + Math.max(0, number ?? 0) }
  return { token: { kind: 'word', word, number }, next: at }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}
