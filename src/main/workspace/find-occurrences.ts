import { occurrencesIn, type OccurrenceQuestion } from '../../core/query/occurrences.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { FoundOccurrences } from '../../ipc/shapes.ts'
import type { Workspace } from './workspace.ts'

/** So many are shown at most: nobody looks through more before saying yes. */
export const MOST_OCCURRENCES = 500
/** Articles whose own sets are read together. */
const AT_ONCE = 25

interface Options {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Where the articles of the project say something, and which of the annotator's own annotations are there already. */
export async function findOccurrences(workspace: Workspace, question: OccurrenceQuestion, { signal, onProgress }: Options): Promise<Result<FoundOccurrences>> {
  const all = workspace.articles.all()
  const found: FoundOccurrences['articles'] = []
  let left = MOST_OCCURRENCES
  let unread = 0
  for (let at = 0; at < all.length && left > 0; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE)
    const sets = await workspace.annotations.look(some.map(({ path }) => path))
    for (const [index, { id, path }] of some.entries()) {
      const text = await workspace.articles.text(path)
      if (signal.aborted) return fail('work.cancelled', 'The search was cancelled.', 'Search again when you want to.')
      if (!text.ok) unread += 1
      else if (left >= 0) {
        // One more than fits tells that there are more.
        const here = occurrencesIn(text.value.text, sets[index]?.annotations ?? [], question, left + 1)
        if (here.length > 0) found.push({ article: id, found: here.slice(0, Math.max(0, left)) })
        left -= here.length
      }
    }
    onProgress(Math.min(all.length, at + AT_ONCE), all.length)
  }
  return ok({ articles: found.filter((article) => article.found.length > 0), more: left <= 0, unread })
}
