import type { Refused } from './adapter.ts'

export type FilePlace = Pick<Refused, 'file' | 'line'>

/** Where a document stands in its files, and those of its records of which that is known. Plain data. */
export interface Origin extends FilePlace {
  readonly records?: Map<string, FilePlace>
}

/** By the name of the document. */
export type Origins = ReadonlyMap<string, Origin>

function keyOf(annotator: string | null, id: string): string {
  return JSON.stringify([annotator, id])
}

/** Notes where a record stands, in place. */
export function noteRecord(origins: Map<string, Origin>, document: string, { annotator, id }: { readonly annotator: string | null; readonly id: string }, place: FilePlace): void {
  const origin = origins.get(document) ?? { file: place.file, line: null, records: new Map<string, FilePlace>() }
  origins.set(document, origin)
  origin.records?.set(keyOf(annotator, id), place)
}

/** The line of a record, else that of its document, else the file alone. */
export function placeIn({ file, line, records }: Origin, annotator: string | null, id: string | null): FilePlace {
  return (id === null ? undefined : records?.get(keyOf(annotator, id))) ?? { file, line }
}
