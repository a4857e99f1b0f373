import { join } from 'node:path'
import { quoteOf } from '../../core/model/annotation.ts'
import { folderName } from '../../core/model/folder-name.ts'
import { decisionsOn } from '../../core/review/earlier.ts'
import { withHashes } from '../../core/review/hash.ts'
import { foldedQuote } from '../../core/review/same-words.ts'
import { isAssigned, isUnseen } from '../../core/review/visibility.ts'
import { ok, type Result } from '../../core/result.ts'
import type { AlikeElsewhere, EarlierElsewhere, ReviewedArticle } from '../../ipc/review-shapes.ts'
import type { Disk } from '../services/disk/disk.ts'
import { sha256 } from '../services/hash.ts'
import { readSetsOf } from '../services/review/read-sets.ts'
import { readReviewsOf } from '../services/review/review-file.ts'
import { openReview } from './open-review.ts'
import { articleOf, type Workspace } from './workspace.ts'

/** So many articles are looked at for one preview; nobody reads through more before saying yes. */
const MOST_ARTICLES = 100
/** So many earlier decisions are sent for one article. */
const MOST_DECISIONS = 500

/**
 * What was decided on the words of this article in others, so far as whoever is at work has opened their review: nothing is shown by
 * this that they were not shown before, so that it makes nobody's later set less independent.
 */
export async function earlierElsewhere(workspace: Workspace, disk: Disk, id: string): Promise<Result<EarlierElsewhere>> {
  const { folder, opened, reviews, sight, words } = workspace
  const here = articleOf(workspace, id)
  if (!here.ok) return here
  const { path } = here.value
  const text = await workspace.articles.text(path)
  if (!text.ok) return text
  if (!(await sight.of(path)).visible) return ok([])
  await reviews.flush()
  const { sets } = await readSetsOf(disk, folder, path, text.value)
  const quotes = [...new Set(sets.flatMap(({ set }) => set.annotations.map((record) => foldedQuote(quoteOf(record)))))]
  const found = await openedBefore(workspace, await words.find((await ownReviews(workspace, disk)).filter((each) => each !== path), quotes))
  const visible = await sight.visible(found)
  const wanted = new Set(quotes)
  const decisions: EarlierElsewhere = []
  for (const article of found.filter((each) => visible.has(each))) {
    const there = await workspace.articles.text(article)
    if (!there.ok || decisions.length >= MOST_DECISIONS) continue
    const everybody = (await readSetsOf(disk, folder, article, there.value)).sets.map(({ set }) => withHashes(set, sha256))
    const made = decisionsOn(article, everybody, (await readReviewsOf(disk, folder, article)).reviews, opened.codebook)
    for (const decision of made) if (decision.words.some((quote) => wanted.has(quote))) decisions.push({ ...decision, words: [...decision.words], labels: [...decision.labels] })
  }
  return ok(decisions.slice(0, MOST_DECISIONS))
}

/** Articles on which the person at work has a review of their own, by path. */
async function ownReviews({ folder, annotator, articles }: Workspace, disk: Disk): Promise<string[]> {
  const walked = await disk.walk(join(folder, 'reviews', folderName(annotator.key)))
  const names = (walked.ok ? walked.value : []).flatMap(({ path, kind }) => (kind === 'file' && path.endsWith('.json') ? path.slice(0, -'.json'.length) : []))
  return names.filter((path) => articles.byPath(path)).toSorted()
}

/** Those whose review they have opened, so that they were shown colleagues' sets. */
async function openedBefore({ reviews }: Workspace, paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const review = await reviews.open(path)
    if (review.ok && !isUnseen(review.value)) found.push(path)
  }
  return found
}

/**
 * Other articles on which somebody marked one of these folded quotes, as the review of each is opened: whose sets are shown by this is
 * recorded. Left out, and counted, are articles whose sets are hidden from the person, or that they code themselves and have not finished.
 */
export async function alikeElsewhere(workspace: Workspace, disk: Disk, id: string, quotes: readonly string[]): Promise<Result<AlikeElsewhere>> {
  const { annotator, reviews, rounds, sight, summaries, words } = workspace
  const others = workspace.articles.all().filter((facts) => facts.id !== id && facts.problem === null)
  const visible = await sight.visible(others.map(({ path }) => path))
  const looked: typeof others = []
  for (const facts of others) {
    if (!visible.has(facts.path)) continue
    const { progress } = summaries.of(facts.path)
    const coding = progress === 'in_progress' || (progress === 'not_started' && isAssigned(rounds.all(), annotator.key, facts.path))
    const review = coding ? await reviews.open(facts.path) : null
    if (!coding || (review?.ok && !isUnseen(review.value))) looked.push(facts)
  }
  const found = new Set(await words.find(looked.map(({ path }) => path), quotes))
  const there = looked.filter(({ path }) => found.has(path))
  const articles: ReviewedArticle[] = []
  for (const facts of there.slice(0, MOST_ARTICLES)) {
    const opened = await openReview(workspace, disk, facts.id, false)
    if (!opened.ok) return opened
    if (opened.value.visibility.visible) articles.push(opened.value)
  }
  return ok({ articles, hidden: others.length - looked.length, more: Math.max(0, there.length - MOST_ARTICLES) })
}
