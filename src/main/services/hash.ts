import { createHash } from 'node:crypto'

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return typeof content === 'string'
    ? createHash('sha256').update(content, 'utf8').digest('hex')
    : createHash('sha256').update(content).digest('hex')
}
