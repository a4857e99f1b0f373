import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewOverview } from '../../../ipc/review-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { reviewOf } from '../../session/review.ts'
import { openReview } from '../../session/review-open.ts'
import { matrixRows } from '../../session/review-overview.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
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
  const [tabbable, setTabbable] = useState(0)
  const { scroller, from, to, goTo, onKeyDown } = useRowKeys(shown.length, ROW_HEIGHT, setTabbable)
  const { annotators } = overview
  const columns = `minmax(180px, 1fr) repeat(${annotators.length}, minmax(112px, 168px)) 128px`

  const last = shown.length - 1
  // The keyboard has the title, which is a button; the whole row is for the mouse.
  useEffect(() => {
    const element = scroller.current
    const clicked = ({ target }: MouseEvent): void => {
      const id = target instanceof Element ? target.closest<HTMLElement>('[data-article]')?.dataset['article'] : undefined
      if (id !== undefined) void openReview(session, id)
    }
    element?.addEventListener('click', clicked)
    return () => element?.removeEventListener('click', clicked)
  }, [session, scroller])

  return (
    <section className={styles.matrix} aria-label={t('review.title')}>
      <MatrixBar overview={overview} shown={shown.length} onDown={() => shown.length > 0 && goTo(Math.min(tabbable, last))} />
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
