import { useTranslation } from 'react-i18next'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import { useSessionState } from '../../session/context.tsx'
import styles from './history.module.css'

/** `gone`: was there and is not now; `changed`: was otherwise; `new`: has come since. */
export interface Difference {
  readonly how: 'gone' | 'changed' | 'new'
  readonly annotation: Annotation
}

interface DifferingProps {
  /** Annotations of the earlier state. */
  readonly count: number
  readonly status: 'in_progress' | 'done'
  readonly differences: readonly Difference[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** What an earlier state has otherwise, each to be chosen. */
export function Differing({ count, status, differences, chosen, onChange }: DifferingProps) {
  const { t } = useTranslation()
  const codebook = useSessionState((state) => state.project?.codebook)
  return (
    <>
      <p>
        {t('status.annotations', { count })} · {t(`history.status.${status}`)}
      </p>
      {differences.length === 0 && <p className={styles.quiet}>{t('history.same')}</p>}
      <ul className={styles.differences} aria-label={t('history.differences')}>
        {differences.map(({ how, annotation }) => (
          <li key={annotation.id}>
            <label className={styles.difference}>
              <input
                type="checkbox"
                checked={chosen.includes(annotation.id)}
                onChange={({ target }) => onChange(target.checked ? [...chosen, annotation.id] : chosen.filter((id) => id !== annotation.id))}
              />
              <span className={styles.words}>
                {codebook ? nameOfLabel(codebook, annotation.label) : annotation.label}: “<bdi>{annotation.fragments.map(({ quote }) => quote).join(' … ')}</bdi>”
              </span>
              <span className={styles.quiet}>{t(`history.how.${how}`)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
