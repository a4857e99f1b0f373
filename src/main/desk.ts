import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { annotatorKey, articleId } from '../core/model/folder-name.ts'
import { timestamp } from '../core/model/environment.ts'
import type { Annotator } from '../core/model/annotation-set.ts'
import type { Project } from '../core/model/project.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { EventName, EventPayload } from '../ipc/contract.ts'
import type { Problem, ProjectView } from '../ipc/shapes.ts'
import { keepBackups } from './backups.ts'
import { LastWords } from './last-words.ts'
import { nodeDisk } from './services/disk/disk.ts'
import { nodeEnvironment } from './services/environment.ts'
import { sha256 } from './services/hash.ts'
import { openProjectFiles } from './services/project/salvage-project.ts'
import { watchOwnWrites } from './services/watching/own-writes.ts'
import type { SettingsStore } from './settings.ts'
import { openWorkspace } from './workspace/open-workspace.ts'
import { factsOf, rowOf, type Workspace } from './workspace/workspace.ts'

const madeForSchema = z.object({ annotator: z.string() })

export interface DeskOptions {
  readonly settings: SettingsStore
  /** The app's own data folder; the journal lies there. */
  readonly userData: string
  /** Answers whether there is a window to tell. */
  readonly send: <N extends EventName>(name: N, payload: EventPayload<N>) => boolean
}

/** Holds the one open project, opens and closes it, and tells the window what changed. */
export class Desk {
  private readonly ownWrites = watchOwnWrites(nodeDisk)
  readonly disk = this.ownWrites.disk
  readonly environment = nodeEnvironment
  private readonly options: DeskOptions
  private current: Workspace | null = null
  private stopBackups: () => void = () => undefined
  /** Opening and closing follow one another: two projects are never half open. */
  private queue: Promise<unknown> = Promise.resolve()
  private readonly lastWords = new LastWords()

  constructor(options: DeskOptions) {
    this.options = options
  }

  get send(): DeskOptions['send'] {
    return this.options.send
  }

  /** Where the draft of a project's codebook is kept, in the app's own data folder. */
  draftOf(folder: string): string {
    return join(this.options.userData, 'codebook-drafts', `${sha256(folder)}.json`)
  }

  get workspace(): Workspace | null {
    return this.current
  }

  /** The open project, or the error that says there is none. */
  require(): Result<Workspace> {
    return this.current ? ok(this.current) : fail('project.none', 'No project is open.', 'Open a project or make a new one.')
  }

  /** The open project if it may be changed. */
  requireWritable(): Result<Workspace> {
    const workspace = this.require()
    if (!workspace.ok || workspace.value.opened.readOnly === null) return workspace
    return fail('project.readOnly', `Nothing was changed: ${workspace.value.opened.readOnly}`, 'Open a copy of the project.')
  }

  private annotatorIn(folder: string, project: Project): Annotator {
    const name = this.options.settings.annotatorIn(folder).trim() || madeFor(project) || systemName()
    return { key: annotatorKey(name), name }
  }

  /**
   * Opens another project in place of the open one, which stays open when that one cannot be; also when it cannot be saved, unless a
   * bound in milliseconds is given for that.
   */
  open(folder: string, bound?: number): Promise<Result<ProjectView>> {
    return this.inTurn(async () => {
      const before = this.current?.folder ?? null
      if (before !== null) {
        // What cannot be opened is found out before anything is left.
        const readable = await openProjectFiles(this.disk, folder)
        if (!readable.ok) return readable
        const closed = await this.closeNow(bound)
        if (!closed.ok && bound === undefined) return closed
      }
      const opened = await this.openNow(folder)
      if (!opened.ok && before !== null) await this.openNow(before)
      return opened
    })
  }

  private async openNow(folder: string): Promise<Result<ProjectView>> {
    const { settings, userData, send } = this.options
    const opened = await openWorkspace({
      folder,
      annotator: (project) => this.annotatorIn(folder, project),
      disk: this.disk,
      environment: this.environment,
      journalFolder: join(userData, 'journal'),
      send,
      isOwnWrite: this.ownWrites.isOwn,
      keepHistory: settings.settings.keeping.history,
    })
    if (!opened.ok) return opened
    this.current = opened.value
    this.stopBackups = keepBackups(this, settings, opened.value)
    const { project } = opened.value.opened
    settings.remember({ id: recentId(folder), name: project.name, folder, opened: timestamp(this.environment.now()) })
    return ok(this.view(opened.value))
  }

  /** Writes everything and leaves the project. With a bound, what is not in the sets by then is in the journal. */
  close(bound?: number): Promise<Result<null>> {
    return this.inTurn(() => this.closeNow(bound))
  }

  /** Takes from the window what it still holds. Only for what the window did not ask for: it sends all of it before it asks. */
  async askWindow(): Promise<void> {
    if (this.current) await this.lastWords.wait(() => this.send('app.closing', null))
  }

  /** The window has sent everything. */
  windowSettled(): void {
    this.lastWords.heard()
  }

  /** Writes everything, for at most so many milliseconds. */
  async settle(bound: number): Promise<void> {
    await this.askWindow()
    const workspace = this.current
    if (!workspace) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, bound)))
    await Promise.race([Promise.all([workspace.annotations.flush(), workspace.reviews.flush()]), late])
    clearTimeout(timer)
  }

  announce(view: ProjectView): void {
    this.send('project.opened', view)
  }

  view(workspace: Workspace): ProjectView {
    const { opened, annotator, problems, annotations } = workspace
    const { project, readOnly } = opened
    return {
      id: project.id,
      ...factsOf(workspace),
      location: locationOf(workspace.folder),
      annotator,
      rows: workspace.articles.all().map((facts) => rowOf(workspace, facts)),
      problems: withoutRepeats([...problems, ...annotations.problems, ...workspace.summaries.problems()]),
      readOnly,
      place: this.placeIn(workspace),
      recovered: annotations.recovered,
    }
  }

  /** Tells the window what the project itself says now. */
  tellFacts(workspace: Workspace): void {
    this.send('project.changed', factsOf(workspace))
  }

  private placeIn(workspace: Workspace): ProjectView['place'] {
    const place = this.options.settings.placeIn(workspace.opened.project.id)
    const facts = place && workspace.articles.byPath(place.article)
    return facts ? { article: articleId(facts.path, sha256), offset: place.offset } : null
  }

  private async closeNow(bound?: number): Promise<Result<null>> {
    const workspace = this.current
    if (!workspace) return ok(null)
    workspace.working?.abort()
    const decided = await workspace.reviews.close(bound)
    if (!decided.ok && bound === undefined) return decided
    const closed = await workspace.annotations.close(bound)
    // A project that could not be saved stays open, with its work in memory, unless the app itself must end.
    if (!closed.ok && bound === undefined) return closed
    this.stopBackups()
    await workspace.watch?.stop()
    this.current = null
    return closed
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work)
    this.queue = result.catch(() => undefined)
    return result
  }
}

/** By folder: two copies of a project have the same id. */
function recentId(folder: string): string {
  return sha256(folder).slice(0, 24)
}

/** Two services may have met the same damaged file. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.file}\n${problem.line}\n${problem.message}`, problem]))
  return [...seen.values()]
}

/** A folder as a person would say it: its name and where it lies. */
export function locationOf(folder: string): string {
  return join(dirname(folder), basename(folder))
}

/** The command line makes a project for somebody whom this app may not know yet. */
function madeFor(project: Project): string {
  const note = madeForSchema.safeParse(project.extra?.['concord'])
  return note.success ? note.data.annotator.trim() : ''
}

function systemName(): string {
  try {
    return userInfo().username || 'annotator'
  } catch {
    return 'annotator'
  }
}
