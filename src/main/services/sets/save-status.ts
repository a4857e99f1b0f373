import type { AppError } from '../../../core/result.ts'

/** `saved` is said only of what is written, flushed and renamed; `at` and `next` are times as in files. */
export type SaveStatus =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly error: AppError; readonly next: string }

/** Calls `act` once after `ms` milliseconds unless stopped. */
export type StartTimer = (ms: number, act: () => void) => () => void

export const nodeTimer: StartTimer = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
