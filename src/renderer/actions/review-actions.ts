import type { ActionId } from '../../core/actions/table.ts'
import type { AnnotationItem, Item } from '../../core/review/differences.ts'
import { atHand, ownDecisions, peopleOf } from '../session/review-items.ts'
import { linkStart } from '../session/review-link.ts'
import { colleaguesIn, nextOne } from '../session/review-one.ts'
import { leaveReview, openReview, showReview } from '../session/review-open.ts'
import { partsOf, type PartsKind } from '../session/review-parts.ts'
import { decideHere, reopenHere, stepItem } from '../session/review-perform.ts'
import { reviewOf, type ReviewMode } from '../session/review.ts'
import type { Session } from '../session/session.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const isHere = (session: Session): boolean => session.view.getState().tab === 'review' && atHand(session) !== null
const canChange = (session: Session): boolean => isHere(session) && session.store.getState().project?.readOnly === null
const itemHere = (session: Session): Item | null => (canChange(session) ? (atHand(session)?.item?.item ?? null) : null)
const hasItem = (session: Session): boolean => canChange(session) && (atHand(session)?.item ?? null) !== null

/** Several annotators' spans of the same thing: what can be put together. Not while one's set is gone through. */
function several(session: Session): AnnotationItem | null {
  const item = itemHere(session)
  return item?.kind === 'annotation' && item.members.length > 1 && reviewOf(session).getState().only === null ? item : null
}

const differ = (session: Session): boolean => several(session)?.aspects.includes('boundaries') ?? false

/** What is looked at afterwards starts with one more key. */
const enter = (mode: ReviewMode) => (session: Session) => reviewOf(session).setState({ mode })

/** Takes the version of the annotator at a place, if they have one. */
function take(place: number): Action {
  const whose = (session: Session): string | null => {
    const hand = atHand(session)
    const item = itemHere(session)
    const key = hand && peopleOf(hand.article)[place]?.key
    return hand && key !== undefined && (hand.only ?? key) === key && item?.members.some(({ annotator }) => annotator === key) ? key : null
  }
  return {
    when: (session) => whose(session) !== null,
    perform: (session) => {
      const annotator = whose(session)
      if (annotator !== null) decideHere(session, { kind: 'take', annotator })
    },
  }
}

/** The one version that is looked at: of whoever's set is gone through, or of the only one who has it. */
function versionHere(session: Session): string | null {
  const members = itemHere(session)?.members ?? []
  const { only } = reviewOf(session).getState()
  if (only !== null) return members.some(({ annotator }) => annotator === only) ? only : null
  return members.length === 1 ? (members[0]?.annotator ?? null) : null
}

/** A part from each of two, as the panel names them. */
function parts(kind: PartsKind): Action {
  return {
    when: (session) => several(session) !== null && partsOf(several(session), kind) !== null,
    perform: (session) => {
      const found = partsOf(several(session), kind)
      if (found) decideHere(session, found.choice)
    },
  }
}

/** One annotator's label and values on everybody's words, or on those that all have. */
function words(boundaries: 'union' | 'intersection'): Action {
  return {
    when: differ,
    perform: (session) => {
      const base = several(session)?.members[0]?.annotator
      if (base !== undefined) decideHere(session, { kind: 'combine', base, boundaries })
    },
  }
}

function hasOwnDecision(session: Session): boolean {
  const hand = canChange(session) ? atHand(session) : null
  return hand !== null && hand.item !== null && ownDecisions(hand.item, hand.own).length > 0
}

export const reviewActions = {
  'view.review': { when: hasProject, perform: showReview },
  'review.overview': { when: hasProject, perform: leaveReview },
  'review.open': {
    when: (session) => session.store.getState().article !== null,
    perform: (session) => {
      const { article } = session.store.getState()
      if (article) void openReview(session, article.id)
    },
  },
  'review.next': { when: isHere, perform: (session) => stepItem(session, 1) },
  'review.previous': { when: isHere, perform: (session) => stepItem(session, -1) },
  'review.take1': take(0),
  'review.take2': take(1),
  'review.take3': take(2),
  'review.take4': take(3),
  'review.take5': take(4),
  'review.take6': take(5),
  'review.take7': take(6),
  'review.take8': take(7),
  'review.take9': take(8),
  'review.accept': {
    when: (session) => versionHere(session) !== null,
    perform: (session) => {
      const annotator = versionHere(session)
      if (annotator !== null) decideHere(session, { kind: 'take', annotator })
    },
  },
  'review.nothing': { when: hasItem, perform: (session) => decideHere(session, { kind: 'nothing' }) },
  'review.union': words('union'),
  'review.intersection': words('intersection'),
  'review.labelFirst': parts('labelFirst'),
  'review.labelSecond': parts('labelSecond'),
  'review.valuesFirst': parts('valuesFirst'),
  'review.valuesSecond': parts('valuesSecond'),
  'review.combine': { when: (session) => several(session) !== null, perform: enter('combine') },
  'review.edit': { when: (session) => hasItem(session) && itemHere(session)?.kind !== 'relation', perform: enter('edit') },
  'review.add': {
    when: (session) => canChange(session),
    perform: enter('add'),
  },
  'review.link': { when: (session) => canChange(session) && linkStart(session) !== null, perform: enter('link') },
  'review.later': { when: hasItem, perform: (session) => decideHere(session, { kind: 'later' }) },
  'review.reopen': { when: hasOwnDecision, perform: reopenHere },
  'review.reason': { when: hasItem, perform: enter('reason') },
  'review.comment': { when: hasItem, perform: enter('comment') },
  'review.sameWords': {
    when: (session) => hasOwnDecision(session) && itemHere(session)?.kind === 'annotation',
    perform: ({ view }) => view.setState({ dialog: { kind: 'review-same' } }),
  },
  'review.merge': { when: canChange, perform: ({ view }) => view.setState({ dialog: { kind: 'review-merge' } }) },
  'review.rule': { when: (session) => itemHere(session)?.kind === 'annotation', perform: ({ view }) => view.setState({ dialog: { kind: 'review-rule' } }) },
  'review.showDecided': {
    when: isHere,
    perform: (session) => reviewOf(session).setState(({ list }) => ({ list: { ...list, decided: !list.decided } })),
  },
  'review.one': {
    when: (session) => isHere(session) && colleaguesIn(atHand(session)?.article ?? { sets: [], reviews: [] }).length > 0,
    perform: nextOne,
  },
  'review.sets': {
    when: (session) => canChange(session) && (atHand(session)?.article.sets ?? []).some(({ set }) => set.annotator.key !== session.store.getState().project?.annotator.key),
    perform: ({ view }) => view.setState({ dialog: { kind: 'review-sets' } }),
  },
  'review.became': { when: isHere, perform: (session) => reviewOf(session).setState(({ became }) => ({ became: !became, mode: 'decide' })) },
} as const satisfies Partial<Record<ActionId, Action>>
