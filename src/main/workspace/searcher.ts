import type { ArticleRow } from '../../core/model/project.ts'
import { parseQuery } from '../../core/search/parse.ts'
import { isAboutAnnotations } from '../../core/search/query.ts'
import type { SearchedArticle } from '../../core/search/scan.ts'
import { ok, type Result } from '../../core/result.ts'
import type { EventName, EventPayload } from '../../ipc/contract.ts'
import type { FoundLine, SearchOutcome } from '../services/search/search-engine.ts'
import type { SearchedProject, SearchService } from '../services/search/search-service.ts'
import { rowOf, type Workspace } from './workspace.ts'

/** So many lines are shown: who finds more asks more narrowly. */
export const MOST_LINES = 10_000

/**
 * The open project as it is searched. It hears what main tells the window, so that the list of articles, what may be seen and what is
 * to be read again are worked out only after something has changed.
 */
export class Searcher {
  private readonly service: SearchService
  private workspace: Workspace | null = null
  private rows: Map<string, SearchedArticle> | null = null
  private version = 0
  private visible: Promise<ReadonlySet<string>> | null = null
  /** Articles to be looked at again before the next question; null: all. */
  private doubted: Set<string> | null = null

  constructor(service: SearchService) {
    this.service = service
  }

  /** Everything that main tells the window. */
  heard<N extends EventName>(name: N, payload: EventPayload<N>): void {
    if (name === 'rows.changed') this.rowsChanged(payload as EventPayload<'rows.changed'>)
    else if (name === 'sets.changed') this.doubt((payload as EventPayload<'sets.changed'>).articles)
    else if (name === 'project.changed') this.visible = null
  }

  /** Looks at the files again, and makes what the index lacks. */
  async open(workspace: Workspace): Promise<void> {
    await this.settle(workspace, null)
    this.service.prepare(this.project(workspace))
  }

  async run(workspace: Workspace, query: string, onLines: (lines: readonly FoundLine[]) => void): Promise<Result<SearchOutcome>> {
    // What is searched is what is on disk: the last gestures go there first.
    const flushed = await workspace.annotations.flush()
    if (!flushed.ok) return flushed
    await this.settle(workspace, this.doubted ? [...this.doubted] : null)
    const { codebook, project } = workspace.opened
    const parsed = parseQuery(query, codebook)
    const asksForSets = parsed.ok && parsed.value !== null && isAboutAnnotations(parsed.value)
    const visible = asksForSets && project.blind !== false ? await this.seen(workspace) : null
    const outcome = await this.service.search(this.project(workspace), {
      query, codebook, own: workspace.annotator.key, most: MOST_LINES,
      visible: visible && [...visible],
      onLines: (lines) => this.workspace === workspace && onLines(lines),
    })
    return outcome.ok ? ok({ ...outcome.value }) : outcome
  }

  cancel(): void {
    this.service.cancel()
  }

  private async settle(workspace: Workspace, doubted: readonly string[] | null): Promise<void> {
    if (this.workspace !== workspace) {
      this.workspace = workspace
      this.rows = null
      this.visible = null
      doubted = null
    }
    if (doubted === null) this.visible = null
    this.project(workspace)
    if (doubted === null || doubted.length > 0) this.service.doubt(doubted)
    this.doubted = new Set()
  }

  private seen(workspace: Workspace): Promise<ReadonlySet<string>> {
    return (this.visible ??= workspace.sight.visible(workspace.articles.all().map(({ path }) => path)))
  }

  private project(workspace: Workspace): SearchedProject {
    if (!this.rows) {
      this.rows = new Map(workspace.articles.all().filter(({ problem }) => problem === null).map((facts) => [facts.id, searched(rowOf(workspace, facts))]))
      this.version += 1
    }
    return { folder: workspace.folder, keep: workspace.opened.readOnly === null, state: { version: this.version, articles: [...this.rows.values()] } }
  }

  private rowsChanged({ rows, removed }: EventPayload<'rows.changed'>): void {
    this.doubt([...rows.map(({ id }) => id), ...removed])
    if (!this.rows) return
    // In the order of the list; one that came is where it belongs only once the list is made anew.
    if (removed.length > 0 || rows.some(({ id, problem }) => problem !== null || !this.rows?.has(id))) this.rows = null
    else for (const row of rows) this.rows.set(row.id, searched(row))
    this.version += 1
  }

  private doubt(articles: readonly string[] | null): void {
    this.visible = null
    if (articles === null) this.doubted = null
    else for (const id of articles) this.doubted?.add(id)
  }
}

function searched({ id, path, title, date, outlet, progress, review }: ArticleRow): SearchedArticle {
  return { id, path, title, date, outlet, progress, review: review?.status ?? null }
}
