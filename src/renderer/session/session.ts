import type { Environment } from '../../core/model/environment.ts'
import type { Bridge } from '../../ipc/bridge.ts'
import { createClient, type Client } from './client.ts'
import { createGestureQueue, type GestureQueue } from './gesture-queue.ts'
import { createPlaceKeeper, type PlaceKeeper } from './place.ts'
import { reloadArticle } from './reload.ts'
import { createSessionStore, type SessionStore } from './state.ts'
import { createViewStore, sayError, type ViewStore } from './view.ts'

/** Everything a gesture, an action or a screen needs. What can be done with it are functions beside this file. */
export interface Session {
  readonly client: Client
  /** Documents and settings, as main knows them. */
  readonly store: SessionStore
  /** Selection, filters, dialogs: what is only looked at. */
  readonly view: ViewStore
  readonly queue: GestureQueue
  readonly place: PlaceKeeper
  readonly environment: Environment
}

const LONGEST_PAUSE = 10_000

export function createSession(bridge: Bridge, environment: Environment): Session {
  const client = createClient(bridge)
  const store = createSessionStore()
  const view = createViewStore()
  const queue = createGestureQueue({
    send: (gesture) => client.ask('annotations.apply', gesture),
    pause: (attempt) => new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE, 500 * 2 ** attempt))),
    onTrouble: (error) =>
      store.setState({
        save: error ? { state: 'failed', error, next: '' } : { state: 'saving' },
      }),
    onRefused: async (articles, error) => {
      for (const article of articles) await reloadArticle({ client, store, view }, article)
      sayError(view, error)
    },
  })
  return { client, store, view, queue, environment, place: createPlaceKeeper(client) }
}
