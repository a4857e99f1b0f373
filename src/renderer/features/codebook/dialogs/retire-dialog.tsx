import { useTranslation } from 'react-i18next'
import { editCodebook } from '../../../session/codebook-desk.ts'
import { useSession } from '../../../session/context.tsx'
import type { CodebookSubject } from '../../../session/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useEditing } from '../editor/use-codebook.ts'
import styles from './dialogs.module.css'
import { countOf, retireSubject, siblings } from './subject.ts'
import { UsesTable } from './uses-table.tsx'
import { useUses } from './use-uses.ts'

/** Says what retiring means, and whose annotations keep what is retired. */
export function RetireDialog({ subject, onClose }: { readonly subject: CodebookSubject; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const editing = useEditing()
  const uses = useUses(null)
  if (!editing) return null
  const name = siblings(editing.codebook, subject).find(({ id }) => id === subject.id)?.name ?? ''
  return (
    <Dialog
      size="small"
      title={t('retire.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            onClick={() => {
              editCodebook(session, (book) => retireSubject(book, subject))
              onClose()
            }}
          >
            {t('retire.do')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <UsesTable uses={uses} count={countOf(editing.saved, subject)} what={subject.what === 'relation' ? 'relations' : 'annotations'} />
        <p>{t('retire.text', { name })}</p>
      </div>
    </Dialog>
  )
}
