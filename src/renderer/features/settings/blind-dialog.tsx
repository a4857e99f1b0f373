import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { BlindFields } from './blind-fields.tsx'

/** The setting by itself, for whoever comes from the palette or the menu. */
export function BlindDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('blind.dialog')} size="small" onClose={onClose}>
      <BlindFields />
    </Dialog>
  )
}
