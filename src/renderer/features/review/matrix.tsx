import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewOverview } from '../../../ipc/review-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { reviewOf } from '../../session/review.ts'
import { openReview } from '../../session/review-open.ts'
import { matrixRows } from '../../session/review-overview.ts'
import { scrollToRow, useRowsInView } from '../../ui/use-rows-in-view.ts'
import { useStore } from 'zustand'
import { MatrixBar } from './matrix-bar.tsx'
import { MatrixEmpty } from './matrix-empty.tsx'
import styles from './matrix.module.css'
import { MatrixRowView, ROW_HEIGHT } from './matrix-row.tsx'

/** Articles by annotators: where every set stands and what is open. Up and down move, Enter or a click goes there. */
export function Matrix({ overview }: { readonly overview: ReviewOverview }) {
  const { t } = useTranslation()
  const session = useSession()
  const rows = useSessionState((state) => state.rows)
  const own = useSessionState((state) => state.project?.annotator.key ?? '')
  const { text, show } = useStore(reviewOf(session), (state) => state.matrix)
  const opening = useStore(reviewOf(session), (state) => state.opening)
  const shown = matrixRows(overview, rows, text, show)
  const scroller = useRef<HTMLDivElement>(null)
  const [goal, setGoal] = useState<number | null>(null)
  const [tabbable, setTabbable] = useState(0)
  const { from, to } = useRowsInView(scroller, shown.length, ROW_HEIGHT)
  const { annotators } = overview
  const columns = `minmax(180px, 1fr) repeat(${annotators.length}, minmax(112px, 168px)) 128px`

  useEffect(() => {
    if (goal === null || !scroller.current) return
    scrollToRow(scroller.current, goal, ROW_HEIGHT)
    const row = scroller.current.querySelector<HTMLElement>(`[data-index="${goal}"]`)
    // Far away it exists only once the scrolling was seen: this runs again with the rows that are in view then.
    if (!row) return
    row.focus({ preventScroll: true })
    setTabbable(goal)
    setGoal(null)
  }, [goal, from, to])

  const last = shown.length - 1
  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last, PageDown: index + 12, PageUp: index - 12 }
      const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
      if (next === undefined) return
      event.preventDefault()
      setGoal(Math.min(last, Math.max(0, next)))
    },
    [last],
  )
  // The keyboard has the title, which is a button; the whole row is for the mouse.
  useEffect(() => {
    const element = scroller.current
    const clicked = ({ target }: MouseEvent): void => {
      const id = target instanceof Element ? target.closest<HTMLElement>('[data-article]')?.dataset['article'] : undefined
      if (id !== undefined) void openReview(session, id)
    }
    element?.addEventListener('click', clicked)
    return () => element?.removeEventListener('click', clicked)
  }, [session])

  return (
    <section className={styles.matrix} aria-label={t('review.title')}>
      <MatrixBar overview={overview} shown={shown.length} onDown={() => shown.length > 0 && setGoal(Math.min(tabbable, last))} />
      {annotators.every(({ key }) => key === own) && <MatrixEmpty />}
      <div ref={scroller} className={styles.scroller}>
        <table aria-label={t('review.title')} aria-rowcount={shown.length + 1} className={styles.table}>
          <thead className={styles.heads}>
            <tr aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: columns }}>
              <th scope="col" className={styles.person}>{t('review.column.article')}</th>
              {annotators.map(({ key, name }) => (
                <th key={key} scope="col" className={styles.person} dir="auto" title={name}>
                  {key === own ? t('review.you', { name }) : name}
                </th>
              ))}
              <th scope="col" className={styles.figure}>
                {t('review.column.open')}
              </th>
            </tr>
          </thead>
          <tbody className={styles.rows} style={{ height: shown.length * ROW_HEIGHT }}>
            {shown.slice(from, to).map(({ row, review }, offset) => (
              <MatrixRowView
                key={row.id}
                row={row}
                review={review}
                annotators={annotators}
                columns={columns}
                index={from + offset}
                busy={opening === row.id}
                tabbable={from + offset === Math.min(tabbable, last)}
                onKeyDown={onKeyDown}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className={styles.none}>{t('review.none')}</p>}
      </div>
    </section>
  )
}
