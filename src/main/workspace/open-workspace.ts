import { join } from 'node:path'
import type { AnnotationSet, Annotator } from '../../core/model/annotation-set.ts'
import type { Project } from '../../core/model/project.ts'
import type { Environment } from '../../core/model/environment.ts'
import { articleId } from '../../core/model/folder-name.ts'
import type { AppError, Result } from '../../core/result.ts'
import { ok } from '../../core/result.ts'
import type { EventName, EventPayload } from '../../ipc/contract.ts'
import type { Problem } from '../../ipc/shapes.ts'
import { createArticleInfoStore } from '../services/articles/article-info.ts'
import { createArticleStore } from '../services/articles/article-store.ts'
import type { Disk } from '../services/disk/disk.ts'
import { listImports } from '../services/bundle/import-record.ts'
import { onlyWhileThere } from '../services/disk/only-there.ts'
import { removeLeftovers } from '../services/disk/leftovers.ts'
import { sha256 } from '../services/hash.ts'
import { openProjectFiles } from '../services/project/salvage-project.ts'
import { deriveAdjudicated } from '../services/review/derive-adjudicated.ts'
import { freezeIndependentSet } from '../services/review/independent.ts'
import { createOverviews } from '../services/review/overview.ts'
import { createReviewService } from '../services/review/review-service.ts'
import { createSight } from '../services/review/sight.ts'
import { createStandings } from '../services/review/standings.ts'
import { createWordsIndex } from '../services/review/words-index.ts'
import { createRounds } from '../services/rounds/rounds.ts'
import { createAnnotationService } from '../services/sets/annotation-service.ts'
import { createJointStatus } from '../services/sets/joint-status.ts'
import { createSetPaths } from '../services/sets/paths.ts'
import { problemOf } from '../services/sets/problem.ts'
import { createRegister } from '../services/sets/register.ts'
import { createSummaries } from '../services/sets/summaries.ts'
import { trimHistories } from '../services/sets/trim-history.ts'
import { createChangeGatherer } from '../services/watching/change-gatherer.ts'
import type { OwnWrites } from '../services/watching/own-writes.ts'
import { watchProject } from '../services/watching/watch-project.ts'
import { followFiles } from './follow-files.ts'
import { undoStateOf } from './import-desk.ts'
import { rowOf, type Workspace } from './workspace.ts'

/** Folders that the app itself writes to. */
const WRITTEN = ['annotations', 'history', 'independent', 'reviews', 'adjudicated', 'rounds', 'queries', 'article-info', 'originals', 'codebook', '.concord']

export interface OpenOptions {
  readonly folder: string
  /** Who works in it; the project may say who it was made for. */
  readonly annotator: (project: Project) => Annotator
  readonly disk: Disk
  readonly environment: Environment
  readonly journalFolder: string
  /** What others put into the folder is followed; this tells the app's own writes from it. Absent: nothing is followed. */
  readonly isOwnWrite?: OwnWrites['isOwn']
  /** Steps of each own set's history that are kept; 0 or absent: all. */
  readonly keepHistory?: number
  readonly send: <N extends EventName>(name: N, payload: EventPayload<N>) => void
}

/**
 * Opens a project for one annotator: reads what is there, replays what the journal holds, and from then on tells the window
 * what changes. What cannot be used is listed as a problem and left untouched; the rest is usable.
 */
export async function openWorkspace(options: OpenOptions): Promise<Result<Workspace>> {
  const { folder, environment, send } = options
  const disk = onlyWhileThere(options.disk, folder, 'concord.json')
  const read = await openProjectFiles(disk, folder)
  if (!read.ok) return read
  const opened = read.value
  const annotator = options.annotator(opened.project)
  const progress = (done: number, total: number) => send('work.progress', { kind: 'open', done, total })

  const articles = createArticleStore(disk, folder, environment)
  const scanned = await articles.scan(progress)
  if (!scanned.ok) return scanned
  const info = createArticleInfoStore(disk, folder, environment)
  const loaded = await info.load()
  if (!loaded.ok) return loaded

  const problems = [...opened.problems, ...loaded.value.problems].map(asProblem)
  let workspace: Workspace | null = null
  const codebook = () => workspace?.opened.codebook ?? opened.codebook
  const codebookVersion = () => workspace?.opened.project.codebook ?? opened.project.codebook
  const register = createRegister()
  const summaries = createSummaries({
    disk,
    folder,
    annotator,
    codebook,
    codebookVersion,
    textSha256: (path) => articles.byPath(path)?.textSha256,
    register,
    now: environment.now,
  })

  /** Keeps the row of an article in step with its set. */
  const onSetChanged = (set: AnnotationSet) => {
    summaries.update(set)
    workspace?.standings.update(set)
    showRows([set.article.path])
  }
  const showRows = (paths: readonly string[]) => {
    const opening = workspace
    const rows = opening ? paths.flatMap((path) => articles.byPath(path) ?? []).map((facts) => rowOf(opening, facts)) : []
    if (rows.length > 0) send('rows.changed', { rows, removed: [] })
  }
  const status = createJointStatus((joint) => send('save.status', joint))
  const onProblem = (problem: Problem) => void problems.push(problem)
  const reviews = await createReviewService({
    disk,
    folder,
    environment,
    reviewer: annotator,
    codebookVersion,
    text: (path) => articles.text(path),
    derive: (article) => deriveAdjudicated({ disk, folder, article, text: (path) => articles.text(path), codebook: codebook(), codebookVersion: codebookVersion() }),
    onStatus: status.of('reviews'),
    onUndoState: (state) => send('review.undoState', state),
    onProblem,
    readOnly: opened.readOnly,
  })
  /** A review that cannot be read may say that something was seen. */
  const ownReview = async (path: string) => {
    const review = await reviews.open(path)
    return review.ok ? review.value : { seen: [{ annotator: '', at: '' }] }
  }
  if (options.keepHistory && opened.readOnly === null) {
    // What could not be shortened is only longer than it need be.
    await trimHistories(disk, createSetPaths(folder, annotator.key), options.keepHistory)
  }
  const annotations = await createAnnotationService({
    disk,
    folder,
    projectId: opened.project.id,
    journalFolder: options.journalFolder,
    environment,
    annotator,
    codebookVersion,
    text: (path) => articles.text(path),
    onStatus: status.of('annotations'),
    onUndoState: (state) => void undoStateOf(workspace, state).then((now) => send('undo.state', now)),
    onSetChanged,
    readOnly: opened.readOnly,
    onProblem,
    onBroughtOver: ({ article, placed, open }) => send('article.broughtOver', { article: articleId(article, sha256), placed, open }),
    onSaved: async (set) => {
      // What is marked done by somebody who has seen nobody else's is kept as it is, for the agreement.
      if (set.state.status !== 'done') return
      const frozen = await freezeIndependentSet(disk, folder, annotator.key, set.article.path, await ownReview(set.article.path))
      if (!frozen.ok) onProblem(problemOf(frozen.error, `independent/${set.article.path}`))
    },
  })
  if (!annotations.ok) return annotations
  const ownSets = (paths: readonly string[]) => annotations.value.look(paths)
  const lastImport = (await listImports({ disk, opened, by: annotator })).find(({ source }) => source !== undefined) ?? null
  const rounds = createRounds(disk, folder)
  problems.push(...(await rounds.load()))
  // What an interrupted write left beside its file; not worth waiting for, and harmless if it stays.
  void removeLeftovers(disk, WRITTEN.map((name) => join(folder, name)), environment.now())
  // After the journal was replayed, so that the list shows what was recovered.
  await summaries.scan(progress)

  workspace = {
    folder,
    opened,
    annotator,
    articles,
    info,
    annotations: annotations.value,
    summaries,
    register,
    reviews,
    sight: createSight({ annotatorKey: annotator.key, blind: () => workspace?.opened.project.blind ?? opened.project.blind, rounds: rounds.all, ownSets, ownReview }),
    overviews: createOverviews({
      disk,
      folder,
      text: (path) => articles.text(path),
      codebook: () => ({ codebook: codebook(), version: codebookVersion() }),
      now: environment.now,
      keep: opened.readOnly === null,
    }),
    words: createWordsIndex(disk, folder),
    standings: createStandings({ disk, folder, ownSets }),
    rounds,
    lastImport,
    watch: null,
    problems,
    working: null,
  }
  // Not waited for: the list is there, and what reviewers say of its articles follows.
  void workspace.standings.scan().then(showRows)
  void bringOver(workspace)
  if (options.isOwnWrite) follow(workspace, { ...options, isOwnWrite: options.isOwnWrite })
  return ok(workspace)
}

/** From now on, what others put into the folder appears by itself. A folder that cannot be watched is as it was when it was opened. */
function follow(workspace: Workspace, { folder, disk, isOwnWrite, send }: OpenOptions & { readonly isOwnWrite: OwnWrites['isOwn'] }): void {
  const gatherer = createChangeGatherer({ disk, folder, isOwn: isOwnWrite, onChange: (files) => followFiles(workspace, files, { disk, send }) })
  const watch = watchProject(folder, gatherer.report, (error) => workspace.problems.push(unwatched(error)))
  workspace.watch = {
    ready: watch.ready,
    stop: () => {
      gatherer.stop()
      return watch.stop()
    },
  }
}

/** Sets whose articles were changed while the project was closed, one after the other and beside everything else. */
async function bringOver({ annotations, summaries, problems }: Workspace): Promise<void> {
  for (const article of summaries.changed()) {
    const opened = await annotations.open(article)
    if (!opened.ok && opened.error.code !== 'project.closed') problems.push(problemOf(opened.error, `articles/${article}`))
  }
}

function unwatched(error: unknown): Problem {
  return {
    file: 'concord.json',
    line: null,
    message: `Not all of the project’s folder can be watched: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'What colleagues’ computers bring is shown when you open the project again.',
  }
}

function asProblem({ message, remedy, where }: AppError): Problem {
  return { file: where?.file ?? 'concord.json', line: where?.line ?? null, message, remedy }
}
