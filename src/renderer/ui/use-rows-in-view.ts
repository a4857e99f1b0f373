import { useEffect, useState, type RefObject } from 'react'

export interface RowsInView {
  /** First row to show, and one after the last. */
  readonly from: number
  readonly to: number
}

/** Rows shown beyond what is in sight, so that a quick turn of the wheel meets no blank. */
const SPARE = 12

/** Which rows of one height are in sight of the scroller, so that only these exist. */
export function useRowsInView(scroller: RefObject<HTMLElement | null>, count: number, height: number): RowsInView {
  const [range, setRange] = useState<RowsInView>({ from: 0, to: 40 })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const measure = () =>
      setRange((before) => {
        const from = Math.max(0, Math.floor(element.scrollTop / height) - SPARE)
        const to = Math.ceil((element.scrollTop + element.clientHeight) / height) + SPARE
        return before.from === from && before.to === to ? before : { from, to }
      })
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller, height])

  const to = Math.min(range.to, count)
  return { from: Math.min(range.from, Math.max(0, to - 1)), to }
}

/** Scrolls no further than needed to have the row whole in sight. */
export function scrollToRow(scroller: HTMLElement, index: number, height: number): void {
  const top = index * height
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + height > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + height - scroller.clientHeight
}
