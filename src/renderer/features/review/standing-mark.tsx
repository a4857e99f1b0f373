import { CheckCheck, Eye, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OverviewRow } from '../../../ipc/review-shapes.ts'
import { formatDay } from '../../i18n/format.ts'
import { ProgressGlyph } from '../../ui/progress-glyph.tsx'
import styles from './matrix.module.css'

const ICONS = { in_review: Eye, returned: Undo2, accepted: CheckCheck } as const

/** Where one set stands: a mark whose shape differs, and the word; the title says who, when and why. */
export function StandingMark({ found }: { readonly found: OverviewRow['sets'][number] | undefined }) {
  const { t } = useTranslation()
  if (!found) return <span className={styles.quiet}>{t('review.nobody')}</span>
  const { standing, annotations, assigned } = found
  const { status, by, at, note, before } = standing
  const word = t(status === 'not_started' && assigned ? 'review.status.assigned' : `review.status.${status}`)
  const who = by && at ? t('review.status.who', { status: word, name: by.name, day: formatDay(at) }) : word
  const more = [annotations === null ? null : t('review.status.marks', { count: annotations }), note, before && t('review.status.before', { status: word, before: t(`review.status.${before.status}`) })]
  const title = [who, ...more.filter((part) => part !== null && part !== '')].join('\n')
  const Icon = status === 'in_review' || status === 'returned' || status === 'accepted' ? ICONS[status] : null
  return (
    <span className={styles.standing} data-status={status} title={title}>
      {status === 'not_started' || status === 'in_progress' || status === 'done' ? <ProgressGlyph progress={status} title="" /> : Icon && <Icon size={14} aria-hidden />}
      <span>{before ? t('review.status.before', { status: word, before: t(`review.status.${before.status}`) }) : word}</span>
    </span>
  )
}
