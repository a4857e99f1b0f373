import type { StoreApi } from 'zustand/vanilla'
import { afterPaint } from '../ui/after-paint.ts'
import { isTextFirst } from './text-first.ts'

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

/**
 * Says what a store says, at once; what was changed `textFirst` one frame later, or before the next key or press. Whoever
 * asks for the state is told what it is now.
 */
export function behindText<T>(store: ReadableStore<T>): ReadableStore<T> {
  const listeners = new Set<(state: T, before: T) => void>()
  /** What listeners were told last, while they wait to hear more. */
  let heard: { readonly state: T } | null = null
  const tell = (): void => {
    if (heard === null) return
    const before = heard.state
    heard = null
    const state = store.getState()
    for (const listener of listeners) listener(state, before)
  }
  store.subscribe((_, before) => {
    // What comes while they wait, as main's answer does, would be in that frame too: it waits with the rest.
    if (heard !== null) return
    heard = { state: before }
    if (isTextFirst()) afterPaint(tell)
    else tell()
  })
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
