import type { FallbackProps } from 'react-error-boundary'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './error-screen.module.css'

/** In place of a part of the window that failed: what happened, what is safe, what to do. */
export function ErrorScreen({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation()
  const remedy = remedyOf(error)
  if (remedy !== null) return <NotStarted message={wordsOf(error)} remedy={remedy} />
  return (
    <div className={styles.screen}>
      <EmptyState
        title={t('error.title')}
        actions={
          <Button look="primary" onClick={resetErrorBoundary}>
            {t('error.retry')}
          </Button>
        }
      >
        <p>{t('error.safe')}</p>
        <p className={styles.detail}>{wordsOf(error)}</p>
      </EmptyState>
    </div>
  )
}

/** Main could not say what is open: there is nothing to show but a new start. */
function NotStarted({ message, remedy }: { readonly message: string; readonly remedy: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.screen}>
      <EmptyState
        title={t('error.start.title')}
        actions={
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('error.start.retry')}
          </Button>
        }
      >
        <p>{message}</p>
        <p>{remedy}</p>
        <p>{t('error.start.safe')}</p>
      </EmptyState>
    </div>
  )
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function remedyOf(error: unknown): string | null {
  return error instanceof Error && 'remedy' in error && typeof error.remedy === 'string' ? error.remedy : null
}
