import { useId, useRef, type KeyboardEvent } from 'react'
import { folded } from '../../../../core/codebook/inputs/narrow.ts'
import { classes } from '../../../ui/classes.ts'
import styles from './segmented.module.css'

export interface Segment {
  readonly id: string
  readonly text: string
  readonly title?: string | undefined
}

interface Props {
  readonly segments: readonly Segment[]
  readonly value: string | null
  readonly onChoose: (id: string) => void
  readonly shape: 'row' | 'pairs' | 'column'
  /** The order is part of the value: drawn as stops on a line. */
  readonly ordered?: boolean
  /** Filled in by rule, not confirmed. */
  readonly tentative?: boolean
  readonly labelledBy: string
  readonly describedBy?: string | undefined
}

/**
 * All values in sight. Arrows move, Space or Enter chooses, a first letter or the place in the row chooses at once: moving
 * alone changes nothing, so that each choice is one gesture.
 */
export function Segmented({ segments, value, onChoose, shape, ordered = false, tentative = false, labelledBy, describedBy }: Props) {
  const name = useId()
  const group = useRef<HTMLDivElement>(null)
  const chosen = segments.findIndex(({ id }) => id === value)

  function focus(index: number): void {
    group.current?.querySelectorAll('input')[index]?.focus()
  }

  function choose(index: number): void {
    const segment = segments[index]
    if (!segment) return
    focus(index)
    onChoose(segment.id)
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const steps: Record<string, number> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined) focus((index + step + segments.length) % segments.length)
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(segments.length - 1)
    else if (event.key === 'Enter') choose(index)
    else if (!chooseByKey(event.key, index)) return
    event.preventDefault()
  }

  function chooseByKey(key: string, index: number): boolean {
    if (/^[1-9]$/.test(key)) {
      choose(Number(key) - 1)
      return true
    }
    if ([...key].length !== 1 || !/\p{L}/u.test(key)) return false
    const from = [...segments.keys()].map((offset) => (index + 1 + offset) % segments.length)
    const found = from.find((candidate) => folded(segments[candidate]?.text ?? '').startsWith(folded(key)))
    if (found !== undefined) choose(found)
    return true
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={classes(styles.group, styles[shape], ordered ? styles.ordered : styles.plain, tentative && styles.tentative)}
    >
      {segments.map((segment, index) => (
        <label key={segment.id} className={styles.segment} title={segment.title}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={index === chosen}
            tabIndex={index === Math.max(0, chosen) ? 0 : -1}
            // Not onChange: pressing the one that is filled in already confirms it.
            onClick={() => onChoose(segment.id)}
            onChange={() => {}}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
          {ordered && <span className={styles.stop} aria-hidden />}
          <span className={styles.text} dir="auto">
            {segment.text}
          </span>
        </label>
      ))}
    </div>
  )
}
