import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { run } from '../../actions/registry.ts'
import { failureWords } from '../../i18n/save-words.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { problemWords } from '../../session/notices.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './notices-dialog.module.css'

/** What should be known about the open project: why it is locked, what was put back, which files could not be used. */
export function NoticesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const project = useSessionState((state) => state.project)
  const save = useSessionState((state) => state.save)
  if (!project) return null
  const { readOnly, recovered, problems } = project
  const isTwofold = [...problems, ...(save.state === 'failed' ? [save.error] : [])].some(({ remedy }) => remedy.includes('Keep both versions'))
  return (
    <Dialog
      kind="sheet"
      title={t('notices.title')}
      onClose={onClose}
      actions={
        <>
          {save.state === 'failed' && <Button onClick={() => run(session, 'project.saveCopy')}>{t('action.project.saveCopy')}</Button>}
          {isTwofold && <Button onClick={() => run(session, 'project.keepBoth')}>{t('action.project.keepBoth')}</Button>}
          <Button onClick={() => run(session, 'project.showInFolder')}>{t('action.project.showInFolder')}</Button>
          <Button look="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {save.state === 'failed' && (
        <Part title={t('save.failed')}>
          <p>{save.error.message}</p>
          <p className={styles.remedy}>{failureWords(t, save)}</p>
        </Part>
      )}
      {readOnly !== null && (
        <Part title={t('notices.readOnly')}>
          <p className={styles.sentence}>{readOnly}</p>
          <p className={styles.remedy}>{t('notices.readOnly.safe')}</p>
        </Part>
      )}
      {recovered !== null && (
        <Part title={t('notices.recovered')}>
          <p className={styles.sentence}>{recovered}</p>
        </Part>
      )}
      {problems.length > 0 && (
        <Part title={t('bar.problems.title')}>
          <p className={styles.safe}>{t('notices.problems.safe')}</p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.file}:${problem.line}:${problem.message}`} className={styles.problem}>
                <p className={styles.file}>
                  <bdi>{problem.file}</bdi>
                  {problem.line !== null && <span className={styles.line}>{t('notices.line', { line: problem.line })}</span>}
                </p>
                <p>{problemWords(problem)}</p>
                <p className={styles.remedy}>{problem.remedy}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </Dialog>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  )
}
