import { differing } from '../../core/annotating/differing.ts'
import { isRequired, missing, unconfirmed } from '../../core/codebook/form.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Attribute, Codebook } from '../../core/model/codebook.ts'
import { memoLast } from './memo.ts'

export interface Incomplete {
  readonly annotation: Annotation
  /** Attributes that still want a value. */
  readonly attributes: readonly Attribute[]
}

interface Known {
  readonly codebook: Codebook
  readonly links: number
  readonly attributes: readonly Attribute[]
}

// One gesture changes one record of thousands: what is known of the others is kept. Relations fill only link attributes of
// the annotation that they start from, so that their number is enough to know that nothing changed.
const known = new WeakMap<Annotation, Known>()

function missingOf(annotation: Annotation, codebook: Codebook, set: AnnotationSet, links: number): readonly Attribute[] {
  const cached = known.get(annotation)
  if (cached && cached.codebook === codebook && cached.links === links) return cached.attributes
  const attributes = missing(codebook, annotation, set.relations)
  known.set(annotation, { codebook, links, attributes })
  return attributes
}

const linksIn = memoLast((relations: AnnotationSet['relations']) => {
  const links = new Map<string, number>()
  for (const { from } of relations) links.set(from.annotation, (links.get(from.annotation) ?? 0) + 1)
  return links
})

/** Whether an annotation of the set misses something: for the few in view, without going through all. */
export const incompleteIn: (set: AnnotationSet, codebook: Codebook) => (annotation: Annotation) => boolean = memoLast(
  (set: AnnotationSet, codebook: Codebook) => {
    const links = linksIn(set.relations)
    return (annotation: Annotation) => missingOf(annotation, codebook, set, links.get(annotation.id) ?? 0).length > 0
  },
)

const NONE: ReadonlySet<string> = new Set()

/** Ids of the attributes that annotations of the set still want. */
export function missingIds(set: AnnotationSet, codebook: Codebook): (annotation: Annotation) => ReadonlySet<string> {
  const links = linksIn(set.relations)
  return (annotation) => {
    const attributes = missingOf(annotation, codebook, set, links.get(annotation.id) ?? 0)
    return attributes.length === 0 ? NONE : new Set(attributes.map(({ id }) => id))
  }
}

/** What is still missing, annotation by annotation, in text order. */
export const missingIn: (set: AnnotationSet, codebook: Codebook) => readonly Incomplete[] = memoLast(
  (set: AnnotationSet, codebook: Codebook) => {
    const links = linksIn(set.relations)
    return set.annotations
      .map((annotation) => ({ annotation, attributes: missingOf(annotation, codebook, set, links.get(annotation.id) ?? 0) }))
      .filter(({ attributes }) => attributes.length > 0)
  },
)

let counted: { readonly set: AnnotationSet; readonly codebook: Codebook; readonly count: number } | null = null

/** How many annotations of the set miss something. After a gesture only what it changed is counted again. */
export function incompleteCount(set: AnnotationSet, codebook: Codebook): number {
  const isIncomplete = incompleteIn(set, codebook)
  const count = (annotations: readonly Annotation[]): number => annotations.reduce((sum, annotation) => sum + Number(isIncomplete(annotation)), 0)
  const known = counted
  let result: number
  if (known && known.codebook === codebook && known.set.relations === set.relations) {
    const { from, oldEnd, newEnd } = differing(known.set.annotations, set.annotations)
    result = known.count - count(known.set.annotations.slice(from, oldEnd)) + count(set.annotations.slice(from, newEnd))
  } else result = count(set.annotations)
  counted = { set, codebook, count: result }
  return result
}

export const incompleteIds: (set: AnnotationSet, codebook: Codebook) => ReadonlySet<string> = memoLast(
  (set: AnnotationSet, codebook: Codebook) => new Set(missingIn(set, codebook).map(({ annotation }) => annotation.id)),
)

/** How many wanted values were filled in by rule and that nobody has confirmed. */
export function unconfirmedIn(set: AnnotationSet, codebook: Codebook): number {
  return set.annotations.reduce((sum, annotation) => {
    const wanted = codebook.attributes.filter((attribute) => isRequired(codebook, attribute, annotation)).map(({ id }) => id)
    return sum + unconfirmed(annotation).filter((id) => wanted.includes(id)).length
  }, 0)
}
