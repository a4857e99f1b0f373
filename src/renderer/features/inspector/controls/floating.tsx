import { useLayoutEffect, useRef, type ReactNode } from 'react'
import styles from './floating.module.css'

/** The CSS anchor of an id as React makes them. */
export function anchorName(id: string): string {
  return `--anchor-${id.replaceAll(/[^\w-]/g, '')}`
}

/** Something under an element with the same anchor, above everything else and cut off by nothing; the focus stays where it is. */
export function Floating({ anchor, children }: { readonly anchor: string; readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const shown = element.current
    shown?.showPopover()
    return () => shown?.hidePopover()
  }, [])
  return (
    // Pressing in it must not take the focus from the field, which would close it.
    <div ref={element} popover="manual" tabIndex={-1} className={styles.floating} style={{ positionAnchor: anchorName(anchor) }} role="presentation" onMouseDown={(event) => event.preventDefault()}>
      {children}
    </div>
  )
}
