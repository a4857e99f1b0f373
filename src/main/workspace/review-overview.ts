import type { Annotator } from '../../core/model/annotation-set.ts'
import type { OverviewRow, ReviewOverview } from '../../ipc/review-shapes.ts'
import type { ArticleFacts } from '../services/articles/facts.ts'
import type { ArticleOverview } from '../services/review/overview.ts'
import type { Problem } from '../services/sets/problem.ts'
import type { Workspace } from './workspace.ts'

/** The matrix of articles by annotators: where each set stands, and what is open, as far as whoever is at work may know it. */
export async function reviewOverview(workspace: Workspace, onProgress?: (done: number, total: number) => void): Promise<ReviewOverview> {
  const { annotator } = workspace
  const people = new Map<string, Annotator>()
  const problems: Problem[] = []
  const rows = await rowsOf(workspace, workspace.articles.all(), (found) => {
    for (const { annotator: each } of found.sets) people.set(each.key, each)
    problems.push(...found.problems)
  }, onProgress)
  for (const { annotators } of workspace.rounds.all()) for (const each of annotators) if (!people.has(each.key)) people.set(each.key, each)
  const others = [...people.values()].filter(({ key }) => key !== annotator.key).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return { annotators: people.has(annotator.key) ? [annotator, ...others] : others, rows, problems }
}

/** Some of its rows, by article id. */
export function overviewRows(workspace: Workspace, articles: readonly string[]): Promise<OverviewRow[]> {
  return rowsOf(workspace, articles.flatMap((id) => workspace.articles.byId(id) ?? []), () => undefined)
}

async function rowsOf(workspace: Workspace, articles: readonly ArticleFacts[], each: (found: ArticleOverview) => void, onProgress?: (done: number, total: number) => void): Promise<OverviewRow[]> {
  const { annotator, sight, overviews } = workspace
  // What is counted is what is on disk; what cannot go there is told by the status of saving.
  await workspace.annotations.flush()
  await workspace.reviews.flush()
  const found = await overviews.of(articles.map(({ path }) => path), onProgress)
  const rows: OverviewRow[] = []
  for (const [index, { id, path }] of articles.entries()) {
    const overview = found[index]
    if (!overview) continue
    each(overview)
    const visibility = await sight.of(path)
    const assigned = new Set(workspace.rounds.all().filter(({ closed }) => closed === undefined).flatMap(({ assignments }) => assignments.find(({ article }) => article === path)?.annotators ?? []))
    const sets: OverviewRow['sets'] = overview.sets.map(({ annotator: { key }, standing, annotations, open }) => ({
      annotator: key,
      standing: { ...standing },
      annotations: visibility.visible || key === annotator.key ? annotations : null,
      open: visibility.visible ? open : null,
      assigned: assigned.delete(key),
    }))
    for (const key of assigned) sets.push({ annotator: key, standing: { status: 'not_started', by: null, at: null, note: null, before: null }, annotations: null, open: null, assigned: true })
    rows.push({ article: id, visibility, sets: sets.toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1)), counts: visibility.visible ? overview.counts : null })
  }
  return rows
}
