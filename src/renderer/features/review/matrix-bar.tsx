import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ReviewOverview } from '../../../ipc/review-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { reviewOf, type MatrixFilter } from '../../session/review.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import styles from './matrix.module.css'

const SHOWN: readonly MatrixFilter[] = ['all', 'open', 'ready']

interface Props {
  readonly overview: ReviewOverview
  readonly shown: number
  readonly onDown: () => void
}

export function MatrixBar({ overview, shown, onDown }: Props) {
  const { t } = useTranslation()
  const store = reviewOf(useSession())
  const matrix = useStore(store, (state) => state.matrix)
  const open = overview.rows.reduce((sum, { counts }) => sum + (counts?.open ?? 0), 0)
  const { problems } = overview
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>
        {t('review.title')}
        <span className={styles.count}>{[t('review.articles', { count: shown }), ...(open > 0 ? [t('review.open', { count: open })] : [])].join(' · ')}</span>
      </h1>
      {problems.length > 0 && (
        <span className={styles.problem} title={problems.map(({ file, message }) => `${file}: ${message}`).join('\n')}>
          {t('review.problems', { count: problems.length })}
        </span>
      )}
      <div className={styles.filter}>
        <TextField
          hideLabel
          label={t('review.filter')}
          placeholder={t('review.filter')}
          value={matrix.text}
          dir="auto"
          onChange={(event) => store.setState({ matrix: { ...matrix, text: event.target.value } })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return
            event.preventDefault()
            onDown()
          }}
        />
      </div>
      <SelectField
        hideLabel
        label={t('review.show')}
        value={matrix.show}
        options={SHOWN.map((value) => ({ value, text: t(`review.show.${value}`) }))}
        onChange={(show) => store.setState({ matrix: { ...matrix, show } })}
      />
    </div>
  )
}
