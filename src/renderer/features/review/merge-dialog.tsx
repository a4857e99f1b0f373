import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { nameOfLabel, nameOfRelation } from '../../../core/codebook/lookup.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { outcomeAnnotation } from '../../../core/review/choose.ts'
import type { Planned } from '../../../core/review/rules.ts'
import { useSession } from '../../session/context.tsx'
import { applyBulk, planBulk, type BulkKind } from '../../session/review-bulk.ts'
import { atHand, peopleOf } from '../../session/review-items.ts'
import { reviewContext } from '../../session/review-perform.ts'
import { reviewOf } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './merge-dialog.module.css'

/** What a rule, or one annotator's set, would decide: chosen, looked at, then done as one. */
export function MergeDialog({ same, onClose }: { readonly same: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  useStore(reviewOf(session), (state) => state.article)
  const [chosen, setChosen] = useState(same ? 'same' : 'rule exact')
  const hand = atHand(session)
  if (!hand) return null
  const people = peopleOf(hand.article)
  const kinds = new Map<string, BulkKind>([
    ...(same ? [['same', { how: 'same_words' }] as const] : []),
    ...(['exact', 'overlap', ...(people.length > 2 ? (['majority'] as const) : [])] as const).map((rule) => [`rule ${rule}`, { how: 'rule', rule }] as const),
    ...people.map(({ key }) => [`from ${key}`, { how: 'everything_from', annotator: key, others: 'leave' }] as const),
    ...people.map(({ key }) => [`only ${key}`, { how: 'everything_from', annotator: key, others: 'nothing' }] as const),
  ])
  const textOf = (value: string, kind: BulkKind) => {
    if (kind.how === 'same_words') return { value, text: t('review.merge.same') }
    if (kind.how === 'rule') return { value, text: t(`review.merge.${kind.rule}`), detail: t(`review.merge.${kind.rule}.detail`) }
    const name = people.find(({ key }) => key === kind.annotator)?.name ?? kind.annotator
    return { value, text: t(kind.others === 'leave' ? 'review.merge.from' : 'review.merge.only', { name }) }
  }
  const options = [...kinds].map(([value, kind]) => textOf(value, kind)).filter(({ value }) => !same || value === 'same')
  const kind = kinds.get(chosen)
  const planned = kind ? planBulk(hand, kind) : []
  return (
    <Dialog
      title={t(same ? 'review.merge.same.title' : 'review.merge.title')}
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
        {!same && <Choices label={t('review.merge.how')} value={chosen} options={options} onChange={setChosen} />}
        <section className={styles.preview} aria-label={t('review.merge.preview')}>
          <h3>{t('review.merge.count', { count: planned.length })}</h3>
          {planned.length === 0 ? <p>{t('review.merge.none')}</p> : <Preview planned={planned} codebook={hand.codebook} />}
        </section>
      </div>
    </Dialog>
  )
}

const MOST = 200

function Preview({ planned, codebook }: { readonly planned: readonly Planned[]; readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const session = useSession()
  const context = reviewContext(session)
  return (
    // It scrolls, and holds nothing to stop at.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul tabIndex={0} aria-label={t('review.merge.preview')}>
      {planned.slice(0, MOST).map((plan) => {
        if (plan.choice.kind === 'nothing' || plan.choice.kind === 'later') {
          const [first] = plan.item.members
          return (
            <li key={plan.key}>
              <span>{t('review.outcome.nothing')}</span>
              <bdi>{first && 'fragments' in first.record ? quoteOf(first.record) : ''}</bdi>
            </li>
          )
        }
        if (plan.kind === 'relation') return <li key={plan.key}>{nameOfRelation(codebook, plan.item.members[0]?.record.type ?? '')}</li>
        const made = context && outcomeAnnotation(context, plan.item.members, plan.choice)
        return (
          <li key={plan.key}>
            <span>{made?.ok ? nameOfLabel(codebook, made.value.label) : ''}</span>
            <bdi>{made?.ok ? quoteOf(made.value) : ''}</bdi>
          </li>
        )
      })}
      {planned.length > MOST && <li>{t('review.merge.more', { count: planned.length - MOST })}</li>}
    </ul>
  )
}
