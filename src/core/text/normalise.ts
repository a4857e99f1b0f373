/**
 * The article's text as everything in the app sees it: byte order mark off, CRLF and lone CR to LF, nothing else.
 * Idempotent, which is why a repeated mark at the start goes as a whole.
 */
export function normaliseText(decoded: string): string {
  const text = decoded.replace(/^\uFEFF+/, '')
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
