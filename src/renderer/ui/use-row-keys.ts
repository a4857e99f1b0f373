import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { scrollToRow, useRowsInView, type RowsInView } from './use-rows-in-view.ts'

/** Rows that a page key goes over. */
const PAGE = 12

export interface RowKeys extends RowsInView {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Focuses a row, as soon as it exists. */
  readonly goTo: (index: number) => void
  /** For each row; the same from drawing to drawing, so that a gesture draws the row that it changes and no other. */
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

/**
 * The arrows, Home, End and the page keys go from row to row (marked with `data-index`), also to one that does not exist yet
 * because it is out of sight. `arrived` is a state setter or another function that stays the same.
 */
export function useRowKeys(count: number, height: number, arrived?: (index: number) => void): RowKeys {
  const scroller = useRef<HTMLDivElement>(null)
  const [goal, setGoal] = useState<number | null>(null)
  const { from, to } = useRowsInView(scroller, count, height)

  useEffect(() => {
    if (goal === null || !scroller.current) return
    scrollToRow(scroller.current, goal, height)
    const row = scroller.current.querySelector<HTMLElement>(`[data-index="${goal}"]`)
    // Far away it exists only once the scrolling was seen: this runs again with the rows that are in view then.
    if (!row) return
    row.focus({ preventScroll: true })
    arrived?.(goal)
    setGoal(null)
  }, [height, arrived, goal, from, to])

  const last = count - 1
  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last, PageDown: index + PAGE, PageUp: index - PAGE }
      const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
      if (next === undefined) return
      event.preventDefault()
      setGoal(Math.min(last, Math.max(0, next)))
    },
    [last],
  )
  return { scroller, from, to, goTo: setGoal, onKeyDown }
}
