import type { CommandContext } from '../annotating/commands.ts'
import { makeAnnotation, anchorOf } from '../annotating/make-annotation.ts'
import type { Annotation, Relation } from '../model/annotation.ts'
import { newId, timestamp } from '../model/environment.ts'
import type { Decision, Outcome, Reason, Source } from '../model/review.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Range } from '../text/ranges.ts'
import { noSuchRecord, outcomeAnnotation, type AnnotationChoice } from './choose.ts'
import type { Member } from './cluster.ts'
import type { AnnotationItem, RelationItem } from './differences.ts'
import { originOf, relationOriginOf } from './origin.ts'

/** `nothing`: nothing belongs here; a colleague's record is rejected. `later`: it stays open, and is kept apart. */
export type Verdict = { readonly kind: 'nothing' } | { readonly kind: 'later' }

export type Choice = AnnotationChoice | Verdict

/** A relation of one of the annotators, or one of another type, between the same two records. */
export type RelationChoice = Verdict | { readonly kind: 'take'; readonly annotator: string } | { readonly kind: 'type'; readonly type: string }

export interface DecideOptions {
  /** The reviewer's own decision on this item that the new one takes the place of: its id, reason and time of birth stay. */
  readonly before?: Decision | undefined
  /** Null takes a reason away. */
  readonly reason?: Reason | null | undefined
  readonly bulk?: Decision['bulk']
}

/**
 * The decision that a choice on an item makes. An outcome's record has the decision's id, so that it stays the same record however
 * often it is decided anew. How it came about is read off the outcome, not off the keys that were pressed.
 */
export function decide(context: CommandContext, item: Pick<AnnotationItem, 'members'>, choice: Choice, options: DecideOptions = {}): Result<Decision> {
  const frame = frameOf(context, item.members, options)
  if (choice.kind === 'nothing' || choice.kind === 'later') return ok(frame.made({ kind: choice.kind }))
  const chosen = outcomeAnnotation(context, item.members, choice)
  if (!chosen.ok) return chosen
  const annotation = { ...chosen.value, id: frame.id, created: frame.created, modified: frame.now }
  const origin = originOf(context.codebook, annotation, item.members)
  // Joined words lose their blank ends, so that they may be nobody's to the letter.
  return ok(frame.made({ kind: 'annotation', origin: choice.kind === 'combine' && origin === 'edited' ? 'combined' : origin, annotation }))
}

/** What all missed: a new record with the label's defaults, unconfirmed, on words that need not be tidy. */
export function decideMissed(
  context: CommandContext,
  label: string,
  ranges: readonly Range[],
  options: DecideOptions & { readonly attributes?: Annotation['attributes'] } = {},
): Result<Decision> {
  const anchor = anchorOf(context.text, ranges)
  if (!anchor) return fail('selection.blank', 'Nothing but blanks is selected.', 'Select the words that were missed, then press the label’s key.')
  const frame = frameOf(context, [], options)
  const made = makeAnnotation(context, label, anchor)
  const attributes = options.attributes ?? made.attributes
  const annotation = { ...made, attributes, id: frame.id, created: frame.created, modified: frame.now }
  return ok(frame.made({ kind: 'annotation', origin: 'added', annotation }))
}

/** The ends stay those of the record that was taken; where the outcome is put together they become the adjudicated records'. */
export function decideRelation(context: CommandContext, item: Pick<RelationItem, 'members'>, choice: RelationChoice, options: DecideOptions = {}): Result<Decision> {
  const frame = frameOf(context, item.members, options)
  if (choice.kind === 'nothing' || choice.kind === 'later') return ok(frame.made({ kind: choice.kind }))
  const base = choice.kind === 'take' ? item.members.find(({ annotator }) => annotator === choice.annotator) : item.members[0]
  if (!base) return noSuchRecord()
  const type = choice.kind === 'type' ? choice.type : base.record.type
  const relation: Relation = { ...base.record, type, id: frame.id, created: frame.created, modified: frame.now }
  return ok(frame.made({ kind: 'relation', origin: relationOriginOf(relation, item.members), relation }))
}

/** A relation that all missed. Ends are records of the adjudicated set, of this article or another. */
export function decideMissedRelation(context: CommandContext, type: string, from: Relation['from'], to: Relation['to'], options: DecideOptions = {}): Result<Decision> {
  if (from.article === to.article && from.annotation === to.annotation) {
    return fail('relation.self', 'An annotation cannot be linked to itself.', 'Choose another annotation.')
  }
  const frame = frameOf(context, [], options)
  const relation = { id: frame.id, type, from, to, created: frame.created, modified: frame.now }
  return ok(frame.made({ kind: 'relation', origin: 'added', relation }))
}

/** The records that a decision is made on, in the order of their annotators. */
export function sourcesOf(members: readonly Member<Annotation | Relation>[]): Source[] {
  return members.map(({ annotator, record, sha256 }) => ({ annotator, id: record.id, sha256 }))
}


function frameOf(context: CommandContext, members: readonly Member<Annotation | Relation>[], { before, reason, bulk }: DecideOptions) {
  const now = timestamp(context.environment.now())
  const id = before?.id ?? newId(context.environment)
  const created = before?.created ?? now
  const why = reason === null ? undefined : (reason ?? before?.reason)
  const made = (outcome: Outcome): Decision => ({
    id,
    sources: sourcesOf(members),
    outcome,
    ...(why ? { reason: why } : {}),
    ...(bulk ? { bulk } : {}),
    created,
    modified: now,
    ...(before?.extra ? { extra: before.extra } : {}),
  })
  return { id, created, now, made }
}
