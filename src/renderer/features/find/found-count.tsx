import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession, useSessionState } from '../../session/context.tsx'
import { cancelSearch, searchOf, setQuery } from '../../session/search.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './find-view.module.css'
import { useProblem } from './use-problem.ts'

/** How much was found, or what is wrong with the query. */
export function FoundLineCount() {
  const { t } = useTranslation()
  const session = useSession()
  const { lines, outcome, running, failure, query, asked } = useStore(searchOf(session))
  const work = useSessionState((state) => state.work)
  const problem = useProblem()
  const progress = running && work?.kind === 'search' ? work : null

  function mend(): void {
    if (problem?.nearest) setQuery(session, query.slice(0, problem.start) + problem.nearest + query.slice(problem.end))
  }

  return (
    <output className={styles.count} id="search-status">
      {problem && (
        <span className={styles.problem}>
          {t(`search.problem.${problem.code}`, { given: problem.given })}
          {problem.nearest !== null && <Button look="quiet" onClick={mend}>{t('search.problem.nearest', { nearest: problem.nearest })}</Button>}
        </span>
      )}
      {!problem && failure && <span className={styles.problem}>{failure.message} {failure.remedy}</span>}
      {running && !progress && lines.length === 0 && <span>{t('search.running')}</span>}
      {progress && <ProgressBar label={t('search.running')} done={progress.done} total={progress.total} />}
      {progress && <Button look="quiet" onClick={() => cancelSearch(session)}>{t('search.stop')}</Button>}
      {!progress && outcome && lines.length > 0 && (
        <span>
          {[
            t('search.found', { hits: t('search.hits', { count: outcome.hits }), articles: t('search.articles', { count: outcome.articles }) }),
            outcome.hits > lines.length ? t('search.first', { count: lines.length }) : '',
            outcome.unread > 0 ? t('search.unread', { count: outcome.unread }) : '',
            problem && asked !== query.trim() ? t('search.before') : '',
          ].filter((part) => part !== '').join(', ')}
        </span>
      )}
    </output>
  )
}
