import type { ActionId } from '../../core/actions/table.ts'

const TAKE = ['review.take1', 'review.take2', 'review.take3', 'review.take4', 'review.take5', 'review.take6', 'review.take7', 'review.take8', 'review.take9'] as const satisfies readonly ActionId[]

/** The action that takes an annotator's version, by their place; null beyond the ninth. */
export function takeAction(index: number): (typeof TAKE)[number] | null {
  return TAKE[index] ?? null
}
