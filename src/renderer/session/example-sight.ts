import { useMemo } from 'react'
import { codebookInSight, type ExampleSight } from '../../core/codebook/examples-in-sight.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import type { ArticleRow } from '../../core/model/project.ts'
import { useSessionState } from './context.tsx'
import { memoLast } from './memo.ts'
import type { SessionState } from './state.ts'

/** In a blind project, colleagues' work on an article is hidden until the own is done. */
export function useExampleSight(): ExampleSight {
  const annotator = useSessionState((state) => state.project?.annotator.key ?? '')
  const blind = useSessionState((state) => state.project?.blind ?? true)
  const unfinished = useSessionState(unfinishedPaths)
  return useMemo(() => {
    const paths = new Set(unfinished.split('\n'))
    return { annotator, hides: (path) => blind && paths.has(path) }
  }, [annotator, blind, unfinished])
}

/** The codebook as far as it gives no colleague's coding away. */
export function useCodebookInSight(codebook: Codebook | undefined): Codebook | undefined {
  const sight = useExampleSight()
  return useMemo(() => codebook && codebookInSight(codebook, sight), [codebook, sight])
}

function unfinishedPaths({ project, rows }: SessionState): string {
  const sources = sourcesOf(project?.codebook)
  return sources.size === 0 ? '' : unfinished(rows, sources)
}

/** Of the articles that examples come from, those that are not done; as one text, which is the same as long as they are. */
const unfinished = memoLast((rows: SessionState['rows'], sources: ReadonlySet<string>) =>
  [...rows.values()].filter((row) => sources.has(row.path) && !isDone(row)).map(({ path }) => path).join('\n'),
)

function isDone({ progress }: ArticleRow): boolean {
  return progress === 'done' || progress === 'nothing_to_mark'
}

const sources = new WeakMap<Codebook, ReadonlySet<string>>()
const NONE: ReadonlySet<string> = new Set()

function sourcesOf(codebook: Codebook | undefined): ReadonlySet<string> {
  if (!codebook) return NONE
  const known = sources.get(codebook)
  if (known) return known
  const found = new Set(codebook.labels.flatMap(({ examples }) => examples.flatMap(({ from }) => (from ? [from.article] : []))))
  sources.set(codebook, found)
  return found
}
