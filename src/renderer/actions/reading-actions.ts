import type { ActionId } from '../../core/actions/table.ts'
import { nextFont, resetReading, stepReading } from '../session/typography.ts'
import type { Session } from '../session/session.ts'
import type { Action } from './action.ts'

const hasArticle = ({ store }: Session) => store.getState().article !== null
const isReading = (session: Session) => hasArticle(session) && session.view.getState().tab === 'annotate'

/** How the text is set, and what is said about a place in it. */
export const readingActions = {
  'reading.larger': { when: hasArticle, perform: (session) => stepReading(session, 'size', 1) },
  'reading.smaller': { when: hasArticle, perform: (session) => stepReading(session, 'size', -1) },
  'reading.font': { when: hasArticle, perform: nextFont },
  'reading.closer': { when: hasArticle, perform: (session) => stepReading(session, 'line', -1) },
  'reading.apart': { when: hasArticle, perform: (session) => stepReading(session, 'line', 1) },
  'reading.narrower': { when: hasArticle, perform: (session) => stepReading(session, 'measure', -1) },
  'reading.wider': { when: hasArticle, perform: (session) => stepReading(session, 'measure', 1) },
  'reading.reset': { when: hasArticle, perform: resetReading },
  'annotation.peek': { when: isReading, perform: ({ view }) => view.setState(({ wants }) => ({ wants: { ...wants, peek: wants.peek + 1 } })) },
} as const satisfies Partial<Record<ActionId, Action>>
