import { differing } from '../../core/annotating/differing.ts'
import { LaneTable } from '../../core/annotating/lanes.ts'
import { compareInnermost, SpanIndex } from '../../core/annotating/span-index.ts'
import { hullEnd, hullStart, type Annotation } from '../../core/model/annotation.ts'
import type { Range as TextRange } from '../../core/text/ranges.ts'

/** One fragment of an annotation as the surface shows it; UTF-16 offsets, end exclusive. */
export interface PaintedSpan extends TextRange {
  readonly annotation: Annotation
  /** The first fragment carries the label in the margin. */
  readonly isFirst: boolean
}

function makeSpans(annotation: Annotation): PaintedSpan[] {
  return annotation.fragments.map(({ start, end }, index) => ({ start, end, annotation, isFirst: index === 0 }))
}

/** With more changes at once than this, all is made anew. */
const MANY = 200

/** The annotations of one article by place, with their lanes; changed by what differs between two lists. */
export class PaintedSpans {
  index: SpanIndex<PaintedSpan> = SpanIndex.of<PaintedSpan>([])
  private lanes = new LaneTable(this.index)
  private list: readonly Annotation[] = []
  /** What came last, if it came alone: most questions are about it. */
  private newest: Annotation | null = null

  laneOf(span: PaintedSpan): number {
    return this.lanes.of(span)
  }

  ofAnnotation(id: string): readonly PaintedSpan[] {
    const annotation = this.newest?.id === id ? this.newest : this.list.find((each) => each.id === id)
    return annotation ? this.spansOf(annotation) : []
  }

  /** Annotations that hold the character at `offset`, the innermost first. */
  annotationsAt(offset: number): string[] {
    const spans = this.index.at(offset).sort(compareInnermost)
    return [...new Set(spans.map((span) => span.annotation.id))]
  }

  /** Takes a new list; answers the ranges (UTF-16) to be painted anew. Records that did not change are the same objects. */
  update(list: readonly Annotation[]): TextRange[] {
    const old = this.list
    this.list = list
    if (old === list) return []
    const { from, oldEnd, newEnd } = differing(old, list)
    return this.replace(old.slice(from, oldEnd), list.slice(from, newEnd))
  }

  private replace(before: readonly Annotation[], now: readonly Annotation[]): TextRange[] {
    const kept = new Set(before.length > 0 && now.length > 0 ? now : [])
    const gone = before.filter((annotation) => !kept.has(annotation))
    const stayed = new Set(before.length === gone.length ? [] : before)
    const come = now.filter((annotation) => !stayed.has(annotation))
    this.newest = come.length === 1 ? (come[0] ?? null) : null
    if (gone.length + come.length <= MANY) {
      const removed = gone.flatMap((annotation) => this.spansOf(annotation))
      const added = come.flatMap(makeSpans)
      this.index = this.index.replaced(removed, added)
      return this.lanes.update(this.index, removed, added)
    }
    this.index = SpanIndex.of(this.list.flatMap(makeSpans))
    this.lanes = new LaneTable(this.index)
    return [{ start: 0, end: Number.MAX_SAFE_INTEGER }]
  }

  private spansOf(annotation: Annotation): PaintedSpan[] {
    return this.index.within(hullStart(annotation), hullEnd(annotation)).filter((span) => span.annotation === annotation)
  }
}
