import { chooseSet } from '../../../core/dataset/choose.ts'
import { datasetFiles } from '../../../core/dataset/files.ts'
import { buildDataset, hasDyads, type DatasetArticle, type Unit } from '../../../core/dataset/tables.ts'
import { progressOf, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { adjudicatedPath, folderName } from '../../../core/model/folder-name.ts'
import { ADJUDICATED } from '../../../core/review/adjudicate.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Fields } from '../articles/article-info.ts'
import type { ArticleFacts } from '../articles/facts.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { writeFormatFiles, type WrittenFile } from '../interchange/write-files.ts'
import { readSetsOf } from '../review/read-sets.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet, type ArticleText } from '../sets/set-file.ts'

export interface DatasetRequest {
  readonly disk: Disk
  readonly folder: string
  readonly codebook: Codebook
  readonly articles: readonly string[]
  readonly text: (article: string) => Promise<Result<ArticleText>>
  readonly facts: (article: string) => Pick<ArticleFacts, 'title' | 'header'> | undefined
  /** What people added about an article. */
  readonly added: (article: string) => Pick<Fields, 'title' | 'date' | 'outlet' | 'link'>
  readonly unit: Unit
  readonly outFolder: string
  readonly onProgress?: (done: number, total: number) => void
}

export interface DatasetReceipt {
  readonly unit: Unit
  readonly location: string
  readonly files: readonly WrittenFile[]
  readonly rows: number
  /** How many articles gave what: adjudicated, single_coder, not_adjudicated, not_coded. */
  readonly articles: Readonly<Record<string, number>>
  /** Sets and articles that cannot be used, and why. */
  readonly problems: readonly Problem[]
}

/** Writes what a study hands over. Nothing that is there is overwritten. */
export async function exportDataset({ disk, folder, codebook, articles, text, facts, added, unit, outFolder, onProgress }: DatasetRequest): Promise<Result<DatasetReceipt>> {
  if (unit === 'dyad' && !hasDyads(codebook)) return fail('dataset.dyad', 'The codebook has no attributes actor and counterpart that list entities.', 'Choose another unit.')
  const found: DatasetArticle[] = []
  const problems: Problem[] = []
  const counts: Record<string, number> = { adjudicated: 0, single_coder: 0, not_adjudicated: 0, not_coded: 0 }
  for (const [index, path] of articles.toSorted().entries()) {
    const read = await text(path)
    if (!read.ok) {
      problems.push(problemOf(read.error, path))
      continue
    }
    const decided = await adjudicatedSet(disk, folder, path, read.value, problems)
    const own = await readSetsOf(disk, folder, path, read.value)
    problems.push(...own.problems)
    const coders = own.sets.map(({ set }) => set).filter((set) => progressOf(set) !== 'not_started')
    const chosen = chooseSet(decided, coders)
    counts[chosen.source] = (counts[chosen.source] ?? 0) + 1
    found.push({ path, text: read.value.text, ...about(facts(path), added(path)), chosen })
    onProgress?.(index + 1, articles.length)
  }
  const dataset = buildDataset(found, codebook, unit)
  const files = await writeFormatFiles(disk, outFolder, datasetFiles(dataset, codebook))
  return files.ok ? ok({ unit, location: outFolder, files: files.value, rows: dataset.data.rows.length, articles: counts, problems }) : files
}

function about(facts: ReturnType<DatasetRequest['facts']>, added: ReturnType<DatasetRequest['added']>): Pick<DatasetArticle, 'title' | 'date' | 'outlet' | 'link'> {
  return { title: added.title ?? facts?.title ?? '', date: added.date ?? facts?.header?.date ?? '', outlet: added.outlet ?? '', link: added.link ?? '' }
}

async function adjudicatedSet(disk: Disk, folder: string, article: string, text: ArticleText, problems: Problem[]): Promise<AnnotationSet | null> {
  const name = adjudicatedPath(article)
  const path = await resolveInside(disk, folder, name)
  if (!path.ok) return null
  const read = await readVerifiedSet(disk, { path: path.value, name, article, annotatorFolder: folderName(ADJUDICATED.key) }, text)
  if (read.ok) return read.value?.set ?? null
  problems.push({ ...problemOf(read.error, name), file: name })
  return null
}
