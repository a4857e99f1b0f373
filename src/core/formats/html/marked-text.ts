import type { InterchangeFragment } from '../interchange.ts'
import { escapeXml, escapeXmlAttribute } from '../xml.ts'

export interface Mark {
  readonly number: number
  /** In front of ids, so that the sections of several annotators have their own. */
  readonly anchor: string
  readonly label: string
  /** Of its label in the legend. */
  readonly place: number
  readonly fragments: readonly InterchangeFragment[]
}

/** More lines than these would run into the next line of text: the deepest one is then shared. */
const LANES = 5

interface Piece {
  readonly mark: Mark
  readonly start: number
  readonly end: number
  readonly first: boolean
  readonly last: boolean
}

/** The text with its spans. It is cut wherever a span starts or ends; each cut lies in all spans that cover it, outermost first. */
export function* markedText(text: string, marks: readonly Mark[]): Generator<string> {
  const pieces = marks
    .flatMap((mark) => mark.fragments.map(({ start, end }, index): Piece => ({ mark, start, end, first: index === 0, last: index === mark.fragments.length - 1 })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.mark.number - b.mark.number)
  const cuts = [...new Set([0, text.length, ...pieces.flatMap(({ start, end }) => [start, end])])].toSorted((a, b) => a - b)
  const lanes = new Map<Piece, number>()
  let open: Piece[] = []
  let next = 0
  for (const [index, at] of cuts.entries()) {
    for (const piece of open) if (piece.end === at && piece.last) yield numberOf(piece)
    open = open.filter(({ end }) => end > at)
    const started: Piece[] = []
    for (let piece = pieces[next]; piece && piece.start === at; piece = pieces[next]) {
      next += 1
      if (piece.end === at) {
        yield `<a id="${piece.mark.anchor}-m${piece.mark.number}"></a>${numberOf(piece)}`
        continue
      }
      lanes.set(piece, freeLane(open, lanes))
      open.push(piece)
      started.push(piece)
    }
    const stop = cuts[index + 1]
    if (stop === undefined) return
    const inner = escapeXml(text.slice(at, stop))
    yield open.reduceRight((content, piece) => wrap(piece, content, lanes.get(piece) ?? 0, started.includes(piece)), inner)
  }
}

function freeLane(open: readonly Piece[], lanes: ReadonlyMap<Piece, number>): number {
  const taken = new Set(open.map((piece) => lanes.get(piece)))
  let lane = 0
  while (taken.has(lane) && lane < LANES - 1) lane += 1
  return lane
}

function wrap({ mark, first }: Piece, content: string, lane: number, starts: boolean): string {
  const id = starts && first ? ` id="${mark.anchor}-m${mark.number}"` : ''
  return `<mark${id} class="l${mark.place} d${lane}" title="${escapeXmlAttribute(`${mark.number}: ${mark.label}`)}">${content}</mark>`
}

function numberOf({ mark }: Piece): string {
  return `<sup><a class="l${mark.place}" href="#${mark.anchor}-n${mark.number}">${mark.number}</a></sup>`
}
