const GUID = /^\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\}?$/

export function isGuid(text: unknown): text is string {
  return typeof text === 'string' && GUID.test(text) && text.startsWith('{') === text.endsWith('}')
}

/** The same GUID comes with and without braces, in any case. */
export function guidKey(guid: string | undefined): string {
  return (guid ?? '').replace(/[{}]/g, '').toLowerCase()
}

/** The same words, the same GUID. */
export function guidFor(...words: readonly string[]): string {
  const text = words.join('\n')
  const hex = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

function hash(text: string, seed: number): number {
  let state = seed
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
    state ^= state >>> 15
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return (state ^ (state >>> 13)) >>> 0
}
