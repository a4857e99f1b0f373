import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diffBetween } from '../../../core/annotating/diff-between.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { EarlierSet, SetVersion } from '../../../ipc/history-shapes.ts'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { restoreEarlier, settleForHistory } from '../../session/history.ts'
import { updateSettings } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Differing, type Difference } from './differing.tsx'
import styles from './history.module.css'

/** So many steps are listed at once. */
const SHOWN = 200
const KEPT = [0, 5000, 1000, 200] as const

/** Every earlier state of the own annotations on an article: look at one, bring back all of it or a part. */
export function HistoryDialog({ article, onClose }: { readonly article: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const keeping = useSessionState((state) => state.settings.keeping)
  const [versions, setVersions] = useState<readonly SetVersion[] | null>(null)
  const [shown, setShown] = useState(SHOWN)
  const [revision, setRevision] = useState<number | null>(null)
  const [earlier, setEarlier] = useState<EarlierSet | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    void settleForHistory(session).then(async () => {
      const answer = await session.client.ask('history.list', { article })
      if (answer.ok) setVersions(answer.value)
      else setProblem(`${answer.error.message} ${answer.error.remedy}`)
    })
  }, [session, article])

  async function look(wanted: number): Promise<void> {
    setRevision(wanted)
    setChosen([])
    const answer = await session.client.ask('history.at', { article, revision: wanted })
    setEarlier(answer.ok ? answer.value : null)
    setProblem(answer.ok ? null : `${answer.error.message} ${answer.error.remedy}`)
  }

  async function restore(ids: readonly string[] | null): Promise<void> {
    if (revision !== null && (await restoreEarlier(session, article, revision, ids))) onClose()
  }

  const differences = earlier ? differencesOf(earlier) : []
  return (
    <Dialog
      size="large"
      title={t('history.title')}
      description={t('history.about')}
      onClose={onClose}
      actions={
        <>
          <output className={styles.problem}>{problem}</output>
          <Button disabled={chosen.length === 0} onClick={() => void restore(chosen)}>
            {chosen.length === 0 ? t('history.restore.none') : t('history.restore.some', { count: chosen.length })}
          </Button>
          <Button look="primary" disabled={earlier === null || isSame(earlier)} onClick={() => void restore(null)}>
            {t('history.restore.all')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.side}>
          {versions?.length === 0 && <p className={styles.quiet}>{t('history.none')}</p>}
          <ol className={styles.steps} aria-label={t('history.steps')}>
            {versions?.slice(0, shown).map((version) => (
              <li key={version.revision}>
                <button type="button" className={styles.step} aria-current={version.revision - 1 === revision} onClick={() => void look(version.revision - 1)}>
                  <span className={styles.when}>
                    {formatDay(version.at)}, {formatTime(version.at)}
                  </span>
                  <span>{t(`history.before.${version.how}`, { what: t(`gesture.${version.kind}`) })}</span>
                  <span className={styles.quiet}>{countWords(t, version)}</span>
                </button>
              </li>
            ))}
          </ol>
          {versions !== null && versions.length > shown && <Button onClick={() => setShown(shown + SHOWN)}>{t('history.more')}</Button>}
          <SelectField
            label={t('history.keep')}
            value={String(keeping.history)}
            options={KEPT.map((count) => ({ value: String(count), text: count === 0 ? t('history.keep.all') : t('history.keep.some', { count }) }))}
            onChange={(next) => void updateSettings(session, { keeping: { ...keeping, history: Number(next) } })}
          />
        </div>
        <div className={styles.state}>
          {earlier === null ? (
            <p className={styles.quiet}>{t('history.choose')}</p>
          ) : (
            <Differing count={earlier.before.annotations.length} status={earlier.before.state.status} differences={differences} chosen={chosen} onChange={setChosen} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

function isSame({ before, now }: EarlierSet): boolean {
  const { annotations, relations, state } = diffBetween(now, before)
  return [annotations, relations].every(({ added, updated, removed }) => added.length + updated.length + removed.length === 0) && state === null
}

/** What the earlier state has otherwise than the set as it is. */
function differencesOf({ before, now }: EarlierSet): Difference[] {
  const { added, updated, removed } = diffBetween(now, before).annotations
  const all: Difference[] = [
    ...added.map((annotation: Annotation) => ({ how: 'gone' as const, annotation })),
    ...updated.map(({ to }) => ({ how: 'changed' as const, annotation: to })),
    ...removed.map((annotation) => ({ how: 'new' as const, annotation })),
  ]
  return all.toSorted((a, b) => (a.annotation.fragments[0]?.start ?? 0) - (b.annotation.fragments[0]?.start ?? 0))
}

function countWords(t: TFunction, { added, changed, removed }: SetVersion): string {
  return [added > 0 && `+${added}`, changed > 0 && t('history.changed', { count: changed }), removed > 0 && `−${removed}`].filter(Boolean).join(' · ')
}
