import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../ipc/export-shapes.ts'
import { formatBytes } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { say } from '../../session/view.ts'
import { copyText } from '../../ui/copy-text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './receipt-dialog.module.css'

export function WrittenFiles({ files, fileCount }: Pick<Receipt, 'files' | 'fileCount'>) {
  const { t } = useTranslation()
  const { view } = useSession()
  function copy(text: string): void {
    if (copyText(text)) say(view, t('receipt.copied'))
  }
  return (
    <>
      <table className={styles.files}>
        <thead>
          <tr>
            <th>{t('receipt.file')}</th>
            <th className={styles.figure}>{t('receipt.size')}</th>
            <th>{t('receipt.checksum')}</th>
            <th aria-label={t('receipt.copy')} />
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, bytes, sha256 }) => (
            <tr key={name}>
              <td className={styles.name} title={name}><bdi>{name}</bdi></td>
              <td className={styles.figure}>{formatBytes(bytes)}</td>
              <td className={styles.checksum}>{sha256}</td>
              <td>
                <IconButton icon={Copy} title={t('receipt.copy')} onClick={() => copy(sha256)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fileCount > files.length && <p className={styles.quiet}>{t('receipt.files.more', { count: fileCount - files.length })}</p>}
    </>
  )
}
