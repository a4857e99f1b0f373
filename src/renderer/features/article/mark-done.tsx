import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../../session/context.tsx'
import { missingIn, unconfirmedIn } from '../../session/incomplete.ts'
import { goToField } from '../../session/inspector.ts'
import { perform } from '../../session/perform.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MissingList } from '../inspector/missing.tsx'
import styles from './mark-done.module.css'

/** What is still missing, each line a way to it; nothing blocks. */
export function MarkDone({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.article?.set)
  const codebook = useSessionState((state) => state.project?.codebook)
  if (!set || !codebook) return null
  const missing = missingIn(set, codebook)
  const unconfirmed = unconfirmedIn(set, codebook)

  function go(annotation: string, attribute: string | null): void {
    onClose()
    // The dialog gives the focus back first.
    setTimeout(() => goToField(session, annotation, attribute))
  }

  function markDone(): void {
    onClose()
    perform(session, { kind: 'set_status', status: 'done' })
  }

  return (
    <Dialog
      title={t('done.title')}
      description={t('done.text', { count: missing.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={markDone}>{t('done.confirm')}</Button>
          <Button look="primary" onClick={() => missing[0] && go(missing[0].annotation.id, null)}>
            {t('done.back')}
          </Button>
        </>
      }
    >
      <MissingList onGoTo={go} />
      {unconfirmed > 0 && <p className={styles.unconfirmed}>{t('done.unconfirmed', { count: unconfirmed })}</p>}
    </Dialog>
  )
}
