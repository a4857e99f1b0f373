import { annotatorKey } from '../core/model/folder-name.ts'
import { fail } from '../core/result.ts'
import { parseQuery } from '../core/search/parse.ts'
import { problemInWords } from '../core/search/problem-words.ts'
import type { SearchedArticle } from '../core/search/scan.ts'
import { createArticleInfoStore } from '../main/services/articles/article-info.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { readProject } from '../main/services/project/read-project.ts'
import { createSearchEngine, type FoundLine } from '../main/services/search/search-engine.ts'
import { createRegister } from '../main/services/sets/register.ts'
import { createSummaries } from '../main/services/sets/summaries.ts'
import { failure, type Command } from './command.ts'

const USUAL = 1000

export const searchCommand: Command = {
  name: 'search',
  summary: 'Words, and annotations, in all articles of a project.',
  arguments: 'DIR QUERY [--limit N] [--annotator NAME]',
  least: 2,
  most: 2,
  options: {
    limit: { type: 'string', value: 'N', help: `so many hits at most (${USUAL}); all are counted` },
    annotator: { type: 'string', value: 'NAME', help: 'whose progress “status:” asks for' },
  },
  details: [
    'The query is the one of the Find tab: ambulance port, "medical transport", deliver*, /deliver(s|ed)?/, deliver near/5 ambulances,',
    'OR, -word, ( ), label:Pledge, actor:Norvia (any attribute), annotator:"Ines Duarte", date:2031-03..2031-05, status:open,',
    'article:wire/*, outlet:, is:incomplete, has:note. With a filter on annotations the hits are annotations, else places in the text.',
    'Nothing is hidden, whatever the project says of blind coding, and nothing is written. Offsets of --json count UTF-16 code units.',
  ].join('\n'),
  run: async ({ positionals: [dir = '', text = ''], option, resolve, disk, environment, progress }) => {
    const folder = resolve(dir)
    const limit = Number(option('limit') ?? USUAL)
    if (!Number.isSafeInteger(limit) || limit < 0) return failure(fail('search.limit', 'The limit is a whole number, 0 or more.', 'Leave --limit out, or give another.').error)
    const opened = await readProject(disk, folder)
    if (!opened.ok) return failure(opened.error)
    const { codebook, project } = opened.value
    const parsed = parseQuery(text, codebook)
    if (!parsed.ok) return failure(fail('search.query', `${problemInWords(parsed.error)}.`, `It is at character ${parsed.error.start + 1} of the query. See “concord search --help”.`).error)
    if (!parsed.value) return failure(fail('search.empty', 'The query is empty.', 'Say what to look for. See “concord search --help”.').error)

    const store = createArticleStore(disk, folder, environment)
    const scanned = await store.scan()
    if (!scanned.ok) return failure(scanned.error)
    const info = createArticleInfoStore(disk, folder, environment)
    const loaded = await info.load()
    if (!loaded.ok) return failure(loaded.error)
    const name = option('annotator')
    const key = name === undefined ? null : annotatorKey(name)
    const summaries = key === null ? null : createSummaries({
      disk, folder, annotator: { key, name: name ?? key }, codebook: () => codebook, codebookVersion: () => project.codebook, textSha256: (path) => store.byPath(path)?.textSha256, register: createRegister(), now: environment.now,
    })
    await summaries?.scan()
    const articles = store.all().map((facts): SearchedArticle => {
      const fields = info.fields(facts.path, key ?? '')
      const { id, path, title, header } = facts
      return { id, path, title: fields.title ?? title, date: fields.date ?? header?.date ?? null, outlet: fields.outlet, progress: summaries?.of(path).progress ?? 'not_started', review: null }
    })
    const lines: FoundLine[] = []
    const outcome = await createSearchEngine({ disk, folder, environment, keep: false }).search({
      query: parsed.value, codebook, articles, visible: null, own: key, most: limit, isCancelled: () => false,
      onLines: (some) => void lines.push(...some),
      onProgress: (done, total) => progress(`${done} of ${total}`),
    })
    if (!outcome.ok) return failure(outcome.error)
    const { hits, articles: inArticles, unread } = outcome.value
    const pathOf = new Map(articles.map(({ id, path }) => [id, path]))
    const found = lines.map(({ article, start, end, left, hit, right, annotation }) => ({
      article: pathOf.get(article) ?? article, start, end, left, hit, right,
      annotation: annotation && { id: annotation.id, label: annotation.label, annotator: annotation.annotator },
    }))
    const unreadWords = `${unread} articles or annotation sets could not be read.`
    return {
      ok: unread === 0,
      text: [
        ...found.map(({ article, left, hit, right, annotation }) => `${article}: ${left}[${hit}]${right}${annotation ? `  (${annotation.label}, ${annotation.annotator})` : ''}`),
        `${hits} ${hits === 1 ? 'hit' : 'hits'} in ${inArticles} ${inArticles === 1 ? 'article' : 'articles'}${hits > found.length ? `; the first ${found.length} are shown` : ''}.`,
      ].join('\n'),
      json: { hits, articles: inArticles, unread, lines: found },
      errors: unread === 0 ? [] : [{ file: null, line: null, message: unreadWords, remedy: 'Run “concord validate” to see which.' }],
    }
  },
}
