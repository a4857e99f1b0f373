import { CheckCheck, Eye, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '../../core/model/project.ts'
import { formatDay } from '../i18n/format.ts'
import { classes } from './classes.ts'
import styles from './standing-glyph.module.css'

type Review = NonNullable<ArticleRow['review']>

const ICONS = { in_review: Eye, returned: Undo2, accepted: CheckCheck } as const

/** What a reviewer says of a set, as a mark whose shape differs; the title says it in words, with who, when and why. */
export function StandingGlyph({ review, words = false }: { readonly review: Review; readonly words?: boolean }) {
  const { t } = useTranslation()
  const Icon = ICONS[review.status]
  const status = t(`standing.${review.status}`)
  const who = { status, name: review.by, day: formatDay(review.at) }
  const title = review.note === null ? t('standing.who', who) : t('standing.note', { ...who, note: review.note })
  // The note may be long: it is read out, and shown where the pointer rests.
  const read = <span className="visually-hidden">{title}</span>
  return (
    <span className={classes(styles.standing, styles[review.status])} title={title}>
      <Icon size={12} aria-hidden />
      {words && (
        <bdi className={styles.words} aria-hidden>
          {t('standing.who', who)}
        </bdi>
      )}
      {read}
    </span>
  )
}
