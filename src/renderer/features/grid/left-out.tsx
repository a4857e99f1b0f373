import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../session/context.tsx'
import { askForGrid, gridOf } from '../../session/grid.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './left-out.module.css'
import { useColumnName, type GridData } from './use-grid-data.ts'

const MOST = 100

/** The cells that a paste or a fill could not take, each with why; a press goes there. */
export function LeftOutList({ data }: { readonly data: GridData }) {
  const { t } = useTranslation()
  const session = useSession()
  const store = gridOf(session)
  const leftOut = useStore(store, (state) => state.leftOut)
  const name = useColumnName()
  if (!leftOut) return null
  const { cells, taken } = leftOut
  return (
    <section className={styles.list} aria-label={t('grid.left.title', { count: cells.length })}>
      <div className={styles.head}>
        <strong>{t('grid.left.title', { count: cells.length })}</strong>
        {taken > 0 && <span className={styles.taken}>{t('grid.left.taken', { count: taken })}</span>}
        <IconButton
          icon={X}
          title={t('grid.left.close')}
          className={styles.close}
          onClick={() => {
            store.setState({ leftOut: null })
            askForGrid(session, 'focus')
          }}
        />
      </div>
      <ul className={styles.cells}>
        {cells.slice(0, MOST).map(({ place, text, problem }, index) => {
          const row = place ? data.rows.findIndex(({ key }) => key === place.row) : -1
          const column = place ? data.columns.find(({ id }) => id === place.column) : undefined
          const why = t(`grid.problem.${problem}`)
          return (
            <li key={index} className={styles.cell}>
              {row >= 0 && column && place ? (
                <button
                  type="button"
                  className={styles.go}
                  onClick={() => {
                    store.setState({ active: place, anchor: place })
                    askForGrid(session, 'focus')
                  }}
                >
                  {t('grid.left.cell', { row: row + 1, column: name(column) })}
                </button>
              ) : (
                <span className={styles.place}>{t('grid.left.outside')}</span>
              )}
              <span dir="auto">{text === '' ? why : t('grid.left.text', { text, why })}</span>
            </li>
          )
        })}
        {cells.length > MOST && <li className={styles.cell}>{t('grid.left.more', { count: cells.length - MOST })}</li>}
      </ul>
    </section>
  )
}
