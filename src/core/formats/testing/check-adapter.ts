import fc from 'fast-check'
import type { Adapter, SourceFile } from '../adapter.ts'
import { differencesOf, unreported } from '../compare-interchange.ts'
import type { InterchangeDocument, Scheme } from '../interchange.ts'
import { readBack, toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { aDocument, SCHEME } from './interchange.ts'

/**
 * Writes documents and reads them back: the words of the first thing that was refused or lost without being reported, or null. This
 * is what lets a receipt say “verified”.
 */
export function dishonesty(adapter: Adapter, documents: readonly InterchangeDocument[], scheme: Scheme = SCHEME): string | null {
  const written = adapter.serialize?.({ scheme, documents }, {})
  if (!written) return 'it does not write'
  const files = [...written.files].map(toSource)
  const again = [...(adapter.serialize?.({ scheme, documents }, {}).files ?? [])].map(toSource)
  if (JSON.stringify(files.map(shown)) !== JSON.stringify(again.map(shown))) return 'the second time other bytes are written'
  const back = readBack(adapter, files, written.readBack?.())
  if (!back.ok) return back.error.message
  const refused = back.value.flatMap((group) => group.refused)[0]
  if (refused) return `${refused.what}: ${refused.why}`
  const differences = differencesOf({ documents }, back.value.flatMap((group) => group.documents))
  const [difference] = unreported(differences, written.losses())
  return difference ? `not reported: ${difference.kind}: ${difference.what}` : null
}

/** Any documents: nothing is lost that is not reported. */
export function checkHonesty(adapter: Adapter, runs = 60): void {
  fc.assert(
    fc.property(aDocument('talks/a', { annotators: ['Ines'] }), aDocument('b', { annotators: ['Ines', 'Tom Ó'] }), (first, second) => {
      const problem = dishonesty(adapter, [first, second])
      if (problem !== null) throw new Error(problem)
    }),
    { numRuns: runs },
  )
}

/** Arbitrary bytes, and honest files with pieces cut out, doubled or exchanged: a Result, never an exception. */
export function checkRobustness(adapter: Adapter, samples: readonly SourceFile[], runs = 60): void {
  const read = (files: readonly SourceFile[]) => void adapter.parse?.(files, {})
  const path = samples[0]?.path ?? 'file'
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => read([{ path, bytes }, ...samples.slice(1)])), { numRuns: runs })
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat({ max: 40 }), fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom('null', '[]', '{}', '-1', '1e400', '"', '\n', '\t', '<', '&', '\u0000', '__proto__').map(encodeText)), (which, at, length, inserted) => {
      const index = which % Math.max(1, samples.length)
      read(samples.map((file, place) => (place === index ? { path: file.path, bytes: damaged(file.bytes, at, length, inserted) } : file)))
    }),
    { numRuns: runs * 2 },
  )
}

function damaged(bytes: Uint8Array, at: number, length: number, inserted: Uint8Array): Uint8Array {
  const place = at % (bytes.length + 1)
  return new Uint8Array([...bytes.subarray(0, place), ...inserted, ...bytes.subarray(place + length)])
}

function shown({ path, bytes }: SourceFile): [string, string] {
  return [path, [...bytes].join(' ')]
}
