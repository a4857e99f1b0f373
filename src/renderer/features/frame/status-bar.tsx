import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { run } from '../../actions/registry.ts'
import { useLateSessionState, useSession } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { incompleteCount } from '../../session/incomplete.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { LabelBar } from '../labels/label-bar.tsx'
import { ShowingMenu } from './showing-menu.tsx'
import styles from './status-bar.module.css'

/** The labels with their keys, and how far this article is. */
export function StatusBar() {
  return (
    <footer className={styles.bar}>
      <div className={styles.labels}>
        <LabelBar />
      </div>
      <ShowingMenu />
      <Counts />
    </footer>
  )
}

function Counts() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const set = useLateSessionState((state) => state.article?.set)
  const codebook = useLateSessionState((state) => state.project?.codebook)
  if (!set || !codebook) return null
  const incomplete = incompleteCount(set, codebook)
  return (
    <div className={styles.counts}>
      <Waiting />
      <span>{t('status.annotations', { count: set.annotations.length })}</span>
      {incomplete > 0 && (
        <Tooltip text={t('action.annotation.nextIncomplete')} keys={keysFor('annotation.nextIncomplete')} side="top">
          <button type="button" className={styles.incomplete} onClick={() => run(session, 'annotation.nextIncomplete')}>
            {t('status.incomplete', { count: incomplete })}
          </button>
        </Tooltip>
      )}
    </div>
  )
}

/** Over all articles, so that what waits is found from everywhere until nothing does. */
function Waiting() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const rows = useLateSessionState((state) => state.rows)
  const count = useMemo(() => [...rows.values()].reduce((sum, { unplaced }) => sum + unplaced, 0), [rows])
  if (count === 0) return null
  return (
    <Tooltip text={t('action.places.open')} keys={keysFor('places.open')} side="top">
      <button type="button" className={styles.incomplete} onClick={() => run(session, 'places.open')}>
        {t('places.count', { count })}
      </button>
    </Tooltip>
  )
}
