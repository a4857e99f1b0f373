import type { CommandContext } from '../annotating/commands.ts'
import type { Decision, Review, ReviewDiff } from '../model/review.ts'
import { joinDiffs, replaceDecisions } from './changes.ts'
import { decide, decideRelation } from './decide.ts'
import type { Planned } from './rules.ts'

/** All that was planned as one gesture; what cannot be decided that way is left open and counted. */
export function applyPlan(context: CommandContext, planned: readonly Planned[], bulk: NonNullable<Decision['bulk']>): { readonly diff: ReviewDiff; readonly left: number } {
  const made = planned.map((plan) => {
    const options = { bulk }
    if (plan.kind === 'relation') return decideRelation(context, plan.item, plan.choice, options)
    return decide(context, plan.item, plan.choice, options)
  })
  const decisions = made.flatMap((result) => (result.ok ? [result.value] : []))
  return { diff: joinDiffs(decisions.map((decision) => replaceDecisions([], decision))), left: made.length - decisions.length }
}

/** The bulks of a review that something is left of, in the order of their ids, with how many decisions they still hold. */
export function bulksOf(review: Review): { readonly bulk: NonNullable<Decision['bulk']>; readonly decisions: number }[] {
  const found = new Map<string, { bulk: NonNullable<Decision['bulk']>; decisions: number }>()
  for (const { bulk } of review.decisions) {
    if (!bulk) continue
    const known = found.get(bulk.id)
    if (known) known.decisions += 1
    else found.set(bulk.id, { bulk, decisions: 1 })
  }
  return [...found.values()].toSorted((a, b) => (a.bulk.id < b.bulk.id ? -1 : 1))
}
