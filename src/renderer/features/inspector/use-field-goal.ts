import { useEffect, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Attribute } from '../../../core/model/codebook.ts'
import { useSession } from '../../session/context.tsx'
import { inspectorOf } from '../../session/inspector.ts'

const FOCUSABLE = 'input:not([tabindex="-1"]), textarea, select'

/** Puts the focus into the field that somebody asked for, once it is there; `open` unfolds it where it is not. */
export function useFieldGoal(attributes: readonly Attribute[], wanted: ReadonlySet<string>, open: (id: string) => void): RefObject<HTMLDivElement | null> {
  const session = useSession()
  const form = useRef<HTMLDivElement>(null)
  const goal = useStore(inspectorOf(session), (state) => state.goal)

  // Runs after every drawing, because the field may come with a later one than the goal.
  useEffect(() => {
    if (!goal || !form.current) return
    const id = goal.attribute ?? attributes.find((attribute) => wanted.has(attribute.id))?.id ?? attributes[0]?.id
    const found = id === undefined ? undefined : [...form.current.querySelectorAll<HTMLElement>('[data-attribute]')].find((field) => field.dataset['attribute'] === id)
    const known = id !== undefined && attributes.some((attribute) => attribute.id === id)
    if (!found && known) return open(id)
    inspectorOf(session).setState({ goal: null })
    found?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
    found?.scrollIntoView({ block: 'nearest' })
  })
  return form
}
