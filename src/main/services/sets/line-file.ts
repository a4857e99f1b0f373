/** The lines of a file that is only ever added to, as they are on disk. */
export interface LineFile {
  /** Complete lines, without their ends; `number` is 1-based. */
  readonly lines: readonly { readonly number: number; readonly text: string }[]
  /** Bytes up to and with the last line end. */
  readonly complete: number
  /** What stands after the last line end: an append that a power cut tore, or an empty text. */
  readonly tail: string
}

/** Splits at LF only. Bytes that are no UTF-8 become U+FFFD: such a line fails its schema and is then reported. */
export function splitLines(bytes: Uint8Array): LineFile {
  const complete = bytes.lastIndexOf(0x0a) + 1
  const decode = (part: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)
  const texts = decode(bytes.subarray(0, complete)).split('\n').slice(0, -1)
  return {
    lines: texts.map((text, index) => ({ number: index + 1, text })).filter(({ text }) => text.trim() !== ''),
    complete,
    tail: decode(bytes.subarray(complete)),
  }
}

/** The value of a line, or `undefined` where it is not JSON. */
export function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
