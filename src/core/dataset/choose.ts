import type { AnnotationSet } from '../model/annotation-set.ts'

/** Whose coding of an article a study reports. */
export type Source = 'adjudicated' | 'single_coder' | 'not_adjudicated' | 'not_coded'

export interface ChosenSet {
  readonly source: Source
  /** Null where there is no coding, or several that nobody has adjudicated. */
  readonly set: AnnotationSet | null
}

/** The adjudicated set, else that of the one who coded the article; several codings that nobody adjudicated give none. */
export function chooseSet(adjudicated: AnnotationSet | null, coders: readonly AnnotationSet[]): ChosenSet {
  if (adjudicated) return { source: 'adjudicated', set: adjudicated }
  const [only] = coders
  if (!only) return { source: 'not_coded', set: null }
  return coders.length === 1 ? { source: 'single_coder', set: only } : { source: 'not_adjudicated', set: null }
}
