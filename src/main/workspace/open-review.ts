import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import { isOtherVersion } from '../../core/conflicts/other-version.ts'
import { withHashes } from '../../core/review/hash.ts'
import { reviewOfOwn } from '../../core/review/about-own.ts'
import { ok, type Result } from '../../core/result.ts'
import type { ReviewedArticle } from '../../ipc/review-shapes.ts'
import type { Disk } from '../services/disk/disk.ts'
import { sha256 } from '../services/hash.ts'
import { freezeIndependentSet } from '../services/review/independent.ts'
import { readIndependentSetsOf, readSetsOf } from '../services/review/read-sets.ts'
import { readReviewsOf } from '../services/review/review-file.ts'
import { problemOf } from '../services/sets/problem.ts'
import { articleOf, type Workspace } from './workspace.ts'

/**
 * An article with everybody's sets and reviews, as far as whoever is at work may see them. What they are shown is recorded first, and
 * before that their own finished set is frozen as the independent one. `reviewing`: they say that they review it without coding it.
 */
export async function openReview(workspace: Workspace, disk: Disk, id: string, reviewing: boolean): Promise<Result<ReviewedArticle>> {
  const { folder, annotator, annotations, reviews, sight } = workspace
  const facts = articleOf(workspace, id)
  if (!facts.ok) return facts
  const { path } = facts.value
  const text = await workspace.articles.text(path)
  if (!text.ok) return text
  // What is compared is what is on disk: the last gestures go there first.
  const flushed = await annotations.flush()
  if (!flushed.ok) return flushed
  const found = await readSetsOf(disk, folder, path, text.value)
  const frozen = await readIndependentSetsOf(disk, folder, path, text.value)
  const others = found.sets.filter(({ set }) => set.annotator.key !== annotator.key && !isOtherVersion(set.annotator.key, annotator.key))
  // Another version of the own set is no colleague's work: where there is nothing else, nothing is hidden and nothing was seen.
  const onlyOwn = others.length === 0 && found.sets.length > 1
  const visibility = onlyOwn ? { visible: true as const } : await sight.of(path, reviewing)
  const own = visibility.visible ? await see(workspace, disk, path, others.map(({ set }) => set.annotator.key)) : await reviews.open(path)
  if (!own.ok) return own
  const said = await readReviewsOf(disk, folder, path)
  const sayings = visibility.visible ? said.reviews : said.reviews.map((review) => reviewOfOwn(review, annotator.key))
  const shown = visibility.visible ? found.sets : found.sets.filter(({ set }) => set.annotator.key === annotator.key || isOtherVersion(set.annotator.key, annotator.key))
  // The outcome may be older than what came from colleagues since.
  if (sayings.some(({ decisions }) => decisions.length > 0)) reviews.deriveLater(path)
  const { text: words, textSha256, header, notice } = text.value
  return ok({
    id,
    text: words,
    textSha256,
    header: header && { start: header.start, end: header.end },
    notice,
    visibility,
    sets: shown.map(({ set }) => hashed(set)).toSorted((a, b) => (a.set.annotator.key < b.set.annotator.key ? -1 : 1)),
    hidden: visibility.visible ? [] : others.map(({ set }) => set.annotator),
    independent: frozen.sets.map(({ set }) => set.annotator.key),
    reviews: [own.value, ...sayings.filter(({ reviewer }) => reviewer.key !== annotator.key)],
    problems: visibility.visible ? [...found.problems, ...frozen.problems, ...said.problems].map((problem) => ({ ...problem })) : [],
  })
}

function hashed(set: AnnotationSet): ReviewedArticle['sets'][number] {
  const { hashes } = withHashes(set, sha256)
  return { set, hashes: { annotations: [...hashes.annotations], relations: [...hashes.relations] } }
}

async function see({ folder, annotator, opened, reviews, problems }: Workspace, disk: Disk, path: string, others: readonly string[]) {
  const before = await reviews.open(path)
  if (!before.ok) return before
  if (opened.readOnly === null) {
    const frozen = await freezeIndependentSet(disk, folder, annotator.key, path, before.value)
    if (!frozen.ok) {
      problems.push(problemOf(frozen.error, `independent/${path}`))
      return frozen
    }
  }
  return reviews.see(path, others)
}
