import type { ReactNode } from 'react'
import type { HandlePlace } from './handle-places.ts'

/** The ends of the selected span. The pointer goes through: where they can be taken hold of is the surface's to say. */
export function Handles({ places }: { readonly places: readonly HandlePlace[] }): ReactNode {
  return places.map(({ fragment, edge, x, top, height }) => (
    <div key={`${fragment} ${edge}`} className="reading-handle" data-edge={edge} aria-hidden="true" style={{ left: x, top, height }} />
  ))
}
