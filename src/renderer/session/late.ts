import type { StoreApi } from 'zustand/vanilla'
import { afterPaint } from '../ui/after-paint.ts'

export type ReadableStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

/**
 * Says what a store says, one frame later, or at once before the next key or press: for the parts of the window that the
 * eye does not wait for, so that they are no part of the frame that shows what was done.
 */
export function lateStore<T>(store: ReadableStore<T>): ReadableStore<T> {
  const listeners = new Set<(state: T, before: T) => void>()
  let shown = store.getState()
  let isComing = false
  const follow = (): void => {
    isComing = false
    const before = shown
    shown = store.getState()
    if (shown !== before) for (const listener of listeners) listener(shown, before)
  }
  store.subscribe(() => {
    if (isComing) return
    isComing = true
    afterPaint(follow)
  })
  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
