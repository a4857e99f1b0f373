import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './decision-panel.module.css'

interface Props {
  readonly label: string
  /** Begins in its first field and not in the box, whose keys choose. */
  readonly inField?: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

/** A part of deciding that needs more than one key; the keys are its own while it is there. */
export function ModeBox({ label, inField = false, onKeyDown, children }: Props) {
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const field = inField ? box.current?.querySelector<HTMLElement>('select, input, textarea') : null
    const target = field ?? box.current
    target?.focus()
    // The keys that end it are at its end.
    void box.current?.scrollIntoView({ block: 'nearest' })
  }, [inField])
  return (
    // What is pressed in any of its parts.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset ref={box} tabIndex={-1} className={styles.mode} aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </fieldset>
  )
}
