import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { hullStart, quoteOf, type Annotation } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { sameJson } from '../../../core/model/equal.ts'
import type { SetDiff } from '../../../core/model/gesture.ts'

/** One annotation on one side, to be shown beside the other side's. */
export interface RecordSide {
  readonly label: string
  readonly quote: string
  /** UTF-16. */
  readonly start: number
  readonly attributes: number
}

export interface ComparedRecord {
  readonly id: string
  readonly here: RecordSide | null
  readonly there: RecordSide | null
  readonly differs: readonly ('label' | 'boundaries' | 'attributes' | 'note')[]
}

const LONGEST_QUOTE = 300

/** The annotations in which two sets differ, in text order. */
export function comparedRecords({ annotations }: SetDiff, codebook: Codebook): ComparedRecord[] {
  const side = (annotation: Annotation): RecordSide => ({
    label: nameOfLabel(codebook, annotation.label),
    quote: quoteOf(annotation).slice(0, LONGEST_QUOTE),
    start: hullStart(annotation),
    attributes: Object.keys(annotation.attributes).length,
  })
  const records = [
    ...annotations.added.map((there) => ({ id: there.id, here: null, there: side(there), differs: [] })),
    ...annotations.removed.map((here) => ({ id: here.id, here: side(here), there: null, differs: [] })),
    ...annotations.updated.map(({ from, to }) => ({ id: from.id, here: side(from), there: side(to), differs: differing(from, to) })),
  ]
  const at = ({ here, there }: ComparedRecord) => (here ?? there)?.start ?? 0
  return records.toSorted((a, b) => at(a) - at(b))
}

function differing(from: Annotation, to: Annotation): ComparedRecord['differs'] {
  return [
    ...(from.label === to.label ? [] : (['label'] as const)),
    ...(sameJson(from.fragments, to.fragments) ? [] : (['boundaries'] as const)),
    ...(sameJson(from.attributes, to.attributes) ? [] : (['attributes'] as const)),
    ...(from.note === to.note ? [] : (['note'] as const)),
  ]
}
