import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../../core/result.ts'
import type { ArticleState, AskedOfWorker, FromWorker, ToWorker } from './messages.ts'
import type { FoundLine, SearchOutcome } from './search-engine.ts'

/** Where to search: a project, and how its list of articles stands. */
export interface SearchedProject {
  readonly folder: string
  readonly keep: boolean
  readonly state: ArticleState
}

export interface AskInWorker extends Omit<AskedOfWorker, 'run'> {
  readonly onLines: (lines: readonly FoundLine[]) => void
}

/** Searches beside main, which goes on answering. One question at a time: another one ends it. */
export interface SearchService {
  search(project: SearchedProject, question: AskInWorker): Promise<Result<SearchOutcome>>
  prepare(project: SearchedProject): void
  /** Ids of articles whose files or sets have changed; null: all. */
  doubt(articles: readonly string[] | null): void
  cancel(): void
  /** Lets go of the worker and of what it keeps. */
  close(): void
}

/** A worker that is told to stop and does not within so many milliseconds is caught in a regular expression without end. */
const PATIENCE = 1500

export interface SearchServiceOptions {
  /** The built worker. */
  readonly script: string | URL
  readonly onProgress: (done: number, total: number) => void
}

interface Asked {
  readonly run: number
  readonly onLines: AskInWorker['onLines']
  readonly settle: (answer: Result<SearchOutcome>) => void
  /** Puts the question to the worker. */
  readonly put: () => void
}

export function createSearchService({ script, onProgress }: SearchServiceOptions): SearchService {
  let worker: Worker | null = null
  let folder: string | null = null
  let version = -1
  let runs = 0
  let asked: Asked | null = null
  /** Waits for a question that was given up. */
  let patience: ReturnType<typeof setTimeout> | null = null

  const tell = (message: ToWorker): void => worker?.postMessage(message)

  const heard = (message: FromWorker): void => {
    // Whatever it says, it is not caught.
    if (patience) clearTimeout(patience)
    patience = null
    if (message.kind === 'progress') return onProgress(message.done, message.total)
    if (asked?.run !== message.run) return
    if (message.kind === 'lines') return asked.onLines(message.lines)
    const { settle } = asked
    asked = null
    onProgress(1, 1)
    settle(message.outcome)
  }

  const end = (): void => {
    const ended = worker
    worker = null
    folder = null
    version = -1
    if (patience) clearTimeout(patience)
    patience = null
    void ended?.terminate()
  }

  const giveUp = (): void => {
    if (!asked) return
    asked.settle(fail('work.cancelled', 'The search was cancelled.', 'Search again when you want to.'))
    asked = null
    tell({ kind: 'cancel' })
    patience ??= setTimeout(() => {
      end()
      asked?.put()
    }, PATIENCE)
    patience.unref()
  }

  const begin = (): Worker => {
    const begun = new Worker(script)
    begun.unref()
    begun.on('message', heard)
    begun.on('error', (error) => {
      if (worker !== begun) return
      end()
      asked?.settle(fail('search.failed', `The search failed: ${error instanceof Error ? error.message : String(error)}`, 'Search again; nothing was changed.', { retry: true }))
      asked = null
    })
    return begun
  }

  /** The worker knows this project as it stands. */
  const enter = (project: SearchedProject): void => {
    worker ??= begin()
    if (folder !== project.folder) tell({ kind: 'open', folder: project.folder, keep: project.keep })
    if (folder !== project.folder || version !== project.state.version) tell({ kind: 'articles', state: project.state })
    folder = project.folder
    version = project.state.version
  }

  return {
    search: (project, { onLines, ...question }) =>
      new Promise((settle) => {
        giveUp()
        runs += 1
        const run = runs
        const put = () => {
          enter(project)
          tell({ kind: 'search', run, ...question })
        }
        asked = { run, onLines, settle, put }
        put()
      }),
    prepare: (project) => {
      enter(project)
      tell({ kind: 'prepare' })
    },
    doubt: (articles) => tell({ kind: 'doubt', articles }),
    cancel: giveUp,
    close: () => {
      giveUp()
      end()
    },
  }
}
