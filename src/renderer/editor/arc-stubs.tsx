import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

/** The beginning of relations that lead out of what is laid out; `top` in pixels from the column's top. */
export interface ArcStub {
  /** The annotation that is near, and the nearest one at the far end. */
  readonly near: string
  readonly far: string
  readonly top: number
  readonly isDown: boolean
  readonly isSelected: boolean
  readonly names: readonly string[]
}

/** One relation of which one end is near; offsets are UTF-16. */
export interface FarRelation {
  readonly near: { readonly id: string; readonly start: number; readonly top: number }
  readonly far: { readonly id: string; readonly start: number }
  readonly name: string
}

/** One stub for all that lead from one annotation in one direction, to the nearest of their far ends. */
export function stubsOf(relations: readonly FarRelation[], selected: readonly string[]): ArcStub[] {
  const groups = new Map<string, FarRelation[]>()
  for (const relation of relations) {
    const key = `${relation.near.id} ${relation.far.start > relation.near.start}`
    groups.set(key, [...(groups.get(key) ?? []), relation])
  }
  return [...groups.values()].flatMap((group) => {
    const [nearest] = group.toSorted((a, b) => distance(a) - distance(b))
    if (!nearest) return []
    const { near, far } = nearest
    return [{ near: near.id, far: far.id, top: near.top, isDown: far.start > near.start, isSelected: selected.includes(near.id), names: [...new Set(group.map(({ name }) => name))] }]
  })
}

const distance = ({ near, far }: FarRelation): number => Math.abs(far.start - near.start)

/** For the mouse: by keyboard the inspector leads there. The arrow points to where a press goes. */
export function ArcStubs({ stubs, onGo }: { readonly stubs: readonly ArcStub[]; readonly onGo: (id: string) => void }): ReactNode {
  return stubs.map(({ near, far, top, isDown, isSelected, names }) => {
    const Icon = isDown ? ArrowDown : ArrowUp
    return (
      <button
        key={`${near} ${isDown}`}
        type="button"
        tabIndex={-1}
        className="reading-arc-stub"
        data-selected={isSelected}
        data-down={isDown}
        style={{ top: top - 12 }}
        title={names.join(', ')}
        aria-label={names.join(', ')}
        // The text keeps the focus and its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onGo(far)}
      >
        <Icon size={14} aria-hidden />
      </button>
    )
  })
}
