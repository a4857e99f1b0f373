import { useTranslation } from 'react-i18next'
import type { CommandContext } from '../../../core/annotating/commands.ts'
import { nameOfLabel, nameOfRelation } from '../../../core/codebook/lookup.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import { outcomeAnnotation } from '../../../core/review/choose.ts'
import type { Planned } from '../../../core/review/rules.ts'

interface Props {
  readonly planned: readonly Planned[]
  readonly context: CommandContext | null
}

const MOST = 200

/** What would be decided, line by line: the label and the words of each outcome. */
export function PlannedList({ planned, context }: Props) {
  const { t } = useTranslation()
  return (
    // It scrolls, and holds nothing to stop at.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul tabIndex={0} aria-label={t('review.merge.preview')}>
      {planned.slice(0, MOST).map((plan) => <Line key={plan.key} plan={plan} context={context} />)}
      {planned.length > MOST && <li>{t('review.merge.more', { count: planned.length - MOST })}</li>}
    </ul>
  )
}

function Line({ plan, context }: { readonly plan: Planned; readonly context: CommandContext | null }) {
  const { t } = useTranslation()
  if (plan.choice.kind === 'nothing' || plan.choice.kind === 'later') {
    const [first] = plan.item.members
    return (
      <li>
        <span>{t(`review.outcome.${plan.choice.kind}`)}</span>
        <bdi>{first && 'fragments' in first.record ? quoteOf(first.record) : ''}</bdi>
      </li>
    )
  }
  if (plan.kind === 'relation') return <li>{context && nameOfRelation(context.codebook, plan.item.members[0]?.record.type ?? '')}</li>
  const made = context && outcomeAnnotation(context, plan.item.members, plan.choice)
  if (!context || !made?.ok) return <li />
  return (
    <li>
      <span>{nameOfLabel(context.codebook, made.value.label)}</span>
      <bdi title={`${made.value.prefix}${quoteOf(made.value)}${made.value.suffix}`}>{quoteOf(made.value)}</bdi>
    </li>
  )
}
