import type { InterchangeAnnotation } from '../interchange.ts'

/** Tells whether a record still says what it said: Prodigy’s own hashes are only written again if so. FNV-1a. */
export function checksum(text: string, annotations: readonly InterchangeAnnotation[]): string {
  const said = JSON.stringify([text.replace(/\r\n?/g, '\n'), annotations.map(({ label, fragments }) => [label, fragments[0]?.start, fragments[0]?.end])])
  let sum = 0x811c9dc5
  for (let at = 0; at < said.length; at += 1) sum = Math.imul(sum ^ said.charCodeAt(at), 0x01000193) >>> 0
  return sum.toString(16)
}
