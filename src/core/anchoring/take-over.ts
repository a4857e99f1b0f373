import { EMPTY_DIFF } from '../annotating/diff.ts'
import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { SetDiff } from '../model/gesture.ts'
import type { Unplaced } from '../model/unplaced.ts'
import type { Reanchored } from './reanchor.ts'
import { verifyAnnotation } from './verify.ts'

export interface NewText {
  readonly text: string
  readonly textSha256: string
  /** ISO 8601. */
  readonly now: string
}

/**
 * What takes a set from the text that it was on to the one that there is now: what has a certain place goes there, everything else
 * waits for a decision, whole and as it was. What waited since an earlier text and fits this one to the letter, because
 * that text is back, has its place again. Relations stay: both ends keep their ids.
 */
export function takeOver(set: AnnotationSet, { placed, open }: Reanchored, { text, textSha256, now }: NewText): SetDiff {
  const back = (set.unplaced ?? []).filter((waiting) => waiting.text_sha256 === textSha256 && verifyAnnotation(text, waiting.annotation) === null)
  const waits = (annotation: Annotation): Unplaced => ({ annotation, text_sha256: set.article.text_sha256, state: 'open', since: now })
  return {
    ...EMPTY_DIFF,
    annotations: {
      added: back.map(({ annotation }) => annotation),
      // Its place is not what a person recorded: when it was modified stays.
      updated: placed.flatMap(({ from, to, outcome }) => (outcome === 'exact' && sameContext(from, to) ? [] : [{ from, to }])),
      removed: [...open],
    },
    unplaced: { added: open.map(waits), updated: [], removed: back },
    text: { from: set.article.text_sha256, to: textSha256 },
  }
}

function sameContext(a: Annotation, b: Annotation): boolean {
  return a.prefix === b.prefix && a.suffix === b.suffix
}
