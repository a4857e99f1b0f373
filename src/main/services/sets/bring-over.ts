import { setImmediate } from 'node:timers/promises'
import { reanchorOne, type Placed } from '../../../core/anchoring/reanchor.ts'
import { takeOver } from '../../../core/anchoring/take-over.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { timestamp, type Environment } from '../../../core/model/environment.ts'
import type { SetDiff } from '../../../core/model/gesture.ts'
import type { ArticleText } from './set-file.ts'

/** Milliseconds of work before others have their turn: a long article with many annotations takes seconds. */
const TURN = 15

/** The diff that takes a set to another text. `before`: the text that it is on, where it was kept. Nobody waits for long meanwhile. */
export async function bringOver(set: AnnotationSet, { text, textSha256 }: ArticleText, before: string | null, environment: Environment): Promise<SetDiff> {
  const placed: Placed[] = []
  const open: Annotation[] = []
  let turn = performance.now()
  for (const annotation of set.annotations) {
    const found = reanchorOne(annotation, { before, after: text })
    if (found) placed.push(found)
    else open.push(annotation)
    if (performance.now() - turn < TURN) continue
    await setImmediate()
    turn = performance.now()
  }
  return takeOver(set, { placed, open }, { text, textSha256, now: timestamp(environment.now()) })
}
