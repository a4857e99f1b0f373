import { boundariesKey } from '../../core/agreement/spans/span.ts'
import type { AnnotationChoice } from '../../core/review/choose.ts'
import type { Member } from '../../core/review/cluster.ts'
import type { AnnotationItem } from '../../core/review/differences.ts'

/** Whose label or values go with the other's words or label: one key each. */
export type PartsKind = 'labelFirst' | 'labelSecond' | 'valuesFirst' | 'valuesSecond'

export interface Parts {
  /** Whose label and values, or whose values, these are; and who gives the rest. */
  readonly of: string
  readonly other: string
  readonly choice: AnnotationChoice
}

/** What the key would decide; null where it would be nothing but one annotator's version. Of more than two, the first two that differ. */
export function partsOf(item: AnnotationItem | null, kind: PartsKind): Parts | null {
  if (!item) return null
  const isLabel = kind === 'labelFirst' || kind === 'labelSecond'
  const { aspects } = item
  const says = aspects.includes('label') || aspects.includes('attributes')
  if (isLabel ? !(says && aspects.includes('boundaries')) : !(aspects.includes('label') && aspects.includes('attributes'))) return null
  const pair = firstPair(item.members, isLabel ? ({ record }) => boundariesKey(record) : ({ record }) => record.label)
  if (!pair) return null
  const [of, other] = kind === 'labelFirst' || kind === 'valuesFirst' ? pair : [pair[1], pair[0]]
  const boundaries = { of: other }
  return { of, other, choice: isLabel ? { kind: 'combine', base: of, boundaries } : { kind: 'combine', base: of, label: other, boundaries } }
}

function firstPair(members: readonly Member[], by: (member: Member) => string): readonly [string, string] | null {
  for (const [index, one] of members.entries()) {
    const other = members.slice(index + 1).find((member) => by(member) !== by(one))
    if (other) return [one.annotator, other.annotator]
  }
  return null
}
