import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { standingOf } from '../../../core/review/standing.ts'
import { whatBecameOf, type Fate } from '../../../core/review/what-became.ts'
import { formatDay } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { setStanding } from '../../session/review-comments.ts'
import { allItems, atHand } from '../../session/review-items.ts'
import { reviewOf } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../ui/field.tsx'
import styles from './merge-dialog.module.css'

/** A colleague's set goes back to them with a note, or is accepted as it is. */
export function SetsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  useStore(reviewOf(session), (state) => state.article)
  const hand = atHand(session)
  const others = hand?.article.sets.map(({ set }) => set).filter(({ annotator }) => annotator.key !== hand.own.reviewer.key) ?? []
  const [chosen, setChosen] = useState(hand?.only ?? others[0]?.annotator.key ?? '')
  const [note, setNote] = useState('')
  const set = others.find(({ annotator }) => annotator.key === chosen)
  if (!hand || !set) return null
  const standing = standingOf(set, hand.article.reviews)
  const fates = whatBecameOf(chosen, allItems(hand), hand.codebook)
  const many = (...kinds: Fate[]) => fates.filter(({ fate }) => kinds.includes(fate)).length
  const say = (status: 'returned' | 'accepted' | 'in_review') => {
    if (setStanding(session, chosen, status, note)) onClose()
  }
  return (
    <Dialog
      title={t('review.sets.title')}
      description={t('review.sets.detail')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => say('in_review')}>{t('review.sets.in_review')}</Button>
          <Button onClick={() => say('returned')}>{t('review.sets.returned')}</Button>
          <Button look="primary" onClick={() => say('accepted')}>
            {t('review.sets.accepted')}
          </Button>
        </>
      }
    >
      <div className={styles.preview}>
        <SelectField label={t('review.sets.whose')} value={chosen} options={others.map(({ annotator }) => ({ value: annotator.key, text: annotator.name }))} onChange={setChosen} />
        <p>
          {standing.by && standing.at ? t('review.status.who', { status: t(`review.status.${standing.status}`), name: standing.by.name, day: formatDay(standing.at) }) : t(`review.status.${standing.status}`)}
        </p>
        <p>{t('review.one.fates', { taken: many('taken'), changed: many('changed'), rejected: many('rejected'), added: many('added'), open: many('open', 'stale') })}</p>
        <TextArea label={t('review.sets.note')} value={note} rows={3} dir="auto" onChange={(event) => setNote(event.target.value)} />
      </div>
    </Dialog>
  )
}
