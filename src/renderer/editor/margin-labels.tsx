import { memo, type CSSProperties, type ReactNode } from 'react'
import type { LabelLook } from './highlight-styles.ts'

/** A label in the margin; pixels from the margin's corner. */
export interface MarginLabel {
  readonly id: string
  readonly top: number
  readonly left: number
  readonly look: LabelLook
  readonly isSelected: boolean
  readonly isIncomplete: boolean
}

interface Props {
  readonly labels: readonly MarginLabel[]
  readonly incompleteText: string
  readonly onPick: (id: string) => void
  /** The pointer moves over a label (pixels of the window), or leaves it. */
  readonly onHover: (id: string | null, x: number, y: number) => void
  /** Pressed: a link may be drawn from here. */
  readonly onGrab: (id: string, label: Element, event: MouseEvent) => void
}

/** Height of a label in the margin, pixels; the style sheet's. As small as a thing to be clicked may be. */
export const MARGIN_LABEL_HEIGHT = 24

/** The new labels, with the objects of before for those that are the same, so that only what changed is drawn. */
export function keepSame(before: readonly MarginLabel[], next: readonly MarginLabel[]): readonly MarginLabel[] {
  const known = new Map(before.map((label) => [label.id, label]))
  const kept = next.map((label) => {
    const old = known.get(label.id)
    return old && isSame(old, label) ? old : label
  })
  return kept.length === before.length && kept.every((label, index) => label === before[index]) ? before : kept
}

function isSame(a: MarginLabel, b: MarginLabel): boolean {
  return a.top === b.top && a.left === b.left && a.look === b.look && a.isSelected === b.isSelected && a.isIncomplete === b.isIncomplete
}

/** Names of the spans in view. For the mouse: by keyboard annotations are reached from the text, the list or the grid. */
export function MarginLabels({ labels, ...rest }: Props): ReactNode {
  return labels.map((label) => <OneLabel key={label.id} label={label} {...rest} />)
}

interface OneProps extends Omit<Props, 'labels'> {
  readonly label: MarginLabel
}

const OneLabel = memo(function OneLabel({ label, incompleteText, onPick, onHover, onGrab }: OneProps) {
  const style = {
    top: label.top,
    left: label.left,
    '--label-ink': `var(--label-${label.look.tint}-ink, inherit)`,
    '--label-tint': `var(--label-${label.look.tint}-tint, transparent)`,
  } as CSSProperties
  return (
    <button
      type="button"
      tabIndex={-1}
      className="reading-margin-label"
      data-annotation={label.id}
      data-selected={label.isSelected}
      style={style}
      // The text keeps the focus and its selection.
      onMouseDown={(event) => {
        event.preventDefault()
        onGrab(label.id, event.currentTarget, event.nativeEvent)
      }}
      onClick={() => onPick(label.id)}
      onMouseMove={(event) => onHover(label.id, event.clientX, event.clientY)}
      onMouseLeave={() => onHover(null, 0, 0)}
    >
      <span dir="auto">{label.look.name}</span>
      {label.isIncomplete && (
        <span className="reading-incomplete" title={incompleteText}>
          <span className="visually-hidden">{incompleteText}</span>
        </span>
      )}
    </button>
  )
})
