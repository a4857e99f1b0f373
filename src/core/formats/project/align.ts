import type { ParsedDocument } from '../interchange.ts'

/** A text without its blanks: what stays the same when a format rebuilds a text from its tokens. */
export function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}

/**
 * The document’s annotations at the places that the same signs have in another text, which differs in blanks only. A span keeps its
 * first and last sign; one of nothing but blanks is left out, and named.
 */
export function moveToText(document: ParsedDocument, from: string, to: string): { readonly document: ParsedDocument; readonly lost: readonly string[] } {
  const places = placesOfSigns(to)
  const counts = signsBefore(from)
  const lost: string[] = []
  const sets = document.sets.map((set) => ({
    ...set,
    annotations: set.annotations.flatMap((annotation) => {
      const fragments = annotation.fragments.flatMap(({ start, end }) => {
        const [first, after] = [counts[start] ?? 0, counts[end] ?? 0]
        const [newStart, last] = [places[first], places[after - 1]]
        if (after <= first || newStart === undefined || last === undefined) return []
        return [{ start: newStart, end: last + 1, quote: to.slice(newStart, last + 1) }]
      })
      if (fragments.length > 0) return [{ ...annotation, fragments }]
      lost.push(annotation.id)
      return []
    }),
  }))
  return { document: { ...document, text: to, sets }, lost }
}

/** UTF-16 places of what is no blank. */
function placesOfSigns(text: string): number[] {
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) if (!/\s/.test(text[at] ?? '')) places.push(at)
  return places
}

/** How many signs that are no blanks stand before each place. */
function signsBefore(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1) counts[at + 1] = (counts[at] ?? 0) + (/\s/.test(text[at] ?? '') ? 0 : 1)
  return counts
}
