import { createRef, StrictMode, useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/fonts.css'
import '../../ui/tokens.css'
import '../../ui/base.css'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { Range as TextRange } from '../../../core/text/ranges.ts'
import type { LabelLook } from '../highlight-styles.ts'
import type { OffsetSelection } from '../native-selection.ts'
import { ReadingSurface, type Hover, type ReadingSurfaceHandle } from '../reading-surface.tsx'

/** A page with the reading surface alone, for tests in a real browser. Offsets are UTF-16. */
export interface HarnessSpan extends TextRange {
  readonly id: string
  readonly label: string
}

interface Shown {
  readonly text: string
  readonly annotations: readonly Annotation[]
  readonly selected: readonly string[]
  readonly incomplete: readonly string[]
  readonly found: readonly TextRange[]
  readonly foundCurrent: number
  readonly header: TextRange | null
}

const labels: ReadonlyMap<string, LabelLook> = new Map([
  ['pledge', { name: 'Pledge', tint: 'blue', underline: 'solid' }],
  ['agreement', { name: 'Agreement', tint: 'orange', underline: 'solid' }],
  ['provision', { name: 'Provision', tint: 'teal', underline: 'dashed' }],
  ['actor', { name: 'Actor', tint: 'rose', underline: 'dotted' }],
  ['topic', { name: 'Topic', tint: 'gold', underline: 'wavy' }],
  ['demand', { name: 'Demand', tint: 'violet', underline: 'double' }],
])

const handle = createRef<ReadingSurfaceHandle>()
const log: { clicks: (readonly string[])[]; hover: Hover | null; visible: number; selection: OffsetSelection } = {
  clicks: [],
  hover: null,
  visible: 0,
  selection: { anchor: 0, focus: 0 },
}
type Change = (shown: Shown) => Shown
const page: { change: ((change: Change) => void) | null; select: ((selection: OffsetSelection) => void) | null } = {
  change: null,
  select: null,
}
const nothing: Shown = { text: '', annotations: [], selected: [], incomplete: [], found: [], foundCurrent: -1, header: null }

function Page(): ReactNode {
  const [shown, setShown] = useState(nothing)
  const [selection, setSelection] = useState<OffsetSelection>({ anchor: 0, focus: 0 })
  useEffect(() => {
    page.change = setShown
    page.select = setSelection
    document.body.dataset['ready'] = 'true'
  }, [])
  return (
    <ReadingSurface
      ref={handle}
      {...shown}
      labels={labels}
      isIncomplete={({ id }) => shown.incomplete.includes(id)}
      selection={selection}
      ariaLabel="Article, read-only text"
      incompleteText="incomplete"
      onSelectionChange={(next) => {
        log.selection = next
        setSelection(next)
      }}
      onAnnotationClick={(ids) => log.clicks.push(ids)}
      onHover={(hover) => (log.hover = hover)}
      onVisibleOffset={(offset) => (log.visible = offset)}
    />
  )
}

function annotationOf(span: HarnessSpan, text: string): Annotation {
  const time = '2025-04-24T00:00:00.000Z'
  const fragments = [{ start: span.start, end: span.end, quote: text.slice(span.start, span.end) }]
  return { id: span.id, label: span.label, fragments, prefix: '', suffix: '', attributes: {}, created: time, modified: time }
}

const harness = {
  handle,
  log,
  show(change: Partial<Shown> & { readonly spans?: readonly HarnessSpan[] }): void {
    const { spans, ...rest } = change
    page.change?.((shown) => {
      const text = rest.text ?? shown.text
      const annotations = spans ? spans.map((span) => annotationOf(span, text)) : shown.annotations
      return { ...shown, ...rest, annotations }
    })
  },
  /** Sets the selection from outside, as an action of the app does. */
  select(selection: OffsetSelection): void {
    page.select?.(selection)
  },
  /** Adds one span and leaves the other records as they are. */
  add(span: HarnessSpan): void {
    page.change?.((shown) => ({ ...shown, annotations: [...shown.annotations, annotationOf(span, shown.text)] }))
  },
}
export type Harness = typeof harness

declare global {
  interface Window {
    harness: Harness
  }
}
window.harness = harness

const root = document.getElementById('root')
if (root) {
  // Strict mode makes everything twice, which shows what is not taken down properly.
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  )
}
