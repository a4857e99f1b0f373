import { lineOfPath } from '../../core/formats/json-position.ts'
import { annotatorKey, folderName } from '../../core/model/folder-name.ts'
import type { Project } from '../../core/model/project.ts'
import { articleInfoSchema, projectSchema } from '../../core/model/project.ts'
import type { Environment } from '../../core/model/environment.ts'
import { createArticleStore } from '../../main/services/articles/article-store.ts'
import { isArticleName } from '../../main/services/articles/facts.ts'
import type { Disk } from '../../main/services/disk/disk.ts'
import { checkCodebooks } from './check-codebooks.ts'
import { checkHistory } from './check-history.ts'
import { checkOriginals } from './check-originals.ts'
import { checkImports } from './check-imports.ts'
import { checkOutcome } from './check-outcome.ts'
import { checkReview, REVIEW_HISTORY } from './check-reviews.ts'
import { checkRounds } from './check-rounds.ts'
import type { CheckedText, Seen } from './check-sets.ts'
import { checkSet } from './check-sets.ts'
import type { Checked, Findings } from './findings.ts'
import { createFindings, filesIn, parseChecked, placeOf, readChecked } from './findings.ts'

export interface Validation {
  readonly project: Project | null
  readonly findings: Findings
}

/** Reads every file of a project and believes none of them: no cache, no shortcut. Writes nothing. */
export async function checkProject(
  disk: Disk,
  folder: string,
  environment: Environment,
  progress: (words: string) => void,
): Promise<Validation> {
  const findings = createFindings()
  const checked: Checked = { disk, folder, findings }
  findings.saw('project')
  const text = await readChecked(checked, 'concord.json')
  const project = text === null ? null : parseChecked(checked, projectSchema, text, 'concord.json')
  const codebooks = await checkCodebooks(checked, project)

  const setFiles = await filesIn(checked, 'annotations', '.json')
  const infoFiles = await filesIn(checked, 'article-info', '.json')
  const setsOf = byArticle(setFiles)
  const infosOf = byArticle(infoFiles)
  const frozenOf = byArticle(await filesIn(checked, 'independent', '.json'))
  const reviewFiles = await filesIn(checked, 'reviews', '.json', REVIEW_HISTORY)
  const reviewsOf = byArticle(reviewFiles.filter((path) => !path.endsWith(REVIEW_HISTORY)))
  const outcomesOf = new Map((await filesIn(checked, 'adjudicated', '.json')).map((path) => [path.slice('adjudicated/'.length, -'.json'.length), [path]]))
  const seen = new Map<string, Seen>()
  /** Ids are unique, and links lead somewhere, within each annotator's sets, within the copies of them, and within the outcome. */
  const seenBy = (path: string) => {
    const author = path.startsWith('adjudicated/') ? 'adjudicated' : path.split('/').slice(0, 2).join('/')
    const found = seen.get(author) ?? { ids: new Map(), annotations: new Set(), ends: [] }
    seen.set(author, found)
    return found
  }
  const checkArticle = async (article: string, known: CheckedText | null) => {
    for (const path of setsOf.get(article) ?? []) await checkSet(checked, path, known, codebooks, seenBy(path))
    for (const path of frozenOf.get(article) ?? []) await checkSet(checked, path, known, codebooks, seenBy(path), 'independent copies')
    for (const path of outcomesOf.get(article) ?? []) await checkSet(checked, path, known, codebooks, seenBy(path), 'adjudicated sets')
    for (const path of reviewsOf.get(article) ?? []) await checkReview(checked, path, known)
    if (known && codebooks.current && project && (reviewsOf.has(article) || outcomesOf.has(article))) {
      await checkOutcome(checked, article, known, codebooks.current, project.codebook)
    }
    for (const path of infosOf.get(article) ?? []) await checkInfo(checked, path, known)
    for (const files of [setsOf, frozenOf, outcomesOf, reviewsOf, infosOf]) files.delete(article)
  }

  // One text at a time, with everything that speaks of it: a project may be larger than the memory.
  const articles = createArticleStore(disk, folder, environment)
  const paths = await articleFiles(checked)
  const texts = new Map<string, string>()
  for (const [index, path] of paths.entries()) {
    findings.saw('articles')
    const read = await articles.text(path)
    if (!read.ok) findings.add({ ...read.error, where: { file: `articles/${path}` } })
    else texts.set(path, read.value.textSha256)
    await checkArticle(path, read.ok ? read.value : null)
    if (index % 50 === 0) progress(`${index} of ${paths.length}`)
  }
  for (const article of new Set([setsOf, frozenOf, outcomesOf, reviewsOf, infosOf].flatMap((files) => [...files.keys()]))) await checkArticle(article, null)
  for (const { annotations, ends } of seen.values()) {
    for (const { key, file, line, message } of ends) if (!annotations.has(key)) findings.report(file, line, message)
  }
  await checkOriginals(checked, texts)
  const known = new Set(paths)
  await checkRounds(checked, known)
  await checkImports(checked)
  for (const path of orphanHistories(reviewFiles)) findings.report(path, null, 'there is no review that it could be the history of.', 'Open the project in Concord as this reviewer: it makes the review again from its history.')
  for (const path of await filesIn(checked, 'history', '.jsonl')) await checkHistory(checked, path, known)
  return { project, findings }
}

/** Histories without the review that they belong to. */
function orphanHistories(files: readonly string[]): string[] {
  const reviews = new Set(files)
  return files.filter((path) => path.endsWith(REVIEW_HISTORY) && !reviews.has(`${path.slice(0, -REVIEW_HISTORY.length)}.json`))
}

/** Other files may lie among the articles: they are not the project's business. */
async function articleFiles({ disk, folder, findings }: Checked): Promise<string[]> {
  const walked = await disk.walk(`${folder}/articles`)
  if (!walked.ok) findings.add(walked.error)
  return (walked.ok ? walked.value : []).map(({ path }) => path).filter(isArticleName)
}

async function checkInfo(checked: Checked, path: string, article: CheckedText | null): Promise<void> {
  const { findings } = checked
  findings.saw('article info')
  const text = await readChecked(checked, path)
  const info = text === null ? null : parseChecked(checked, articleInfoSchema, text, path)
  if (text === null || !info) return
  const at = (...steps: string[]) => lineOfPath(text, steps)
  const place = placeOf(path, '.json')
  const { key, name } = info.author
  if (place?.article.normalize('NFC') !== info.article.path.normalize('NFC'))
    findings.report(path, at('article', 'path'), `it says that it speaks of ${info.article.path}.`)
  if (place?.folder !== folderName(key) || annotatorKey(name) !== key) {
    findings.report(path, at('author', 'key'), `it says that it is by “${name}” (“${key}”), whose folder is another.`)
  }
  if (!article)
    findings.report(
      path,
      at('article', 'path'),
      `there is no article ${info.article.path} that could be read.`,
      'Restore the article, or set this file aside.',
    )
  else if (info.article.text_sha256 !== article.textSha256) {
    findings.report(
      path,
      at('article', 'text_sha256'),
      'the text of the article is another one than when this was written.',
      'Restore the article, or edit its title or date in Concord, which writes this file anew.',
    )
  }
}

/** Files by the article that their place names. */
function byArticle(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const article = placeOf(path, '.json')?.article ?? ''
    groups.set(article, [...(groups.get(article) ?? []), path])
  }
  return groups
}
