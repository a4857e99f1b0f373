import { Highlighter, ListChecks, StickyNote, Unlink } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '../../../core/model/project.ts'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { ProgressGlyph } from '../../ui/progress-glyph.tsx'
import { StandingGlyph } from '../../ui/standing-glyph.tsx'
import styles from './article-row.module.css'

export const ROW_HEIGHT = 48

interface Props {
  readonly row: ArticleRow
  readonly index: number
  readonly open: boolean
  readonly tabbable: boolean
  readonly onOpen: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

export const ArticleRowButton = memo(function ArticleRowButton({ row, index, open, tabbable, onOpen, onKeyDown }: Props) {
  const { t } = useTranslation()
  const progress = row.problem === null ? row.progress : 'problem'
  return (
    <button
      type="button"
      className={styles.row}
      data-index={index}
      tabIndex={tabbable ? 0 : -1}
      aria-current={open ? 'true' : undefined}
      title={row.path}
      onClick={() => onOpen(row.id)}
      onKeyDown={(event) => onKeyDown(event, index)}
    >
      <span className={styles.glyph}>
        <ProgressGlyph progress={progress} title={t(`progress.${progress}`)} />
      </span>
      <bdi className={styles.title} dir="auto">
        {row.title}
      </bdi>
      {row.problem === null ? (
        <span className={styles.facts}>
          {row.date !== null && <span className={styles.date}>{formatDay(row.date)}</span>}
          <span className={styles.words}>{t('list.words', { count: row.words })}</span>
          {row.review !== null && <StandingGlyph review={row.review} />}
          {row.unplaced > 0 && (
            <span className={styles.waiting} title={t('places.row', { count: row.unplaced })}>
              <Unlink size={12} aria-hidden /> {formatNumber(row.unplaced)}
              <span className="visually-hidden">{t('places.row', { count: row.unplaced })}</span>
            </span>
          )}
          {row.round !== null && (
            <span className={styles.round} title={t('list.round', { name: row.round })}>
              <ListChecks size={12} aria-hidden />
              <span className="visually-hidden">{t('list.round', { name: row.round })}</span>
            </span>
          )}
          {row.note !== null && (
            <span className={styles.note} title={row.note}>
              <StickyNote size={12} aria-hidden />
              <span className="visually-hidden">{t('list.note')}</span>
            </span>
          )}
          {row.annotations > 0 && (
            <span className={styles.annotations} title={t('list.annotations', { count: row.annotations })}>
              <Highlighter size={12} aria-hidden /> {formatNumber(row.annotations)}
            </span>
          )}
        </span>
      ) : (
        <span className={styles.problem}>{row.problem}</span>
      )}
    </button>
  )
})
