import { EyeOff } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import type { ArticleRow } from '../../../core/model/project.ts'
import type { OverviewRow } from '../../../ipc/review-shapes.ts'
import styles from './matrix.module.css'
import { StandingMark } from './standing-mark.tsx'

export const ROW_HEIGHT = 32

interface Props {
  readonly row: ArticleRow
  readonly review: OverviewRow
  readonly annotators: readonly Annotator[]
  readonly columns: string
  readonly index: number
  readonly busy: boolean
  readonly tabbable: boolean
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

/** One article. The button is its title; a click anywhere in the row goes there, which the matrix sees to. */
export const MatrixRowView = memo(function MatrixRowView({ row, review, annotators, columns, index, busy, tabbable, onKeyDown }: Props) {
  return (
    <tr
      data-article={row.id}
      aria-rowindex={index + 2}
      aria-busy={busy || undefined}
      className={styles.row}
      style={{ gridTemplateColumns: columns, transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      <td className={styles.cell}>
        <button
          type="button"
          className={styles.article}
          dir="auto"
          title={row.path}
          data-index={index}
          tabIndex={tabbable ? 0 : -1}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {row.title}
        </button>
      </td>
      {annotators.map(({ key }) => (
        <td key={key} className={styles.cell}>
          <StandingMark found={review.sets.find(({ annotator }) => annotator === key)} />
        </td>
      ))}
      <td className={styles.figure}>
        <Open review={review} />
      </td>
    </tr>
  )
})

function Open({ review: { visibility, counts, sets } }: { readonly review: OverviewRow }) {
  const { t } = useTranslation()
  if (!visibility.visible) {
    if (sets.length === 0) return <span className={styles.quiet}>{t('review.nobody')}</span>
    return (
      <span className={styles.hidden} title={t(`review.hidden.${visibility.why}`)}>
        <EyeOff size={12} aria-hidden /> {t('review.hidden')}
        <span className="visually-hidden">: {t(`review.hidden.${visibility.why}`)}</span>
      </span>
    )
  }
  if (!counts) return <span className={styles.quiet}>{t('review.nobody')}</span>
  const total = counts.open + counts.decided
  if (counts.open > 0) return <span className={styles.open}>{counts.decided > 0 ? t('review.of', { open: counts.open, total }) : t('review.open', { count: counts.open })}</span>
  return <span className={styles.quiet}>{t(total > 0 ? 'review.allDecided' : 'review.noDifference')}</span>
}
