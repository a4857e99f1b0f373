/**
 * Bytes 0x80 to 0x9F; five of them mean nothing and stay control characters. Spelt out because the platform's own table
 * differs between versions.
 */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const PIECE = 8192

/** Every byte is a character, so this never fails. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  return pieces.join('').replace(/[\x80-\x9f]/g, (unit) => UPPER.charAt(unit.charCodeAt(0) - 0x80))
}
