import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { run } from '../../actions/registry.ts'
import { formatTime } from '../../i18n/format.ts'
import { failureWords, nextWords } from '../../i18n/save-words.ts'
import { useLateSessionState, useSession } from '../../session/context.tsx'
import { typedFields } from '../../session/drafts.ts'
import { useKeys } from '../../session/use-keys.ts'
import { sayError } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './save-state.module.css'

/** Says whether the work is on the disk, and means it. */
export function SaveState() {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const save = useLateSessionState((state) => state.save)
  const isTyping = useStore(typedFields(session), (count) => count > 0)

  async function retry(): Promise<void> {
    session.queue.hurry()
    const answer = await session.client.ask('annotations.saveNow', null)
    if (!answer.ok) sayError(session.view, answer.error)
  }

  return (
    <div className={styles.save} aria-live="polite">
      {save.state === 'failed' ? (
        <>
          <Tooltip text={`${save.error.message} ${failureWords(t, save)}`}>
            <button type="button" className={styles.failed} onClick={() => session.view.setState({ dialog: { kind: 'notices' } })}>
              {t('save.failed')}. {nextWords(t, save)}
              <span className="visually-hidden"> {save.error.message}</span>
            </button>
          </Tooltip>
          <Button onClick={() => void retry()}>{t('common.retry')}</Button>
          <Tooltip text={t('action.project.saveCopy')} keys={keysFor('project.saveCopy')}>
            <Button onClick={() => run(session, 'project.saveCopy')}>{t('copy.short')}</Button>
          </Tooltip>
        </>
      ) : (
        <span className={styles.quiet}>
          {save.state === 'saving' || isTyping ? t('save.saving') : save.at === null ? t('save.saved.plain') : t('save.saved', { time: formatTime(save.at) })}
        </span>
      )}
    </div>
  )
}
