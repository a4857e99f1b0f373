import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { labelByKey, offeredLabels } from '../../../core/codebook/lookup.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { addMissed } from '../../session/review-perform.ts'
import { reviewOf, reviewSelection } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './decision-panel.module.css'
import { ModeBox } from './mode-box.tsx'

/** What all missed: the selected words, and the key of their label. */
export function AddMissed({ article, codebook, onDone }: { readonly article: ReviewedArticle; readonly codebook: Codebook; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const selection = useStore(reviewOf(session), (state) => state.selection)
  const range = reviewSelection({ selection })
  function add(label: string): void {
    if (range && addMissed(session, label, range)) onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const label = labelByKey(codebook, event.key)
    if (event.key === 'Escape') onDone()
    else if (label) add(label.id)
    else return
    event.preventDefault()
  }

  return (
    <ModeBox label={t('action.review.add')} onKeyDown={onKeyDown}>
      <p className={styles.quote} dir="auto">
        {range ? article.text.slice(range.start, range.end) : t('review.add.select')}
      </p>
      <div className={styles.options}>
        {offeredLabels(codebook).map((label) => (
          <button key={label.id} type="button" className={styles.option} disabled={!range} onClick={() => add(label.id)}>
            {label.key !== undefined && <Kbd keys={label.key.toUpperCase()} />}
            <LabelSwatch look={label} /> {label.name}
          </button>
        ))}
      </div>
      <div className={styles.actions}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </ModeBox>
  )
}
