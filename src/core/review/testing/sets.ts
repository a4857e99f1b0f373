import type { Annotation } from '../../model/annotation.ts'
import { compareAnnotations } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Review } from '../../model/review.ts'
import type { Value } from '../../model/value.ts'

export const AT = '2031-03-04T09:00:00.000Z'

export function anAnnotationOn(
  text: string,
  id: string,
  start: number,
  end: number,
  label = 'pledge',
  attributes: Record<string, Value> = {},
): Annotation {
  return { id, label, fragments: [{ start, end, quote: text.slice(start, end) }], prefix: '', suffix: '', attributes, created: AT, modified: AT }
}

export function aSetOf(name: string, annotations: readonly Annotation[] = [], more: Partial<AnnotationSet> = {}): AnnotationSet {
  return {
    format: 'concord/annotation-set',
    version: 1,
    article: { path: 'a.txt', text_sha256: '0'.repeat(64) },
    annotator: { key: name.toLowerCase(), name },
    codebook: '0'.repeat(64),
    revision: annotations.length,
    state: { status: 'done', changed: AT },
    annotations: annotations.toSorted(compareAnnotations),
    relations: [],
    ...more,
  }
}

export function aReviewBy(name: string, more: Partial<Review> = {}): Review {
  return {
    format: 'concord/review',
    version: 1,
    article: { path: 'a.txt', text_sha256: '0'.repeat(64) },
    reviewer: { key: name.toLowerCase(), name },
    codebook: '0'.repeat(64),
    revision: 0,
    seen: [],
    standings: [],
    decisions: [],
    comments: [],
    ...more,
  }
}
