import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../ipc/export-shapes.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { goToTaken } from '../../session/intake.ts'
import styles from './receipt-dialog.module.css'

/** What the format could not hold, by kind; each opens to the places, which lead to the annotations. */
export function Losses({ losses }: Pick<Receipt, 'losses'>) {
  const { t } = useTranslation()
  return (
    <section className={styles.part}>
      <h3>{t('receipt.omitted')}</h3>
      {losses.length === 0 && <p className={styles.quiet}>{t('receipt.omitted.none')}</p>}
      <ul>
        {losses.map((loss) => (
          <li key={loss.what}>
            {loss.places.length === 0 ? (
              <div className={styles.line} data-plain>
                <span>{loss.what}</span>
                <span>{formatNumber(loss.count)}</span>
              </div>
            ) : (
              <details className={styles.loss}>
                <summary className={styles.line}>
                  <span>{loss.what}</span>
                  <span>{formatNumber(loss.count)}</span>
                </summary>
                <Places loss={loss} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Places({ loss: { places, count } }: { readonly loss: Receipt['losses'][number] }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <ul className={styles.places}>
      {places.map(({ text, link }) => (
        <li key={text}>
          {link === null ? (
            <bdi>{text}</bdi>
          ) : (
            <button type="button" className={styles.link} onClick={() => void goToTaken(session, link)}>
              <bdi>{text}</bdi>
            </button>
          )}
        </li>
      ))}
      {count > places.length && <li className={styles.quiet}>{t('receipt.places.more', { count: count - places.length })}</li>}
    </ul>
  )
}
