import { resolveId } from '../../codebook/lookup.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Codebook } from '../../model/codebook.ts'

export interface OnlyLabels {
  readonly set: AnnotationSet
  /** Relations that are left out because one of their annotations is. */
  readonly cut: number
}

/** The set with only the annotations of these labels (ids), and the relations between them. A relation to another article stays. */
export function onlyLabels(set: AnnotationSet, labels: ReadonlySet<string>, codebook: Codebook): OnlyLabels {
  const wanted = new Set([...labels].map((id) => resolveId(codebook, 'label', id)))
  const annotations = set.annotations.filter(({ label }) => wanted.has(resolveId(codebook, 'label', label)))
  const left = new Set(set.annotations.map(({ id }) => id))
  for (const { id } of annotations) left.delete(id)
  const relations = set.relations.filter(({ from, to }) => !left.has(from.annotation) && !left.has(to.annotation))
  return { set: { ...set, annotations, relations }, cut: set.relations.length - relations.length }
}
