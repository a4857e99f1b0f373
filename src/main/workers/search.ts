import { parentPort } from 'node:worker_threads'
import { parseQuery } from '../../core/search/parse.ts'
import { fail, ok } from '../../core/result.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import type { ArticleState, FromWorker, ToWorker } from '../services/search/messages.ts'
import { createSearchEngine, type SearchEngine } from '../services/search/search-engine.ts'

let engine: SearchEngine | null = null
let articles: ArticleState['articles'] = []
/** The question that is being answered: another one ends it. */
let current = -1

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'open':
      engine = createSearchEngine({ disk: nodeDisk, environment: nodeEnvironment, folder: message.folder, keep: message.keep })
      return
    case 'articles':
      articles = message.state.articles
      return
    case 'doubt':
      return engine?.doubt(message.articles && pathsOf(new Set(message.articles)))
    case 'prepare':
      return void engine?.prepare(articles.map(({ path }) => path), (done, total) => say({ kind: 'progress', done, total }))
    case 'cancel':
      current = -1
      return
    case 'search':
      current = message.run
      return void search(message)
  }
})

function pathsOf(ids: ReadonlySet<string>): string[] {
  return articles.filter(({ id }) => ids.has(id)).map(({ path }) => path)
}

async function search({ run, query: text, codebook, visible, own, most }: Extract<ToWorker, { kind: 'search' }>): Promise<void> {
  const parsed = parseQuery(text, codebook)
  if (!engine || !parsed.ok) return say({ kind: 'done', run, outcome: fail('search.query', 'The query cannot be understood.', 'Mend it and search again.') })
  if (!parsed.value) return say({ kind: 'done', run, outcome: ok({ hits: 0, articles: 0, unread: 0 }) })
  const outcome = await engine.search({
    query: parsed.value,
    codebook,
    articles,
    visible: visible && new Set(visible),
    own,
    most,
    onLines: (lines) => say({ kind: 'lines', run, lines }),
    onProgress: (done, total) => say({ kind: 'progress', done, total }),
    isCancelled: () => current !== run,
  })
  say({ kind: 'done', run, outcome })
}
