import { join } from 'node:path'
import { articleId, folderName } from '../../core/model/folder-name.ts'
import type { EventName, EventPayload } from '../../ipc/contract.ts'
import type { Disk } from '../services/disk/disk.ts'
import { sha256 } from '../services/hash.ts'
import { readProject } from '../services/project/read-project.ts'
import type { WatchedFile } from '../services/watching/watched-file.ts'
import { factsOf, rowOf, type Workspace } from './workspace.ts'

interface FollowOptions {
  readonly disk: Disk
  readonly send: <N extends EventName>(name: N, payload: EventPayload<N>) => void
}

/**
 * Brings the open project in step with files that a synchroniser, version control or another program has put there, and tells the
 * window. What is being coded is never touched: an own set with something unsaved stays as it is.
 */
export async function followFiles(workspace: Workspace, files: readonly WatchedFile[], { disk, send }: FollowOptions): Promise<void> {
  // A folder that was moved away or unmounted took nothing with it: its articles stay on the screen, and saving says what is wrong.
  const there = await disk.exists(join(workspace.folder, 'concord.json'))
  if (!there.ok || !there.value) return
  const has = (kind: WatchedFile['kind']) => files.some((file) => file.kind === kind)
  const me = folderName(workspace.annotator.key)
  const rows = new Set<string>()
  const looks = new Set<string>()
  const own = new Set<string>()

  if (has('article')) await followArticles(workspace, articlesIn(files, 'article'), send)
  if (has('project')) await followProject(workspace, { disk, send })
  if (has('round')) await workspace.rounds.load()
  if (has('info')) {
    await workspace.info.load()
    for (const path of articlesIn(files, 'info')) rows.add(path)
  }
  if (has('original')) {
    const paths = articlesIn(files, 'original')
    await workspace.info.refreshOriginals(paths)
    for (const path of paths) rows.add(path)
  }
  for (const file of files) {
    if (file.kind === 'set' && file.folder === me) {
      const set = await workspace.annotations.open(file.article)
      if (!set.ok) continue
      workspace.summaries.update(set.value)
      workspace.standings.update(set.value)
      own.add(file.article)
      rows.add(file.article)
    }
    if (file.kind === 'set' || file.kind === 'independent' || file.kind === 'review' || file.kind === 'adjudicated') looks.add(file.article)
  }
  for (const path of await workspace.standings.refresh(articlesIn(files, 'review'))) rows.add(path)
  for (const path of new Set([...articlesIn(files, 'set'), ...articlesIn(files, 'review')])) {
    // Whoever decides keeps the outcome in step with what it is made from.
    const review = await workspace.reviews.open(path)
    if (review.ok && review.value.decisions.length > 0) workspace.reviews.deriveLater(path)
  }
  if (has('set') && (await workspace.summaries.lookForAnnotators())) send('project.changed', factsOf(workspace))

  const known = [...rows].flatMap((path) => workspace.articles.byPath(path) ?? [])
  if (known.length > 0) send('rows.changed', { rows: known.map((facts) => rowOf(workspace, facts)), removed: [] })
  const ids = (paths: ReadonlySet<string>) => Array.from(paths, (path) => articleId(path, sha256))
  if (has('round')) send('sets.changed', { articles: null, own: ids(own) })
  else if (looks.size > 0) send('sets.changed', { articles: ids(looks), own: ids(own) })
}

async function followArticles(workspace: Workspace, paths: readonly string[], send: FollowOptions['send']): Promise<void> {
  const known = new Set(paths.filter((path) => workspace.articles.byPath(path)))
  const { changed, removed } = await workspace.articles.refresh(paths)
  if (changed.length + removed.length === 0) return
  // The own set goes to the new text at once, whoever looks at it: the window then takes both.
  for (const { path } of changed) if (workspace.summaries.of(path).progress !== 'not_started') await workspace.annotations.open(path)
  send('rows.changed', { rows: changed.map((facts) => rowOf(workspace, facts)), removed: [...removed] })
  send('sets.changed', { articles: changed.map(({ id }) => id), own: changed.filter(({ path, problem }) => known.has(path) && problem === null).map(({ id }) => id) })
}

async function followProject(workspace: Workspace, { disk, send }: FollowOptions): Promise<void> {
  const read = await readProject(disk, workspace.folder)
  // The codebook's version may come after the file that names it; its own arrival brings us here again.
  if (!read.ok) return
  const before = workspace.opened
  const { project } = read.value
  if (before.sha256 === read.value.sha256) return
  workspace.opened = { ...read.value, readOnly: before.readOnly }
  if (project.codebook !== before.project.codebook) {
    // What is missing depends on the codebook.
    await workspace.annotations.flush()
    await workspace.summaries.scan()
    send('rows.changed', { rows: workspace.articles.all().map((facts) => rowOf(workspace, facts)), removed: [] })
  }
  send('project.changed', factsOf(workspace))
  if (project.blind !== before.project.blind) send('sets.changed', { articles: null, own: [] })
}

function articlesIn(files: readonly WatchedFile[], kind: 'set' | 'review' | 'article' | 'info' | 'original'): string[] {
  return [...new Set(files.flatMap((file) => (file.kind === kind && 'article' in file ? [file.article] : [])))]
}
