import { verifyAnnotation } from '../../core/anchoring/verify.ts'
import { lineOfPath, type JsonPath } from '../../core/formats/json-position.ts'
import { annotatorKey, folderName } from '../../core/model/folder-name.ts'
import { reviewHistoryLineSchema, reviewSchema } from '../../core/model/review.ts'
import type { CheckedText } from './check-sets.ts'
import type { Checked } from './findings.ts'
import { parseChecked, placeOf, readChecked, RESTORE } from './findings.ts'

export const REVIEW_HISTORY = '.history.jsonl'

/** One person's review of an article: schema, place, the article's hash, every id, and every quote of what was decided. `null`: the article cannot be used. */
export async function checkReview(checked: Checked, path: string, article: CheckedText | null): Promise<void> {
  const { findings } = checked
  findings.saw('reviews')
  const text = await readChecked(checked, path)
  const review = text === null ? null : parseChecked(checked, reviewSchema, text, path)
  if (text === null || !review) return
  const report = (at: JsonPath, message: string, remedy = RESTORE) => findings.report(path, lineOfPath(text, at), message, remedy)
  const place = placeOf(path, '.json')
  const { key, name } = review.reviewer
  if (place?.article.normalize('NFC') !== review.article.path.normalize('NFC')) report(['article', 'path'], `it says that it is a review of ${review.article.path}.`)
  if (place?.folder !== folderName(key) || annotatorKey(name) !== key) report(['reviewer', 'key'], `it says that it is by “${name}” (“${key}”), whose folder is another.`)
  if (!article) report(['article', 'path'], `there is no article ${review.article.path} that could be read.`, 'Restore the article, or set this file aside.')
  else if (review.article.text_sha256 !== article.textSha256) report(['article', 'text_sha256'], 'the text of the article is not the one that was reviewed.', 'Restore the article as it was.')
  for (const kind of ['decisions', 'comments'] as const) {
    const seen = new Set<string>()
    for (const [index, { id }] of review[kind].entries()) {
      if (seen.has(id)) report([kind, index, 'id'], `the id ${id} is there twice.`)
      seen.add(id)
    }
  }
  for (const [index, { outcome }] of review.decisions.entries()) {
    if (outcome.kind !== 'annotation') continue
    findings.quotes += outcome.annotation.fragments.length
    const problem = article && verifyAnnotation(article.text, outcome.annotation)
    if (problem) report(['decisions', index, 'outcome', 'annotation'], `${problem}.`)
  }
  await checkReviewHistory(checked, `${path.slice(0, -'.json'.length)}${REVIEW_HISTORY}`, review.revision)
}

/** Each line against its schema, none missing, and that the review is what the last one says it is. */
async function checkReviewHistory(checked: Checked, path: string, revision: number): Promise<void> {
  const { findings } = checked
  if (revision === 0 && !(await exists(checked, path))) return
  findings.saw('review histories')
  const text = await readChecked(checked, path)
  if (text === null) return
  const lines = text.split('\n')
  if (lines.pop() !== '') findings.report(path, lines.length + 1, 'the last line was cut off.', 'Open the project in Concord as this reviewer: it takes the half line off.')
  let previous = 0
  for (const [index, line] of lines.entries()) {
    const parsed = parseChecked(checked, reviewHistoryLineSchema, line, path, index + 1)
    if (parsed && parsed.revision !== previous + 1) findings.report(path, index + 1, `revision ${parsed.revision} follows revision ${previous}.`)
    previous = parsed ? parsed.revision : previous + 1
  }
  if (previous > revision) {
    findings.report(path, lines.length, `it goes on to revision ${previous}, and the review to ${revision}.`, 'Open the project in Concord as this reviewer: it brings the review in step.')
  } else if (previous < revision) findings.report(path, lines.length, `it ends at revision ${previous}, and the review is at ${revision}.`)
}

async function exists({ disk, folder }: Checked, path: string): Promise<boolean> {
  const there = await disk.exists([folder, ...path.split('/')].join('/'))
  return there.ok && there.value
}
