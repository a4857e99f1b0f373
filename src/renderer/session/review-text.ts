import { nameOfLabel, labelById } from '../../core/codebook/lookup.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import type { Codebook, Underline } from '../../core/model/codebook.ts'
import { memberKey } from '../../core/review/cluster.ts'
import type { ReviewItem } from '../../core/review/review-article.ts'
import { groupOf, isToDo } from '../../core/review/counts.ts'

/** How a record is drawn in the text under review; the fields of the surface's `LabelLook`. */
interface ReviewLook {
  readonly name: string
  readonly tint: NonNullable<ReturnType<typeof labelById>>['tint']
  readonly underline: Underline
  readonly lane: number
  readonly inMargin: boolean
}

export interface ReviewText {
  readonly annotations: readonly Annotation[]
  readonly looks: ReadonlyMap<string, ReviewLook>
  /** Drawn annotations by item, and back. */
  readonly ofItem: ReadonlyMap<string, readonly string[]>
  readonly itemOf: ReadonlyMap<string, string>
}

/** By shape, not by colour: agreed on, differing, decided. */
const LINES = { agreed: 'solid', differs: 'wavy', decided: 'dotted' } as const satisfies Record<string, Underline>

/**
 * Every annotator's records for the one text: a lane for each annotator, the label's colour, the line's shape for how it stands. Only
 * the first of an item is named beside the text, for all of them. What did not change stays the same object, as the surface wants it.
 */
export function createReviewText(): (items: readonly ReviewItem[], people: readonly string[], codebook: Codebook, only: string | null) => ReviewText {
  const made = new Map<string, Annotation>()
  let looks: ReadonlyMap<string, ReviewLook> = new Map()
  return (items, people, codebook, only) => {
    const found: Annotation[] = []
    const needed = new Map(looks)
    const ofItem = new Map<string, string[]>()
    const itemOf = new Map<string, string>()
    const draw = (item: ReviewItem, id: string, record: Annotation, look: ReviewLook): void => {
      const label = JSON.stringify(look)
      if (!needed.has(label)) needed.set(label, look)
      const known = made.get(id)
      const same = known?.label === label && known.fragments === record.fragments
      const drawn = same ? known : { ...record, id, label }
      made.set(id, drawn)
      found.push(drawn)
      itemOf.set(id, item.key)
      ofItem.set(item.key, [...(ofItem.get(item.key) ?? []), id])
    }
    for (const reviewed of items) {
      const { item, held } = reviewed
      if (item?.kind === 'annotation') {
        const shown = item.members.filter(({ annotator }) => only === null || annotator === only)
        const names = [...new Set(shown.map(({ record }) => nameOfLabel(codebook, record.label)))]
        const underline = !isToDo(reviewed) ? LINES.decided : groupOf(reviewed) === 'agreed' ? LINES.agreed : LINES.differs
        for (const [index, { annotator, record }] of shown.entries()) {
          const look = { name: names.join(' / '), tint: labelById(codebook, record.label)?.tint ?? 'slate', underline, lane: only === null ? Math.max(0, people.indexOf(annotator)) : 0, inMargin: index === 0 }
          draw(reviewed, memberKey(annotator, record.id), record, look)
        }
      }
      if (item) continue
      const outcome = held[0]?.decision.outcome
      if (outcome?.kind !== 'annotation') continue
      const { annotation } = outcome
      draw(reviewed, annotation.id, annotation, { name: nameOfLabel(codebook, annotation.label), tint: labelById(codebook, annotation.label)?.tint ?? 'slate', underline: LINES.decided, lane: only === null ? people.length : 1, inMargin: true })
    }
    if (needed.size !== looks.size) looks = needed
    return { annotations: found, looks, ofItem, itemOf }
  }
}
