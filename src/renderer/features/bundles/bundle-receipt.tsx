import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BundleReceipt } from '../../../ipc/bundle-shapes.ts'
import { formatBytes, formatNumber } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './bundles.module.css'

/** What a bundle holds, after it was read back. */
export function BundleReceiptDialog({ receipt, onClose }: { readonly receipt: BundleReceipt; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { name, bytes, articles, texts, sets, reviews, rounds, people, problems } = receipt
  const rows = [
    [t('bundle.receipt.size'), formatBytes(bytes)],
    [texts ? t('bundle.receipt.texts') : t('bundle.receipt.hashes'), formatNumber(articles)],
    [t('bundle.receipt.sets'), formatNumber(sets)],
    ...people.map((person) => [t('bundle.receipt.of', { name: person.name }), formatNumber(person.sets)]),
    [t('bundle.receipt.reviews'), formatNumber(reviews)],
    [t('bundle.receipt.rounds'), formatNumber(rounds)],
  ]
  return (
    <Dialog title={t('bundle.receipt.title')} description={name} onClose={onClose} actions={<Button look="primary" onClick={onClose}>{t('receipt.done')}</Button>}>
      <p className={styles.good}>
        <Check size={16} aria-hidden />
        {t('bundle.receipt.verified')}
      </p>
      <table className={styles.table}>
        <tbody>
          {rows.map(([what, figure]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className={styles.figure}>{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > 0 && (
        <section className={styles.part}>
          <h3>{t('bundle.receipt.problems')}</h3>
          <ul>
            {problems.map(({ file, message, remedy }) => (
              <li key={`${file} ${message}`} className={styles.line}>
                {message} {remedy}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
