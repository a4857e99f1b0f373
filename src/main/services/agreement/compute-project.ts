import { codedArticle, type CodedArticle } from '../../../core/agreement/project/coded.ts'
import type { AcceptanceRow } from '../../../core/agreement/html/report-html.ts'
import { computeAgreement } from '../../../core/agreement/project/compute.ts'
import type { AgreementReport } from '../../../core/agreement/project/report.ts'
import type { AgreementRequest } from '../../../core/agreement/project/request.ts'
import { selectSets } from '../../../core/agreement/project/select.ts'
import type { Environment } from '../../../core/model/environment.ts'
import { folderName } from '../../../core/model/folder-name.ts'
import { ok, type Result } from '../../../core/result.ts'
import { createArticleStore } from '../articles/article-store.ts'
import type { Disk } from '../disk/disk.ts'
import { readProject } from '../project/read-project.ts'
import { readRounds } from '../rounds/read-rounds.ts'
import type { Problem } from '../sets/problem.ts'
import { readAcceptance } from './acceptance.ts'
import { gatherCandidates, type UsedFile } from './gather.ts'

export interface ComputeProjectOptions {
  readonly disk: Disk
  readonly environment: Environment
  /** The project's folder. */
  readonly folder: string
  readonly request: AgreementRequest
  /** Paths inside `articles/`. */
  readonly articles: readonly string[]
  /** Articles on which whoever asks may see colleagues' work; null: all. */
  readonly visible: ReadonlySet<string> | null
  /** Reading and counting, each article twice. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface ProjectAgreement {
  readonly report: AgreementReport
  /** As they were compared, for the spans behind a number. */
  readonly articles: readonly CodedArticle[]
  readonly problems: readonly Problem[]
  /** What became of spans under review: shown apart. */
  readonly acceptance: readonly AcceptanceRow[]
  /** The files that the numbers stand on. */
  readonly files: readonly UsedFile[]
}

/** The agreement of a project as its files are now. Writes nothing. */
export async function computeProjectAgreement(options: ComputeProjectOptions): Promise<Result<ProjectAgreement>> {
  const { disk, environment, folder, request, visible, onProgress } = options
  const opened = await readProject(disk, folder)
  if (!opened.ok) return opened
  const { codebook, project } = opened.value
  const store = createArticleStore(disk, folder, environment)
  const paths = request.articles ? options.articles.filter((path) => request.articles?.includes(path)) : options.articles
  const total = 2 * paths.length
  const { candidates, problems, files } = await gatherCandidates({
    disk,
    folder,
    text: store.text,
    articles: paths,
    visible,
    onProgress: (done) => onProgress?.(done, total),
  })
  const { rounds, problems: ofRounds } = await readRounds(disk, folder)
  const selection = selectSets(candidates, rounds, request)
  const articles: CodedArticle[] = []
  for (const one of selection.articles) {
    const text = await store.text(one.article)
    if (text.ok) articles.push(codedArticle(one, text.value.text, codebook, request))
  }
  const report = computeAgreement({
    selection,
    articles,
    codebook,
    codebookVersion: project.codebook,
    request,
    onProgress: (done) => onProgress?.(paths.length + done, total),
  })
  const used = articles.flatMap(({ path, sets }) =>
    sets.flatMap(({ annotator, frozen }) => files.get(`${frozen ? 'independent' : 'annotations'}/${folderName(annotator)}/${path}.json`) ?? []),
  )
  const seen = paths.filter((path) => !visible || visible.has(path))
  const acceptance = byAnnotator(await readAcceptance({ disk, folder, text: store.text, articles: seen, codebook }))
  return ok({ report, articles, acceptance, problems: [...problems, ...ofRounds], files: used })
}

function byAnnotator(counts: Awaited<ReturnType<typeof readAcceptance>>): AcceptanceRow[] {
  const rows = new Map<string, { annotator: string; taken: number; changed: number; rejected: number; added: number }>()
  for (const { annotator, taken, changed, rejected, added } of counts) {
    const row = rows.get(annotator) ?? { annotator, taken: 0, changed: 0, rejected: 0, added: 0 }
    row.taken += taken
    row.changed += changed
    row.rejected += rejected
    row.added += added
    rows.set(annotator, row)
  }
  return [...rows.values()]
}
