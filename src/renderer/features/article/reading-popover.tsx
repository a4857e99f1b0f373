import { ALargeSmall } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { ReadingFields } from '../settings/reading-fields.tsx'
import styles from './reading-popover.module.css'

/** How the text is set, beside the text that shows it. */
export function ReadingPopover() {
  const { t } = useTranslation()
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton icon={ALargeSmall} title={t('reading.title')} />
      </Popover.Trigger>
      <Popover.Portal>
        {/* Keys in it are its own: no label's. */}
        <Popover.Content className={styles.popover} align="end" sideOffset={4} collisionPadding={8} aria-label={t('reading.title')} onKeyDown={(event) => event.stopPropagation()}>
          <ReadingFields />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
