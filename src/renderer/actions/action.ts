import type { Session } from '../session/session.ts'

/** What an entry of the action table does. */
export interface Action {
  /** Whether it can be done now; absent: always. */
  readonly when?: (session: Session) => boolean
  readonly perform: (session: Session) => unknown
}
