import type { CommandContext } from '../annotating/commands.ts'
import type { Annotation } from '../model/annotation.ts'
import { boundariesKey } from '../agreement/spans/span.ts'
import { resolveId } from '../codebook/lookup.ts'
import type { Outcome } from '../model/review.ts'
import { outcomeAnnotation, type AnnotationChoice } from './choose.ts'
import type { Choice } from './decide.ts'
import type { AnnotationItem } from './differences.ts'
import { sameAnnotation } from './origin.ts'
import { intersectionOf, unionOf } from './spans.ts'

/**
 * The choice that leads to an outcome, so that it can be made on other items: whose record was taken, or whose label, words and values
 * were put together. Null where the reviewer changed something by hand.
 */
export function choiceOf(context: CommandContext, item: Pick<AnnotationItem, 'members' | 'attributes'>, outcome: Outcome): Choice | null {
  if (outcome.kind === 'nothing') return { kind: 'nothing' }
  if (outcome.kind !== 'annotation') return null
  const { annotation } = outcome
  const { codebook } = context
  const taken = item.members.find(({ record }) => sameAnnotation(codebook, record, annotation))
  if (taken) return { kind: 'take', annotator: taken.annotator }
  const boundaries = wordsOf(item, annotation)
  const labelled = item.members.filter(({ record }) => resolveId(codebook, 'label', record.label) === resolveId(codebook, 'label', annotation.label))
  if (!boundaries) return null
  const leads = (choice: AnnotationChoice): boolean => {
    const made = outcomeAnnotation(context, item.members, choice)
    return made.ok && sameAnnotation(codebook, made.value, annotation)
  }
  for (const label of labelled) {
    for (const base of [label, ...item.members.filter((member) => member !== label)]) {
      const plain = { kind: 'combine', base: base.annotator, ...(base === label ? {} : { label: label.annotator }), boundaries } as const
      if (leads(plain)) return plain
      const attributes = answersOf(context, item, plain, annotation)
      if (leads({ ...plain, attributes })) return { ...plain, attributes }
    }
  }
  return null
}

function wordsOf({ members }: Pick<AnnotationItem, 'members'>, outcome: Annotation): Extract<AnnotationChoice, { kind: 'combine' }>['boundaries'] {
  const key = boundariesKey(outcome)
  const whose = members.find(({ record }) => boundariesKey(record) === key)
  if (whose) return { of: whose.annotator }
  const records = members.map(({ record }) => record)
  const is = (fragments: Parameters<typeof boundariesKey>[0]['fragments']): boolean => boundariesKey({ label: '', fragments }) === key
  return is(unionOf(records)) ? 'union' : is(intersectionOf(records)) ? 'intersection' : undefined
}

/** Whose answer each differing attribute has in the outcome; an attribute that is nobody's is left to the base. */
function answersOf(context: CommandContext, item: Pick<AnnotationItem, 'members' | 'attributes'>, plain: Extract<AnnotationChoice, { kind: 'combine' }>, outcome: Annotation): Record<string, string> {
  const only = (record: Annotation, attribute: string): Annotation => ({ ...outcome, attributes: record.attributes[attribute] === undefined ? {} : { [attribute]: record.attributes[attribute] } })
  return Object.fromEntries(
    item.attributes.flatMap(({ attribute, outcome: how }) => {
      if (how === 'same') return []
      const whose = item.members.find(({ record }) => sameAnnotation(context.codebook, only(record, attribute), only(outcome, attribute)))
      return whose && whose.annotator !== plain.base ? [[attribute, whose.annotator] as const] : []
    }),
  )
}
