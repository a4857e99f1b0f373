import type { Need } from './needs.ts'

/**
 * Which runs of three characters (in scripts with many characters also two) a folded text has, as bits of a table: a bit that is
 * not set says for certain that a run is not there; one that is set may be another run's. Two kilobytes for a page of news.
 */
export type Signature = Uint8Array

/** One run in about so many bits: few are set by chance. */
const BITS_FOR_EACH = 8
const LEAST_BYTES = 32
/** From Thai on: words of two characters are usual. */
const MANY_CHARACTERS = 0x0e00

export function signatureOf(folded: string): Signature {
  const grams = new Set<number>()
  eachGram(folded, (gram) => void grams.add(gram))
  let bytes = LEAST_BYTES
  while (bytes * 8 < grams.size * BITS_FOR_EACH) bytes *= 2
  const signature = new Uint8Array(bytes)
  const mask = bytes * 8 - 1
  for (const gram of grams) {
    const bit = gram & mask
    signature[bit >> 3] = (signature[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
  return signature
}

/** Whether a text with this signature may hold what is needed. */
export type SignatureTest = (signature: Signature) => boolean

/** Null: nothing that is needed leaves a trace in a signature. */
export function signatureTest(need: Need): SignatureTest | null {
  if (!need) return null
  if (need.kind === 'text') {
    const grams = new Set<number>()
    eachGram(need.text.trim(), (gram) => void grams.add(gram))
    if (grams.size === 0) return null
    const wanted = [...grams]
    return (signature) => {
      const mask = signature.length * 8 - 1
      return wanted.every((gram) => ((signature[(gram & mask) >> 3] ?? 0) & (1 << (gram & 7))) !== 0)
    }
  }
  const tests = need.of.map(signatureTest)
  const known = tests.filter((test) => test !== null)
  if (need.kind === 'any') return known.length === tests.length ? (signature) => known.some((test) => test(signature)) : null
  return known.length === 0 ? null : (signature) => known.every((test) => test(signature))
}

function eachGram(folded: string, tell: (gram: number) => void): void {
  let before = 0
  let last = 0
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at)
    if (at >= 2) tell(mix(Math.imul(before, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b) ^ unit))
    if (at >= 1 && last >= MANY_CHARACTERS && unit >= MANY_CHARACTERS) tell(mix(Math.imul(last, 0xc2b2ae35) ^ unit))
    before = last
    last = unit
  }
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
