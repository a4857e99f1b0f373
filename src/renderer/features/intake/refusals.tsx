import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import styles from './intake.module.css'

interface RefusalsProps {
  readonly title: string
  readonly rows: readonly { readonly file: string; readonly line: number | null; readonly what: string; readonly why: string | null }[]
  readonly more: number
  readonly moreText: (count: number) => string
}

const FEW = 5

/** Records that are not taken: where each stands, and why. */
export function Refusals({ title, rows, more, moreText }: RefusalsProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const shown = isOpen ? rows : rows.slice(0, FEW)
  return (
    <section className={styles.part}>
      <h3 className={styles.warn}>{title}</h3>
      <ul>
        {shown.map(({ file, line, what, why }, index) => (
          <li key={`${index} ${file} ${what}`} className={styles.line}>
            <span>
              <bdi>{line === null ? file : t('intake.place.line', { file, line })}</bdi>: <bdi>{what}</bdi>
            </span>
            <span className={styles.quiet}>{why}</span>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <div>
          <Button look="quiet" onClick={() => setOpen(true)}>
            {t('intake.show-more', { count: rows.length - shown.length })}
          </Button>
        </div>
      )}
      {more > 0 && shown.length === rows.length && <p className={styles.quiet}>{moreText(more)}</p>}
    </section>
  )
}
