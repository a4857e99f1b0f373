import type { EventName, RequestName } from './contract.ts'

/** The two wires that carry everything, and one for what only the preload can know: the path of a dropped file. */
export const REQUEST_WIRE = 'concord:request'
export const EVENT_WIRE = 'concord:event'
export const DROP_WIRE = 'concord:drop'

/** What `window.concord` is. Everything is `unknown` until the client parses it. */
export interface Bridge {
  readonly request: (name: RequestName, input: unknown) => Promise<unknown>
  readonly on: (listener: (name: EventName, payload: unknown) => void) => () => void
  /** Hands dropped files to main; the paths go there and a token comes back. */
  readonly drop: (files: readonly unknown[]) => Promise<unknown>
}
