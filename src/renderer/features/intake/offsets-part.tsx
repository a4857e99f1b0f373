import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { CountingView, OffsetsView } from '../../../ipc/import-shapes.ts'
import { Choices } from '../../ui/choices.tsx'
import styles from './intake.module.css'

interface OffsetsPartProps {
  readonly offsets: readonly OffsetsView[]
  /** Keys of the repairs that are chosen; the reading that follows may still be under way. */
  readonly accepted: readonly string[]
  readonly onAccept: (key: string, accept: boolean) => void
}

/** What positions count, as judged by the quotes. A repair is offered, and never made by itself. */
export function OffsetsPart({ offsets, accepted, onAccept }: OffsetsPartProps) {
  const { t } = useTranslation()
  if (offsets.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{t('intake.offsets')}</h3>
      {offsets.map(({ key, counting, fits, of, files, example, offer }) => (
        <div key={key} className={styles.part}>
          {offer === null ? (
            <p>{t('intake.offsets.fit', { unit: unitText(t, counting), fits, total: of })}</p>
          ) : (
            <Choices
              label={t('intake.offsets.files', { count: files, example })}
              value={accepted.includes(key) ? 'repair' : 'declared'}
              options={[
                { value: 'declared', text: t('intake.offsets.declared', { unit: unitText(t, counting) }), detail: t('intake.offsets.declared.detail', { fits, total: of }) },
                { value: 'repair', text: t('intake.offsets.repair', { unit: unitText(t, offer.counting) }), detail: t('intake.offsets.repair.detail', { fits: offer.fits, total: of }) },
              ]}
              onChange={(how) => onAccept(key, how === 'repair')}
            />
          )}
        </div>
      ))}
    </section>
  )
}

function unitText(t: TFunction, { unit, newline }: CountingView): string {
  const name = t(`intake.unit.${unit}`)
  return newline === 'crlf2' ? t('intake.unit.crlf', { unit: name }) : name
}
