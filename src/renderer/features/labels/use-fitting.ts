import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** How many of the items in a row that wraps stand in its first line; measured again when the row or the items change. */
export function useFitting(items: readonly unknown[]): readonly [RefObject<HTMLDivElement | null>, number] {
  const row = useRef<HTMLDivElement>(null)
  const [fitting, setFitting] = useState(items.length)
  const count = items.length

  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = () => {
      const children = [...element.children].slice(0, count).filter((child) => child instanceof HTMLElement)
      const first = children[0]
      setFitting(first ? children.filter((child) => child.offsetTop < first.offsetTop + first.offsetHeight).length : 0)
    }
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    return () => resized.disconnect()
  }, [count])

  return [row, fitting]
}
