import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useView } from '../session/context.tsx'
import { dismiss, type Toast } from '../session/view.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { IconButton } from './icon-button.tsx'
import styles from './toaster.module.css'

const PLAIN = 5000
const ERROR = 12_000

/** Says what cannot be seen otherwise, at the foot of the window; announced to screen readers. */
export function Toaster() {
  const toasts = useView((view) => view.toasts)
  return (
    <div className={styles.stack} aria-live="polite">
      {toasts.map((toast) => (
        <Note key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function Note({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation()
  const { view } = useSession()
  const { id, tone, text, detail, action } = toast
  useEffect(() => {
    const timer = setTimeout(() => dismiss(view, id), tone === 'error' ? ERROR : PLAIN)
    return () => clearTimeout(timer)
  }, [view, id, tone])
  return (
    <div className={classes(styles.toast, tone === 'error' && styles.error)}>
      <div className={styles.words}>
        <p>{text}</p>
        {detail !== null && <p className={styles.detail}>{detail}</p>}
      </div>
      {action && (
        <Button
          look="plain"
          onClick={() => {
            dismiss(view, id)
            action.perform()
          }}
        >
          {action.text}
        </Button>
      )}
      <IconButton icon={X} title={t('common.dismiss')} onClick={() => dismiss(view, id)} />
    </div>
  )
}
