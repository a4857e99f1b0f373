import { join } from 'node:path'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import { folderName, reviewHistoryPath } from '../../../core/model/folder-name.ts'
import type { Review, ReviewHistoryLine } from '../../../core/model/review.ts'
import { applyReviewDiff } from '../../../core/review/diff.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import type { History } from '../sets/history.ts'
import type { Problem } from '../sets/problem.ts'
import type { ArticleText } from '../sets/set-file.ts'
import { readReview, reviewPlace } from './review-file.ts'

/** The person's own review of one article in memory, and how far its file has come. */
export interface LoadedReview {
  readonly article: string
  review: Review
  /** The file as it was last read or written; `null`: there is none. */
  saved: string | null
  /** Something is not in the file yet. */
  dirty: boolean
  /** Hashes that a write may have left on disk although it failed. */
  readonly attempted: Set<string>
}

export interface ReviewStoreOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly reviewer: Annotator
  readonly codebookVersion: () => string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  readonly history: History<ReviewHistoryLine>
  readonly onProblem: (problem: Problem) => void
}

/** Own reviews in use. What is not in its file yet is never let go. */
export interface ReviewStore {
  /** As in memory, else the file with what the history has beyond it, else an empty one. */
  load(article: string): Promise<Result<LoadedReview>>
  /** As `load`, but one with nothing unsaved is read again: a synchroniser may have brought another from the person's other computer. */
  reload(article: string): Promise<Result<LoadedReview>>
  dirty(): LoadedReview[]
}

const MOST_IN_MEMORY = 100

export function createReviewStore(options: ReviewStoreOptions): ReviewStore {
  const { disk, folder, reviewer, codebookVersion, text, history, onProblem } = options
  const reviews = new Map<string, LoadedReview>()

  const empty = (article: string, { textSha256 }: ArticleText): Review => ({
    format: 'concord/review',
    version: FORMAT_VERSION,
    article: { path: article, text_sha256: textSha256 },
    reviewer,
    codebook: codebookVersion(),
    revision: 0,
    seen: [],
    standings: [],
    decisions: [],
    comments: [],
  })

  const read = async (article: string): Promise<Result<LoadedReview>> => {
    const inside = await resolveInside(disk, folder, reviewHistoryPath(reviewer.key, article))
    if (!inside.ok) return inside
    const found = await text(article)
    if (!found.ok) return found
    const onDisk = await readReview(disk, folder, reviewPlace(folder, reviewer.key, article))
    if (!onDisk.ok) return onDisk
    const review = onDisk.value?.review ?? empty(article, found.value)
    if (review.article.text_sha256 !== found.value.textSha256) return otherText(article)
    const past = await history.read(article)
    if (!past.ok) return past
    past.value.problems.forEach(onProblem)
    const caught = catchUp(review, past.value.lines)
    return ok({ article, review: caught, saved: onDisk.value?.sha256 ?? null, dirty: caught !== review, attempted: new Set() })
  }

  const put = (loaded: LoadedReview): void => {
    reviews.delete(loaded.article)
    reviews.set(loaded.article, loaded)
    for (const [article, old] of reviews) {
      if (reviews.size <= MOST_IN_MEMORY) break
      if (old !== loaded && !old.dirty) reviews.delete(article)
    }
  }

  const load = async (article: string): Promise<Result<LoadedReview>> => {
    const known = reviews.get(article)
    if (known) return ok(known)
    const loaded = await read(article)
    if (loaded.ok) put(loaded.value)
    return loaded
  }

  return {
    load,
    reload: async (article) => {
      const known = reviews.get(article)
      if (!known || known.dirty) return load(article)
      const fresh = await read(article)
      if (!fresh.ok || fresh.value.saved === known.saved) return fresh.ok ? ok(known) : fresh
      put(fresh.value)
      return fresh
    },
    dirty: () => [...reviews.values()].filter(({ dirty }) => dirty),
  }
}

/**
 * The history is flushed before a decision is acknowledged, so it may be ahead of a file that was not written any more. What does
 * not follow on is left alone: the file is then another computer's.
 */
export function catchUp(review: Review, lines: readonly ReviewHistoryLine[]): Review {
  let caught = review
  for (const { revision, diff } of lines) {
    if (revision !== caught.revision + 1) continue
    const next = applyReviewDiff(caught, diff)
    if (!next.ok) return caught
    caught = next.value
  }
  return caught
}

/** Where one person's own history files of reviews are. */
export function reviewHistoryFolder(folder: string, reviewerKey: string) {
  return { historyFolder: join(folder, 'reviews', folderName(reviewerKey)), historyEnding: '.history.jsonl' }
}

function otherText(article: string) {
  return fail('article.changed', `The text of ${article} is not the one that was reviewed.`, 'Restore the article as it was.', { where: { file: `articles/${article}` } })
}
