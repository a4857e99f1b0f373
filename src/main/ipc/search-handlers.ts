import { ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { readSavedQueries, writeSavedQueries } from '../services/search/saved-queries.ts'
import type { Searcher } from '../workspace/searcher.ts'
import type { HandlerContext } from './context.ts'

export function searchHandlers({ desk }: HandlerContext, searcher: Searcher): SomeHandlers<'search'> {
  return {
    'search.open': async () => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      await searcher.open(workspace.value)
      return ok(null)
    },
    'search.run': async ({ run, query }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      return searcher.run(workspace.value, query, (lines) => desk.send('search.lines', { run, lines: lines.map((line) => ({ ...line, labels: [...line.labels], exact: [...line.exact] })) }))
    },
    'search.cancel': async () => {
      searcher.cancel()
      return ok(null)
    },
    'search.saved': async () => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { folder, annotator } = workspace.value
      const kept = await readSavedQueries({ disk: desk.disk, folder, annotator })
      return kept.ok ? ok(kept.value.queries) : kept
    },
    'search.save': async ({ queries }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const { folder, annotator } = workspace.value
      return writeSavedQueries({ disk: desk.disk, folder, annotator }, desk.environment, queries)
    },
  }
}
