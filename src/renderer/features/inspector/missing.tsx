import { useTranslation } from 'react-i18next'
import { labelById, nameOfLabel } from '../../../core/codebook/lookup.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import { useSessionState } from '../../session/context.tsx'
import { missingIn } from '../../session/incomplete.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './missing.module.css'

/** More would make the list slow, and nobody reads them. */
const MOST = 100

interface Props {
  readonly onGoTo: (annotation: string, attribute: string) => void
}

/** What is still missing in the open article, annotation by annotation; each value is one press away. */
export function MissingList({ onGoTo }: Props) {
  const { t } = useTranslation()
  const set = useSessionState((state) => state.article?.set)
  const codebook = useSessionState((state) => state.project?.codebook)
  if (!set || !codebook) return null
  const missing = missingIn(set, codebook)
  if (missing.length === 0) return <p className={styles.none}>{t('missing.none')}</p>
  return (
    <ul className={styles.list}>
      {missing.slice(0, MOST).map(({ annotation, attributes }) => (
        <li key={annotation.id} className={styles.annotation}>
          <div className={styles.head}>
            <LabelSwatch look={labelById(codebook, annotation.label)} />
            <span className={styles.label}>{nameOfLabel(codebook, annotation.label)}</span>
            <span className={styles.quote} dir="auto">
              {quoteOf(annotation)}
            </span>
          </div>
          <ul className={styles.attributes}>
            {attributes.map((attribute) => (
              <li key={attribute.id}>
                <button type="button" className={styles.attribute} onClick={() => onGoTo(annotation.id, attribute.id)}>
                  <span className={styles.dot} aria-hidden />
                  <span dir="auto">{attribute.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {missing.length > MOST && <li className={styles.none}>{t('missing.more', { count: missing.length - MOST })}</li>}
    </ul>
  )
}
