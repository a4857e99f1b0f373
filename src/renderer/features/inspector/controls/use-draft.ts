import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSession } from '../../../session/context.tsx'
import { joinDrafts, typedFields } from '../../../session/drafts.ts'

/** Typing rests for so long before it becomes a gesture of its own. */
const IDLE = 500

/** Who types on without a rest loses no more than this many milliseconds of it, whatever happens to the app. */
const LONGEST = 2000

/** Inside it drafts are kept only when their field is left, so that each visit is one gesture. */
export const KeptOnLeave = createContext(false)

interface Draft<D> {
  /** What to show: what is typed, else what is stored. */
  readonly draft: D
  readonly change: (draft: D) => void
  /** Makes it a gesture now; what cannot be kept yet stays in the field. For blur and Enter. */
  readonly finish: () => void
  /** Forgets what is not a gesture yet, and says whether there was anything. */
  readonly revert: () => boolean
}

/**
 * Something that is being typed over something stored. `keep` answers whether it could be kept: a number half typed cannot.
 * Kept when typing rests, when the field is left, and before anything that would take the field away. `waits`: it is kept
 * only when the field is left, as where every keystroke would make another value.
 */
export function useDraft<D>(stored: D, keep: (draft: D) => boolean, waits = false): Draft<D> {
  const session = useSession()
  const keptOnLeave = useContext(KeptOnLeave) || waits
  const [typed, setTyped] = useState<{ readonly value: D } | null>(null)
  const pending = useRef<{ readonly value: D } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** When the first of what is pending was typed. */
  const since = useRef(0)
  const latest = useRef(keep)
  useLayoutEffect(() => {
    latest.current = keep
  })

  const setPending = useCallback(
    (next: { readonly value: D } | null): void => {
      const change = Number(next !== null) - Number(pending.current !== null)
      if (change > 0) since.current = performance.now()
      pending.current = next
      if (change !== 0) typedFields(session).setState((count) => count + change, true)
    },
    [session],
  )

  const keepNow = useCallback((): boolean => {
    clearTimeout(timer.current)
    const waiting = pending.current
    if (waiting && !latest.current(waiting.value)) return false
    setPending(null)
    return true
  }, [setPending])

  useEffect(() => {
    const leave = joinDrafts(session, keepNow)
    return () => {
      leave()
      // What cannot be kept goes with its field.
      if (!keepNow()) setPending(null)
    }
  }, [session, keepNow, setPending])

  return {
    draft: typed ? typed.value : stored,
    change: (value) => {
      setPending({ value })
      setTyped({ value })
      clearTimeout(timer.current)
      if (!keptOnLeave) timer.current = setTimeout(keepNow, Math.max(0, Math.min(IDLE, since.current + LONGEST - performance.now())))
    },
    finish: () => {
      if (keepNow()) setTyped(null)
    },
    revert: () => {
      clearTimeout(timer.current)
      const had = pending.current !== null
      setPending(null)
      setTyped(null)
      return had
    },
  }
}
