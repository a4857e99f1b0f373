import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { NO_FILTER } from '../../../core/grid/arrange.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { gridOf, takeFocusWish } from '../../session/grid.ts'
import { loadProjectSets, projectSetsOf } from '../../session/project-sets.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { backToText } from './back-to-text.ts'
import styles from './grid-panel.module.css'
import { GridTable } from './grid-table.tsx'
import { GridToolbar } from './grid-toolbar.tsx'
import { LeftOutList } from './left-out.tsx'
import { useGridData, type GridData } from './use-grid-data.ts'

/** The annotations of the article or of the project as a table, filled in like a spreadsheet. */
export function GridPanel() {
  const { t } = useTranslation()
  const data = useGridData()
  const [said, say] = useState('')
  if (!data) return null
  return (
    <section className={styles.panel} data-grid data-keeps-focus aria-label={t('grid.title')}>
      <GridToolbar data={data} />
      <LeftOutList data={data} />
      <Body data={data} say={say} />
      <output className="visually-hidden">{said}</output>
    </section>
  )
}

function Body({ data, say }: { readonly data: GridData; readonly say: (text: string) => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const store = gridOf(session)
  const scope = useStore(store, (state) => state.scope)
  const { progress, failure } = useStore(projectSetsOf(session))
  const hasArticle = useSessionState((state) => state.article !== null)

  if (scope === 'project' && failure) {
    return (
      <Focused>
        <EmptyState title={t('grid.failed')} actions={<Button onClick={() => void loadProjectSets(session)}>{t('grid.retry')}</Button>}>
          {failure.message} {failure.remedy}
        </EmptyState>
      </Focused>
    )
  }
  return (
    <>
      {scope === 'project' && progress && (
        <div className={styles.progress}>
          <ProgressBar done={progress.done} total={progress.total} label={t('grid.loading', progress)} />
          <span>{t('grid.loading', progress)}</span>
        </div>
      )}
      {data.rows.length > 0 ? (
        <GridTable data={data} say={say} />
      ) : data.all.length > 0 ? (
        <Focused>
          <EmptyState title={t('grid.none.title')} actions={<Button onClick={() => store.setState({ filter: NO_FILTER })}>{t('grid.none.show')}</Button>}>
            {t('grid.none.text')}
          </EmptyState>
        </Focused>
      ) : progress && scope === 'project' ? null : (
        <Focused>
          <EmptyState title={t('grid.empty.title')}>
            {hasArticle || scope === 'project' ? t('grid.empty.text') : t('grid.empty.article')}
            <span className={styles.keys}>
              <Kbd keys="Escape" /> {t('grid.hint.back')}
            </span>
          </EmptyState>
        </Focused>
      )}
    </>
  )
}

/** Takes the keys where there is no table that could. */
function Focused({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const wanted = useStore(gridOf(session), (state) => state.wants.focus)
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takeFocusWish(session)) element.current?.focus()
  }, [session, wanted])
  return (
    <div
      ref={element}
      className={styles.empty}
      tabIndex={-1}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        backToText(session)
      }}
    >
      {children}
    </div>
  )
}
