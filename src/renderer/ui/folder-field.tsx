import { Folder as FolderIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestInput, RequestOutput } from '../../ipc/contract.ts'
import { useSession } from '../session/context.tsx'
import { sayError } from '../session/view.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import styles from './folder-field.module.css'

export type Folder = NonNullable<RequestOutput<'dialog.chooseFolder'>>

interface Props {
  readonly label: string
  readonly none: string
  readonly purpose: RequestInput<'dialog.chooseFolder'>['purpose']
  readonly folder: Folder | null
  readonly error: string | null
  readonly onChange: (folder: Folder) => void
}

/** A folder that a person chooses in the system's own dialog; only its name comes back. */
export function FolderField({ label, none, purpose, folder, error, onChange }: Props) {
  const { t } = useTranslation()
  const { client, view } = useSession()

  async function choose(): Promise<void> {
    const answer = await client.ask('dialog.chooseFolder', { purpose })
    if (!answer.ok) return sayError(view, answer.error)
    if (answer.value) onChange(answer.value)
  }

  return (
    <Field label={label} error={error}>
      {(ids) => (
        <div className={styles.folder}>
          <FolderIcon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
          <span className={folder ? styles.name : styles.none}>
            <bdi>{folder?.location ?? none}</bdi>
          </span>
          <Button onClick={() => void choose()} {...ids}>
            {t('common.choose')}
          </Button>
        </div>
      )}
    </Field>
  )
}
