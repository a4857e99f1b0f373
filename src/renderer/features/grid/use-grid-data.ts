import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { arrange, arrangeAgain, type Arrangement, type CellReader } from '../../../core/grid/arrange.ts'
import { gridColumns, offeredColumns, type GridColumn, type GridRow, type OfferedColumn } from '../../../core/grid/columns.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { sortArticles } from '../../../core/query/article-list.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { gridOf, type GridState } from '../../session/grid.ts'
import { cellReader, setRows } from '../../session/grid-rows.ts'
import { loadProjectSets, projectSetsOf } from '../../session/project-sets.ts'
import { useValueWords } from '../inspector/use-value-words.ts'

export interface GridData {
  readonly codebook: Codebook
  /** Everything in scope, in the order of the text. */
  readonly all: readonly GridRow[]
  /** What is shown, in order. */
  readonly rows: readonly GridRow[]
  readonly offered: readonly OfferedColumn[]
  readonly columns: readonly GridColumn[]
  readonly cell: CellReader
  /** Rows that stand where they would not stand any more, or that no longer match. */
  readonly displaced: number
}

const NONE: readonly GridRow[] = []

/** The rows in scope as they are to be shown; null while there is no project. */
export function useGridData(): GridData | null {
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const store = gridOf(session)
  // Not the whole state: moving about in the table changes none of this.
  const scope = useStore(store, (state) => state.scope)
  const chosen = useStore(store, (state) => state.chosen)
  const order = useStore(store, (state) => state.order)
  const filter = useStore(store, (state) => state.filter)
  const again = useStore(store, (state) => state.wants.again)
  const all = useRows(scope)
  const words = useValueWords()
  const offered = useMemo(() => (codebook ? offeredColumns(codebook, all, chosen) : []), [codebook, all, chosen])
  const columns = useSameColumns(gridColumns(offered, scope === 'project'))
  const [arranger] = useState(createArranger)
  const cell = codebook && cellReader(codebook, words.notStated, words.notApplicable, words.yes, words.no)
  return useMemo(() => {
    if (!codebook || !cell) return null
    const shown = arranger({ codebook, columns, cell, order, filter }, all, again)
    return { codebook, all, ...shown, offered, columns, cell }
  }, [codebook, cell, columns, order, filter, all, again, offered, arranger])
}

/** Annotations of the open article, or of all. */
function useRows(scope: GridState['scope']): readonly GridRow[] {
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const project = useSessionState((state) => state.project?.id)
  const article = useSessionState((state) => state.article)
  const titles = useSessionState((state) => state.rows)
  const sets = useStore(projectSetsOf(session), (state) => state.sets)
  useEffect(() => {
    if (scope === 'project' && project !== undefined) void loadProjectSets(session)
  }, [session, scope, project])
  const id = article?.id
  const set = article?.set
  return useMemo(() => {
    if (!codebook) return NONE
    if (scope === 'article') return id !== undefined && set ? setRows(codebook, id, titles.get(id)?.title ?? '', set) : NONE
    return sortArticles(titles.values(), { key: 'title', descending: false }).flatMap((row) => {
      // What is open may be ahead of what main has told.
      const known = row.id === id ? set : sets.get(row.id)
      return known ? setRows(codebook, row.id, row.title, known) : []
    })
  }, [codebook, scope, id, set, titles, sets])
}

/** The same array as long as the columns are the same ones. */
function useSameColumns(columns: readonly GridColumn[]): readonly GridColumn[] {
  const key = columns.map(({ id }) => id).join('\n')
  const attributes = columns.find(({ attribute }) => attribute !== null)?.attribute
  const [keep] = useState(() => {
    let kept: { key: string; first: unknown; columns: readonly GridColumn[] } | null = null
    return (next: typeof kept & object) => {
      const same = kept && kept.key === next.key && kept.columns.every((column, index) => column === next.columns[index])
      if (!same) kept = next
      return kept?.columns ?? next.columns
    }
  })
  return keep({ key, first: attributes, columns })
}

/** Orders and filters anew when somebody asks for it; a change of the rows alone moves none of them. */
function createArranger() {
  let last: { how: Arrangement; all: readonly GridRow[]; again: number; shown: { rows: readonly GridRow[]; displaced: number } } | null = null
  return (how: Arrangement, all: readonly GridRow[], again: number) => {
    const asked = !last || last.again !== again || last.how.order !== how.order || last.how.filter !== how.filter || last.all[0]?.article !== all[0]?.article
    if (last && !asked && last.all === all && last.how.columns === how.columns && last.how.cell === how.cell) return last.shown
    const rows = last && !asked ? arrangeAgain(last.shown.rows, all, how) : arrange(all, how)
    last = { how, all, again, shown: { rows, displaced: asked ? 0 : displacedIn(rows, arrange(all, how)) } }
    return last.shown
  }
}

function displacedIn(shown: readonly GridRow[], arranged: readonly GridRow[]): number {
  if (shown.length === arranged.length && shown.every((row, index) => row === arranged[index])) return 0
  const there = new Set(arranged)
  const gone = shown.filter((row) => !there.has(row)).length
  if (gone > 0) return gone
  return shown.filter((row, index) => row !== arranged[index]).length
}

/** What a column is called. */
export function useColumnName(): (column: GridColumn) => string {
  const { t } = useTranslation()
  return ({ id, attribute }) => attribute?.name ?? t(`grid.column.${id as 'article' | 'label' | 'quote' | 'note'}`)
}
