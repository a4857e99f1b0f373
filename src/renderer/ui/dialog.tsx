import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './use-return-focus.ts'

interface DialogProps {
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
  /** Buttons, the one that goes on last. */
  readonly actions?: ReactNode
  readonly onClose: () => void
  readonly size?: 'small' | 'medium' | 'large' | 'wide'
  /** `sheet` comes in from the side and keeps the text in sight. */
  readonly kind?: 'dialog' | 'sheet'
}

/**
 * The scrim is a plain element and not Radix's overlay: that one puts a style element into the page to stop it from
 * scrolling, which the content policy forbids and this page, which never scrolls as a whole, does not need.
 */
export function Dialog({ title, description, children, actions, onClose, size = 'medium', kind = 'dialog' }: DialogProps) {
  const { t } = useTranslation()
  const returnFocus = useReturnFocus()
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className={styles.scrim} data-kind={kind} />
        <Radix.Content onOpenAutoFocus={focusFirst} onCloseAutoFocus={returnFocus} className={classes(styles.content, styles[kind], styles[size])} {...(description === undefined ? { 'aria-describedby': undefined } : {})}>
          <div className={styles.header}>
            <div>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description !== undefined && <Radix.Description className={styles.description}>{description}</Radix.Description>}
            </div>
            <IconButton icon={X} title={t('common.close')} keys="Escape" onClick={onClose} />
          </div>
          <div className={styles.body} data-body>{children}</div>
          {actions !== undefined && <div className={styles.footer} data-actions>{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The first field, else the button that goes on, else what is to be read: never the close button, which would show its tooltip. */
function focusFirst(event: Event): void {
  event.preventDefault()
  const { currentTarget: dialog } = event
  if (!(dialog instanceof HTMLElement)) return
  const field = dialog.querySelector<HTMLElement>(':is(input:not([type="radio"]), input:checked, textarea, select):not(:disabled)')
  const goOn = dialog.querySelector<HTMLElement>('[data-actions] button:last-of-type:not(:disabled)')
  const body = dialog.querySelector<HTMLElement>('[data-body]')
  // With nothing in it to stop at, the keyboard could not scroll it.
  if (body && !field && !body.querySelector('button')) body.tabIndex = 0
  const target = field ?? goOn ?? body ?? dialog
  target.focus()
}
