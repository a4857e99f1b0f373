import type { AnnotationSet, Annotator } from '../../core/model/annotation-set.ts'
import { assignedRound } from '../../core/rounds/assigned.ts'
import type { ImportRecord } from '../../core/model/bundle.ts'
import type { ArticleRow } from '../../core/model/project.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { OpenArticle, Problem, ProjectFacts } from '../../ipc/shapes.ts'
import type { ArticleInfoStore } from '../services/articles/article-info.ts'
import type { ArticleStore, ArticleText } from '../services/articles/article-store.ts'
import type { ArticleFacts } from '../services/articles/facts.ts'
import type { OpenedProject } from '../services/project/read-project.ts'
import type { Overviews } from '../services/review/overview.ts'
import type { ReviewService } from '../services/review/review-service.ts'
import type { Sight } from '../services/review/sight.ts'
import type { Standings } from '../services/review/standings.ts'
import type { WordsIndex } from '../services/review/words-index.ts'
import type { Rounds } from '../services/rounds/rounds.ts'
import type { AnnotationService } from '../services/sets/annotation-service.ts'
import type { Register } from '../services/sets/register.ts'
import type { Summaries } from '../services/sets/summaries.ts'
import type { ProjectWatch } from '../services/watching/watch-project.ts'

/** One open project as one annotator works in it. Made by `openWorkspace`. */
export interface Workspace {
  readonly folder: string
  /** Changes when a new codebook version is made. */
  opened: OpenedProject
  readonly annotator: Annotator
  readonly articles: ArticleStore
  readonly info: ArticleInfoStore
  readonly annotations: AnnotationService
  readonly summaries: Summaries
  readonly register: Register
  readonly reviews: ReviewService
  /** What colleagues' work whoever is at work may be shown. */
  readonly sight: Sight
  readonly overviews: Overviews
  /** Finds articles by the words that somebody marked there. */
  readonly words: WordsIndex
  /** What reviewers said of the own sets. */
  readonly standings: Standings
  readonly rounds: Rounds
  /** Follows what others put into the folder; null: nothing is watched. */
  watch: ProjectWatch | null
  /** The last import of other formats that was not taken back, as of the opening: importing opens the project anew. */
  readonly lastImport: ImportRecord | null
  readonly problems: Problem[]
  /** Cancels adding articles or an export that is under way. */
  working: AbortController | null
}

/** What the article list shows of one article. */
export function rowOf(workspace: Workspace, facts: ArticleFacts): ArticleRow {
  const fields = workspace.info.fields(facts.path, workspace.annotator.key)
  const { annotations, incomplete, progress, unplaced } = workspace.summaries.of(facts.path)
  return {
    id: facts.id,
    path: facts.path,
    title: fields.title ?? facts.title,
    date: fields.date ?? facts.header?.date ?? null,
    dateline: facts.header?.dateline ?? null,
    outlet: fields.outlet,
    link: fields.link,
    note: fields.note,
    words: facts.words,
    encoding: facts.encoding,
    original: workspace.info.original(facts.path)?.kind ?? null,
    annotations,
    incomplete,
    unplaced,
    progress,
    review: workspace.standings.of(facts.path),
    round: assignedRound(workspace.rounds.all(), workspace.annotator.key, facts.path),
    problem: facts.problem,
  }
}

/** What changes while a project is open. */
export function factsOf({ opened: { project, codebook }, annotator, summaries }: Workspace): ProjectFacts {
  const others = summaries.annotators().filter((other) => other.key !== annotator.key)
  return { name: project.name, annotators: [annotator, ...others], codebook, codebookVersion: project.codebook, blind: project.blind !== false }
}

export function articleOf(workspace: Workspace, id: string): Result<ArticleFacts> {
  const facts = workspace.articles.byId(id)
  return facts ? ok(facts) : fail('article.unknown', 'This article is no longer in the project.', 'Choose another one in the list.')
}

/** An article with its text and the own annotation set on it. `offset`: UTF-16, the place to show. */
export async function openArticle(workspace: Workspace, id: string, offset: number): Promise<Result<OpenArticle>> {
  const facts = articleOf(workspace, id)
  if (!facts.ok) return facts
  const text = await workspace.articles.text(facts.value.path)
  if (!text.ok) return text
  const set = await workspace.annotations.open(facts.value.path)
  if (!set.ok) return set
  return ok(shown(id, text.value, set.value, offset))
}

function shown(id: string, article: ArticleText, set: AnnotationSet, offset: number): OpenArticle {
  const { text, textSha256, header, notice } = article
  return {
    id,
    text,
    textSha256,
    header: header && { start: header.start, end: header.end },
    set,
    notice,
    offset: Math.min(offset, text.length),
  }
}
