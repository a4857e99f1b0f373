import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { inShort } from '../../../core/annotating/facts.ts'
import { useSession } from '../../session/context.tsx'
import { reviewOf } from '../../session/review.ts'

/** Says what was decided and how much is left, to those who do not see it. */
export function ReviewSaid() {
  const { t } = useTranslation()
  const told = useStore(reviewOf(useSession()), (state) => state.told)
  return (
    <div className="visually-hidden" aria-live="polite">
      {told && `${t(`review.said.${told.what}`, { quote: inShort(told.quote), count: told.count })} ${t('review.said.left', { count: told.open })}`}
    </div>
  )
}
