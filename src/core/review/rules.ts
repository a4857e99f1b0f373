import { groupBy } from '../agreement/group.ts'
import { boundariesKey, spanLength, spanOverlap, startOf } from '../agreement/spans/span.ts'
import type { Meaning } from '../codebook/meaning.ts'
import { resolveId } from '../codebook/lookup.ts'
import type { Codebook } from '../model/codebook.ts'
import type { MergeRule } from '../model/review.ts'
import type { AttributeComparison } from './compare-attributes.ts'
import type { Member } from './cluster.ts'
import type { Choice, RelationChoice } from './decide.ts'
import type { AnnotationItem, RelationItem } from './differences.ts'
import type { ReviewItem } from './review-article.ts'

/** What a rule would decide, item by item, for the preview and then for the gesture. */
export type Planned =
  | { readonly kind: 'annotation'; readonly key: string; readonly item: AnnotationItem; readonly choice: Choice }
  | { readonly kind: 'relation'; readonly key: string; readonly item: RelationItem; readonly choice: RelationChoice }

/**
 * What a merge rule decides of the items that nobody has decided on; everything else stays open. `exact`: all have it, with the same
 * words, label and answers. `overlap`: the words may differ; those that are most alike to everybody's are taken. `majority`: of three
 * or more, more than half have it, with the same label, the same words and the same answer to each attribute. Where some left a
 * default unconfirmed or gave no answer, the answer that somebody gave is taken.
 */
export function planRule(items: readonly ReviewItem[], rule: MergeRule, codebook: Codebook): Planned[] {
  return items.flatMap(({ key, item, status }): Planned[] => {
    if (!item || status !== 'open') return []
    if (item.kind === 'relation') {
      const choice = relationChoice(item, rule, codebook)
      return choice ? [{ kind: 'relation', key, item, choice }] : []
    }
    const choice = rule === 'majority' ? majorityChoice(item, codebook) : agreedChoice(item, rule === 'overlap')
    return choice ? [{ kind: 'annotation', key, item, choice }] : []
  })
}

/** Everything that one annotator marked, as it is; what they did not mark stays open, or is decided to be nothing. */
export function planEverythingFrom(items: readonly ReviewItem[], annotator: string, others: 'leave' | 'nothing'): Planned[] {
  return items.flatMap(({ key, item, status }): Planned[] => {
    if (!item || status !== 'open') return []
    const has = item.members.some((member) => member.annotator === annotator)
    if (!has && (others === 'leave' || !item.lacking.includes(annotator))) return []
    const choice = has ? ({ kind: 'take', annotator } as const) : ({ kind: 'nothing' } as const)
    return item.kind === 'relation' ? [{ kind: 'relation', key, item, choice }] : [{ kind: 'annotation', key, item, choice }]
  })
}

function agreedChoice(item: AnnotationItem, mayDiffer: boolean): Choice | null {
  const fits = item.group === 'agreed' || (mayDiffer && item.aspects.length === 1 && item.aspects[0] === 'boundaries')
  if (!fits || item.members.length < 2) return null
  const answers = new Map(item.attributes.flatMap((comparison) => givenAnswer(comparison, item.members)))
  return combined(item.members, mostAlike(item.members), answers)
}

function majorityChoice(item: AnnotationItem, codebook: Codebook): Choice | null {
  const everybody = item.members.length + item.lacking.length
  if (everybody < 3) return null
  const most = <T>(values: readonly T[], keyOf: (value: T) => string): T[] | undefined =>
    [...groupBy(values, keyOf).values()].find((group) => 2 * group.length > everybody)
  const label = most(item.members, ({ record }) => resolveId(codebook, 'label', record.label))
  const words = label && most(item.members, ({ record }) => boundariesKey(record))
  const base = words?.find((member) => label?.includes(member))
  if (!base) return null
  const answers = new Map<string, string>()
  for (const comparison of item.attributes) {
    if (comparison.outcome !== 'differs') {
      for (const [attribute, annotator] of givenAnswer(comparison, item.members)) answers.set(attribute, annotator)
      continue
    }
    const indexed = comparison.answers.flatMap((answer, index) => (answer && answer.answer !== 'unconfirmed' ? [{ answer, index }] : []))
    const chosen = most(indexed, ({ answer }) => JSON.stringify([answer.answer, answer.keys]))
    const from = chosen && item.members[chosen[0]?.index ?? -1]
    if (!from) return null
    answers.set(comparison.attribute, from.annotator)
  }
  return combined(item.members, base, answers)
}

function relationChoice(item: RelationItem, rule: MergeRule, codebook: Codebook): RelationChoice | null {
  const everybody = item.members.length + item.lacking.length
  if (rule !== 'majority') {
    const [first] = item.members
    return item.group === 'agreed' && first && item.members.length > 1 ? { kind: 'take', annotator: first.annotator } : null
  }
  if (everybody < 3) return null
  const types = groupBy(item.members, ({ record }) => resolveId(codebook, 'relation', record.type))
  const [first] = [...types.values()].find((group) => 2 * group.length > everybody) ?? []
  return first ? { kind: 'take', annotator: first.annotator } : null
}

/** Whose answer it is where nobody contradicts it. */
function givenAnswer({ attribute, outcome, answers }: AttributeComparison, members: readonly Member[]): [string, string][] {
  if (outcome === 'same' && answers.every((answer) => answer?.answer !== 'unconfirmed')) return []
  const given = (answer: Meaning | null | undefined): boolean => answer !== null && answer !== undefined && answer.answer !== 'unconfirmed' && answer.answer !== 'nothing'
  const from = members[answers.findIndex(given)]
  return from ? [[attribute, from.annotator]] : []
}

/** One's record with others' answers; simply taken where it has them all itself. */
function combined(members: readonly Member[], base: Member, answers: ReadonlyMap<string, string>): Choice {
  const foreign = [...answers].filter(([attribute, annotator]) => {
    const theirs = members.find((member) => member.annotator === annotator)?.record.attributes[attribute]
    return annotator !== base.annotator && JSON.stringify(theirs) !== JSON.stringify(base.record.attributes[attribute])
  })
  if (foreign.length === 0) return { kind: 'take', annotator: base.annotator }
  return { kind: 'combine', base: base.annotator, attributes: Object.fromEntries(foreign) }
}

/** The record whose words share most with all the others', the first and longest of equals. */
function mostAlike(members: readonly Member[]): Member {
  const likeness = ({ record }: Member): number =>
    members.reduce((sum, { record: other }) => {
      const overlap = spanOverlap(record, other)
      return sum + overlap / (spanLength(record) + spanLength(other) - overlap)
    }, 0)
  return members.reduce((best, member) => {
    const order = likeness(member) - likeness(best) || startOf(best.record) - startOf(member.record) || spanLength(member.record) - spanLength(best.record)
    return order > 0 ? member : best
  })
}
