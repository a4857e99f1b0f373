import type { Annotator } from '../core/model/annotation-set.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { createOverviews, type ArticleOverview } from '../main/services/review/overview.ts'
import { readProject } from '../main/services/project/read-project.ts'
import { createRounds } from '../main/services/rounds/rounds.ts'
import type { Command } from './command.ts'
import { failure, toCliError } from './command.ts'
import { formatTable } from './print.ts'

/** How a status is written in the table. */
const WORDS: Readonly<Record<string, string>> = { in_progress: 'in progress', in_review: 'in review', not_started: '' }

export const reviewCommand: Command = {
  name: 'review',
  summary: 'Where every annotator’s sets stand, and how many differences are open.',
  arguments: 'DIR',
  least: 1,
  most: 1,
  options: {},
  details: [
    'A row for each article that somebody has a set on, a column for each annotator: in progress, done, in review, returned,',
    'accepted. Then the differences that are open (those put off for later, those whose records have changed since they were',
    'decided, and those that two reviewers decided differently are among them), and those that are decided.',
    'Nothing is hidden, whatever the project says of blind coding, and nothing is written.',
  ].join('\n'),
  run: async ({ positionals: [dir = ''], resolve, disk, environment, progress }) => {
    const folder = resolve(dir)
    const opened = await readProject(disk, folder)
    if (!opened.ok) return failure(opened.error)
    const { project, codebook } = opened.value
    const articles = createArticleStore(disk, folder, environment)
    const scanned = await articles.scan()
    if (!scanned.ok) return failure(scanned.error)
    const rounds = createRounds(disk, folder)
    const unread = await rounds.load()
    const overviews = createOverviews({
      disk, folder, now: environment.now, keep: false, text: (path) => articles.text(path), codebook: () => ({ codebook, version: project.codebook }),
    })
    const paths = articles.all().map(({ path }) => path)
    const found = await overviews.of(paths, (done, total) => progress(`${done} of ${total}`))
    const rows = paths.flatMap((article, index) => rowOf(article, found[index]))
    const people = annotatorsOf(found)
    const problems = [...unread, ...found.flatMap((overview) => overview.problems)]
    const open = rows.reduce((sum, { counts }) => sum + (counts?.open ?? 0), 0)
    const decided = rows.reduce((sum, { counts }) => sum + (counts?.decided ?? 0), 0)
    return {
      ok: problems.length === 0,
      text: [
        `Project “${project.name}”`,
        formatTable([
          ['article', ...people.map(({ name }) => name), 'open', 'decided'],
          ...rows.map(({ article, sets, counts }) => [
            article,
            ...people.map(({ key }) => statusWords(sets.find(({ annotator }) => annotator === key)?.standing.status)),
            String(counts?.open ?? ''),
            String(counts?.decided ?? ''),
          ]),
        ]),
        `${open} differences are open, ${decided} decided.`,
      ].join('\n'),
      json: { project: { id: project.id, name: project.name }, annotators: people, articles: rows, open, decided },
      errors: problems.map(({ message, remedy, file, line }) => toCliError({ code: 'review', message, remedy, retry: false, where: { file, ...(line === null ? {} : { line }) } })),
    }
  },
}

function rowOf(article: string, overview: ArticleOverview | undefined) {
  if (!overview || overview.sets.length === 0) return []
  const sets = overview.sets.map(({ annotator: { key }, ...set }) => ({ annotator: key, ...set }))
  return [{ article, sets, counts: overview.counts }]
}

function annotatorsOf(found: readonly ArticleOverview[]): Annotator[] {
  const people = new Map(found.flatMap(({ sets }) => sets.map(({ annotator }) => [annotator.key, annotator] as const)))
  return [...people.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

function statusWords(status: string | undefined): string {
  return status === undefined ? '' : (WORDS[status] ?? status)
}
