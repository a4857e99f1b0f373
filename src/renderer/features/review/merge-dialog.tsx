import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../session/context.tsx'
import { applyBulk, planBulk, type BulkKind } from '../../session/review-bulk.ts'
import { atHand, peopleOf } from '../../session/review-items.ts'
import { reviewContext } from '../../session/review-perform.ts'
import { reviewOf } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './merge-dialog.module.css'
import { PlannedList } from './planned-list.tsx'

/** What a rule, or one annotator's set, would decide: chosen, looked at, then done as one. */
export function MergeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  useStore(reviewOf(session), (state) => state.article)
  const [chosen, setChosen] = useState('rule exact')
  const hand = atHand(session)
  if (!hand) return null
  const people = peopleOf(hand.article)
  const kinds = new Map<string, BulkKind>([
    ...(['exact', 'overlap', ...(people.length > 2 ? (['majority'] as const) : [])] as const).map((rule) => [`rule ${rule}`, { how: 'rule', rule }] as const),
    ...people.map(({ key }) => [`from ${key}`, { how: 'everything_from', annotator: key, others: 'leave' }] as const),
    ...people.map(({ key }) => [`only ${key}`, { how: 'everything_from', annotator: key, others: 'nothing' }] as const),
  ])
  const textOf = (value: string, kind: BulkKind) => {
    if (kind.how === 'rule') return { value, text: t(`review.merge.${kind.rule}`), detail: t(`review.merge.${kind.rule}.detail`) }
    const name = people.find(({ key }) => key === kind.annotator)?.name ?? kind.annotator
    return { value, text: t(kind.others === 'leave' ? 'review.merge.from' : 'review.merge.only', { name }) }
  }
  const options = [...kinds].map(([value, kind]) => textOf(value, kind))
  const kind = kinds.get(chosen)
  const planned = kind ? planBulk(hand, kind) : []
  return (
    <Dialog
      title={t('review.merge.title')}
      description={t('review.merge.detail')}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={planned.length === 0}
            onClick={() => {
              if (kind && applyBulk(session, kind)) onClose()
            }}
          >
            {t('review.merge.go', { count: planned.length })}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <Choices label={t('review.merge.how')} value={chosen} options={options} onChange={setChosen} />
        <section className={styles.preview} aria-label={t('review.merge.preview')}>
          <h3>{t('review.merge.count', { count: planned.length })}</h3>
          {planned.length === 0 ? <p>{t('review.merge.none')}</p> : <PlannedList planned={planned} context={reviewContext(session)} />}
        </section>
      </div>
    </Dialog>
  )
}
