import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { hullStart, type Annotation } from '../../../core/model/annotation.ts'
import { compareInnermost } from '../../../core/annotating/span-index.ts'
import type { Hover, ReadingSurfaceHandle } from '../../editor/reading-surface.tsx'
import { useSession, useView } from '../../session/context.tsx'
import { around, type Box } from './card-place.ts'

interface Card {
  readonly ids: readonly string[]
  readonly beside: Box
  readonly asked: boolean
}

/** The pointer rests so long before the card comes, and may be away so long on its way to it. */
const REST_MS = 400
const GRACE_MS = 200
/** Around a pointer on a long span, whose boxes do not matter as a whole. */
const LINE = 15

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, index) => id === b[index])

/** When the card is there and for what: after a rest of the pointer, or at the caret by key; gone on Escape and on scrolling. */
export function useCard(surface: RefObject<ReadingSurfaceHandle | null>, annotations: readonly Annotation[]) {
  const { view } = useSession()
  const peek = useView((state) => state.wants.peek)
  const [card, setCard] = useState<Card | null>(null)
  const timer = useRef(0)
  const seen = useRef(peek)
  const shown = card !== null

  const later = useCallback((next: Card | null, ms: number) => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setCard(next), ms)
  }, [])
  const keep = useCallback(() => clearTimeout(timer.current), [])
  const hide = useCallback(() => {
    clearTimeout(timer.current)
    setCard(null)
  }, [])

  const boxOf = useCallback(
    (ids: readonly string[], near: { readonly x: number; readonly y: number } | null): Box => {
      const wanted = annotations.filter(({ id }) => ids.includes(id))
      const boxes = wanted.flatMap(({ fragments }) => fragments.flatMap((fragment) => surface.current?.rectsOf(fragment) ?? []))
      const whole = around(boxes)
      const line = near ? { left: near.x, top: near.y - LINE, right: near.x, bottom: near.y + LINE } : (boxes[0] ?? { left: 8, top: 8, right: 8, bottom: 8 })
      // A span over half the window has nothing beside it: then its line stays free.
      return whole && whole.bottom - whole.top < window.innerHeight / 2 ? whole : line
    },
    [annotations, surface],
  )

  const onHover = useCallback(
    (hover: Hover | null) => {
      if (!hover) later(null, GRACE_MS)
      else {
        clearTimeout(timer.current)
        timer.current = window.setTimeout(() => setCard((now) => (now && isSame(now.ids, hover.ids) ? now : { ids: hover.ids, beside: boxOf(hover.ids, hover), asked: false })), REST_MS)
      }
    },
    [later, boxOf],
  )

  useEffect(() => {
    if (peek === seen.current) return
    seen.current = peek
    const { selected, selection } = view.getState()
    const here = annotations.filter(({ fragments }) => fragments.some(({ start, end }) => start <= selection.focus && selection.focus <= end))
    const chosen = here.length > 0 ? here : annotations.filter(({ id }) => selected.includes(id)).slice(0, 1)
    const hull = (annotation: Annotation) => ({ start: hullStart(annotation), end: annotation.fragments.at(-1)?.end ?? 0 })
    const ids = chosen.toSorted((a, b) => compareInnermost(hull(a), hull(b))).map(({ id }) => id)
    setCard((now) => (now?.asked || ids.length === 0 ? null : { ids, beside: boxOf(ids, null), asked: true }))
  }, [peek, view, annotations, boxOf])

  useEffect(() => {
    if (!shown) return
    const pressed = (event: KeyboardEvent): void => {
      // Escape is for the card alone; any other key goes on with the work.
      if (event.key === 'Escape') event.stopPropagation()
      if (!event.altKey && !['Alt', 'Shift', 'Control', 'Meta'].includes(event.key)) hide()
    }
    window.addEventListener('keydown', pressed, true)
    window.addEventListener('scroll', hide, true)
    window.addEventListener('mousedown', hide, true)
    return () => {
      window.removeEventListener('keydown', pressed, true)
      window.removeEventListener('scroll', hide, true)
      window.removeEventListener('mousedown', hide, true)
    }
  }, [shown, hide])
  // Who presses or types is at work: no card comes up then.
  useEffect(() => {
    window.addEventListener('mousedown', keep, true)
    window.addEventListener('keydown', keep, true)
    return () => {
      keep()
      window.removeEventListener('mousedown', keep, true)
      window.removeEventListener('keydown', keep, true)
    }
  }, [keep])

  const listed = useMemo(() => {
    const byId = new Map(card ? annotations.map((annotation) => [annotation.id, annotation]) : [])
    return (card?.ids ?? []).flatMap((id) => byId.get(id) ?? [])
  }, [card, annotations])
  return { card: listed.length > 0 ? card : null, listed, onHover, keep, leave: () => later(null, GRACE_MS) }
}
