import {
  acceptPlace, acceptPlain, atHandNow, closePlaces, deleteWaiting, keepAside, openPlaces, placeOnSelection, plainPlaces, stepCandidate, stepPlace, waitingIn,
} from '../session/places.ts'
import type { Session } from '../session/session.ts'
import { selectedRange } from '../session/view.ts'
import type { Action } from './action.ts'
import { hasProject } from './project-actions.ts'

const isHere = (session: Session): boolean => atHandNow(session) !== null
const canDecide = (session: Session): boolean => isHere(session) && session.store.getState().project?.readOnly === null

export const placesActions = {
  'places.open': {
    when: hasProject,
    perform: (session) => (session.view.getState().placing && session.view.getState().tab === 'annotate' ? closePlaces(session) : void openPlaces(session)),
  },
  'places.accept': { when: (session) => canDecide(session) && atHandNow(session)?.candidate !== null, perform: acceptPlace },
  'places.acceptAll': {
    when: (session) => {
      const { article } = session.store.getState()
      return canDecide(session) && article !== null && plainPlaces(article.text, waitingIn(article.set, 'open')).length > 0
    },
    perform: acceptPlain,
  },
  'places.toSelection': { when: (session) => canDecide(session) && selectedRange(session.view.getState()) !== null, perform: placeOnSelection },
  'places.aside': { when: (session) => canDecide(session) && atHandNow(session)?.waiting.state === 'open', perform: keepAside },
  'places.delete': { when: canDecide, perform: deleteWaiting },
  'places.other': { when: isHere, perform: (session) => stepCandidate(session, 1) },
  'places.otherBefore': { when: isHere, perform: (session) => stepCandidate(session, -1) },
  'places.next': { when: isHere, perform: (session) => stepPlace(session, 1) },
  'places.previous': { when: isHere, perform: (session) => stepPlace(session, -1) },
} as const satisfies Readonly<Record<string, Action>>
