import type { ReactNode } from 'react'
import { hullStart, type Annotation } from '../../core/model/annotation.ts'
import { stubsOf, type ArcStub, type FarRelation } from './arc-stubs.tsx'
import { arcPath, laneDepth, layOutArcs, type ArcPlace, type ArcWish } from './arc-layout.ts'
import { nameWidth } from './margin-wishes.ts'
import type { Surface } from './surface.ts'

/** What is drawn of the relations that touch what is near the window. */
export interface MarginArcs {
  readonly arcs: readonly (ArcPlace & { readonly name: string; readonly isSelected: boolean })[]
  /** Of which the other end is not laid out. */
  readonly stubs: readonly ArcStub[]
  readonly width: number
  /** CSS font of the names. */
  readonly font: string
}

export const NO_ARCS: MarginArcs = { arcs: [], stubs: [], width: 0, font: '' }

/** More would be a grey field and no help. */
const MOST = 60

/** In a margin narrower than this, pixels, they would lie on each other. */
const LEAST = 20

/** A relation of this article as it is drawn; ids of annotations. */
export interface DrawnRelation {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly name: string
}

/** Relations of which both ends are shown, and one is near the window; where the other is not laid out, only their beginning. */
export function arcsBeside(surface: Surface, box: HTMLElement, annotations: readonly Annotation[], relations: readonly DrawnRelation[], selected: readonly string[]): MarginArcs {
  const width = Math.floor(box.getBoundingClientRect().width)
  if (relations.length === 0 || width < LEAST) return NO_ARCS
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]))
  const known = new Map<string, { readonly name: string; readonly isSelected: boolean }>()
  const wishes: ArcWish[] = []
  const far: FarRelation[] = []
  for (const { id, name, from: start, to: end } of relations) {
    const [a, b] = [byId.get(start), byId.get(end)]
    if (!a || !b || wishes.length >= MOST || !(isNear(surface, a) || isNear(surface, b))) continue
    const [from, to] = [surface.middleOf(hullStart(a)), surface.middleOf(hullStart(b))]
    if (from === null || to === null) {
      const [known, other, top] = from !== null ? [a, b, from] : [b, a, to]
      if (top !== null) far.push({ near: { id: known.id, start: hullStart(known), top: Math.round(top) }, far: { id: other.id, start: hullStart(other) }, name })
      continue
    }
    known.set(id, { name, isSelected: selected.includes(start) || selected.includes(end) })
    // On one line the two ends would be one point.
    const gap = Math.abs(to - from) < 12 ? 5 : 0
    wishes.push({ id, from: Math.round(from - gap), to: Math.round(to + gap) })
  }
  const arcs = layOutArcs(wishes).flatMap((place) => {
    const more = known.get(place.id)
    return more ? [{ ...place, ...more }] : []
  })
  return { arcs, stubs: stubsOf(far, selected), width, font: getComputedStyle(box).font }
}

function isNear(surface: Surface, annotation: Annotation): boolean {
  return [...surface.near.near].includes(surface.article.outline.sectionAt(hullStart(annotation)))
}

export function sameArcs(a: MarginArcs, b: MarginArcs): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** For the eye: by keyboard and by ear relations are in the inspector. Those of what is selected are strong, and named. */
export function Arcs({ arcs, width, font }: Omit<MarginArcs, 'stubs'>): ReactNode {
  const lanes = Math.max(0, ...arcs.map(({ lane }) => lane)) + 1
  return (
    <svg className="reading-arcs-drawing" aria-hidden="true">
      {arcs.map((arc) => {
        const { id, to, lane, name, isSelected } = arc
        const depth = laneDepth(lane, lanes, width - 6)
        return (
          <g key={id} data-selected={isSelected}>
            <path d={arcPath(arc, depth, width - 4)} />
            <path className="reading-arc-head" d={`M${width - 7} ${to - 3} L${width - 2} ${to} L${width - 7} ${to + 3} Z`} />
            {isSelected && nameWidth(name, font) <= width - depth - 12 && (
              <text x={width - depth - 10} y={(arc.from + to) / 2} textAnchor="end" dominantBaseline="middle">
                {name}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
