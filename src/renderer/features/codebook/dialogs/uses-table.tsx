import { useTranslation } from 'react-i18next'
import type { AnnotatorUses } from '../../../../ipc/shapes.ts'
import { formatNumber } from '../../../i18n/format.ts'
import styles from './dialogs.module.css'

interface Props {
  readonly uses: readonly AnnotatorUses[] | null
  readonly count: (uses: AnnotatorUses['uses']) => number
  readonly what: 'annotations' | 'relations'
}

/** How many, by annotator. */
export function UsesTable({ uses, count, what }: Props) {
  const { t } = useTranslation()
  if (!uses) return <p className={styles.quiet}>{t('uses.counting')}</p>
  const rows = uses.map((each) => ({ ...each, count: count(each.uses) }))
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  const hidden = rows.reduce((sum, row) => sum + row.hidden, 0)
  const unseen = hidden > 0 && <p className={styles.quiet}>{t('blind.uses', { count: hidden })}</p>
  if (total === 0) {
    return (
      <>
        <p>{t('uses.none')}</p>
        {unseen}
      </>
    )
  }
  return (
    <>
      <table className={styles.table}>
        <caption>{t(`uses.${what}`, { count: total })}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.annotator.key}>
              <th scope="row" dir="auto">
                {row.annotator.name} {row.own && <span className={styles.quiet}>{t('uses.own')}</span>}
              </th>
              <td>{formatNumber(row.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {unseen}
    </>
  )
}
