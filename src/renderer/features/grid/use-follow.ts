import { useEffect, useRef } from 'react'
import type { GridRow } from '../../../core/grid/columns.ts'
import { openArticle } from '../../session/articles.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { gridOf, isInGrid, rowKey, type CellPlace } from '../../session/grid.ts'

/** A row is passed over without a look at it; another article is opened only where somebody stays. */
const REST = 90
const REST_ELSEWHERE = 300

/** The text goes where the keys are in the table, and the table where an annotation is selected in the text. */
export function useFollow(row: GridRow | undefined, reveal: (place: CellPlace) => void): void {
  const session = useSession()
  const { article, annotation } = row ?? {}
  const id = annotation?.id

  useEffect(() => {
    if (article === undefined || id === undefined || !isInGrid(document.activeElement)) return
    const here = () => session.store.getState().article?.id === article
    const show = () => {
      if (session.view.getState().selected.length !== 1 || session.view.getState().selected[0] !== id) session.view.setState({ selected: [id] })
    }
    const timer = setTimeout(
      () => {
        if (here()) show()
        else void openArticle(session, article).then((opened) => opened && here() && show())
      },
      here() ? REST : REST_ELSEWHERE,
    )
    return () => clearTimeout(timer)
  }, [session, article, id])

  const selected = useView((view) => (view.selected.length === 1 ? view.selected[0] : undefined))
  const open = useSessionState((state) => state.article?.id)
  const latest = useRef({ id, reveal })
  useEffect(() => {
    latest.current = { id, reveal }
  })
  useEffect(() => {
    if (selected === undefined || selected === latest.current.id || isInGrid(document.activeElement)) return
    // Without the keys: they stay in the text.
    latest.current.reveal({ row: rowKey(open ?? '', selected), column: gridOf(session).getState().active?.column ?? 'label' })
  }, [session, selected, open])
}
