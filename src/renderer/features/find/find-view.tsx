import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../session/context.tsx'
import { enterSearch, searchOf } from '../../session/search.ts'
import { AnnotateBar } from './annotate-bar.tsx'
import { Concordance } from './concordance.tsx'
import styles from './find-view.module.css'
import { FoundLineCount } from './found-count.tsx'
import { Examples, NothingFound } from './nothing.tsx'
import { QueryField } from './query-field.tsx'
import { SavedMenu } from './saved-menu.tsx'
import { SearchFormPanel } from './search-form.tsx'
import { FormButton, OrderField } from './tools.tsx'
import { useProblem } from './use-problem.ts'
import { useShownLines } from './use-shown-lines.ts'

/** The Find tab: one query over all articles and annotations, as text or as a form, and its hits as a concordance. */
export function FindView() {
  const { t } = useTranslation()
  const session = useSession()
  const store = searchOf(session)
  const form = useStore(store, (state) => state.form)
  const empty = useStore(store, (state) => state.query.trim() === '' && state.lines.length === 0)
  const nothing = useStore(store, (state) => state.outcome?.hits === 0 && !state.running)
  const problem = useProblem()
  const shown = useShownLines()

  useEffect(() => void enterSearch(session), [session])

  return (
    <section className={styles.view} aria-label={t('tab.find')}>
      <header className={styles.head}>
        <div className={styles.bar}>
          <QueryField lines={shown} />
          <FormButton />
          <SavedMenu />
        </div>
        {form && <SearchFormPanel />}
        <div className={styles.status}>
          <FoundLineCount />
          {shown.length > 1 && <OrderField />}
        </div>
      </header>
      {empty && <Examples />}
      {nothing && !problem && <NothingFound />}
      {shown.length > 0 && <Concordance lines={shown} />}
      {shown.length > 0 && <AnnotateBar lines={shown} />}
    </section>
  )
}
