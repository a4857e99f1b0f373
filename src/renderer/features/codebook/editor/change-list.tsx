import { useTranslation } from 'react-i18next'
import { describeChanges } from '../../../../core/codebook/edits/describe.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import styles from './change-list.module.css'
import { useChangeWords } from './change-words.ts'

/** What differs between two codebooks, to be read: each change with the old and the new words. */
export function ChangeList({ before, after }: { readonly before: Codebook; readonly after: Codebook }) {
  const { t } = useTranslation()
  const words = useChangeWords()
  const changes = describeChanges(before, after)
  if (changes.length === 0) return <p className={styles.none}>{t('changes.none')}</p>
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.of ?? ''} ${change.id} ${change.how}`}>
          <p className={styles.what} dir="auto">
            {words(change)}
          </p>
          {change.fields.map(({ field, before: old, after: now }) => (
            <dl key={field} className={styles.field}>
              <dt>{t(`changed.${field}`, { defaultValue: field })}</dt>
              <dd dir="auto">{old !== '' && <del>{old}</del>}</dd>
              <dd dir="auto">{now !== '' && <ins>{now}</ins>}</dd>
            </dl>
          ))}
        </li>
      ))}
    </ul>
  )
}
