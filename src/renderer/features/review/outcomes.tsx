import { Check, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { labelById, nameOfLabel, nameOfRelation } from '../../../core/codebook/lookup.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { Outcome } from '../../../core/model/review.ts'
import type { HeldDecision, ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { formatDay } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { decideHere } from '../../session/review-perform.ts'
import { takeBack } from '../../session/review-bulk.ts'
import { endsIn } from '../../session/review-link-words.ts'
import { Button } from '../../ui/button.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './decision-panel.module.css'

interface Props {
  readonly item: ReviewItem
  readonly codebook: Codebook
  readonly article: ReviewedArticle
}

/** What was decided on it, by whom, why; and why a decision no longer fits. */
export function Outcomes({ item, codebook, article }: Props) {
  const { t } = useTranslation()
  const me = article.reviews[0]?.reviewer.key
  if (item.held.length === 0) return null
  return (
    <ul className={styles.outcomes}>
      {item.held.map((held) => (
        <li key={held.decision.id}>
          <One held={held} codebook={codebook} article={article} />
          {item.status === 'conflict' && held.reviewer.key !== me && <AdoptButton outcome={held.decision.outcome} name={held.reviewer.name} />}
        </li>
      ))}
      {item.status === 'conflict' && <li className={styles.warn}>{t('review.conflict')}</li>}
    </ul>
  )
}

function One({ held, codebook, article }: { readonly held: HeldDecision; readonly codebook: Codebook; readonly article: ReviewedArticle }) {
  const { t } = useTranslation()
  const session = useSession()
  const { reviewer, decision, stale } = held
  const { outcome, reason, bulk } = decision
  const name = (key: string) => article.sets.find(({ set }) => set.annotator.key === key)?.set.annotator.name ?? key
  const isOwn = reviewer.key === article.reviews[0]?.reviewer.key
  return (
    <>
      <p className={styles.decided}>
        <Check size={13} aria-hidden /> {t('review.decidedBy', { name: reviewer.name, day: formatDay(decision.modified) })}
        {'origin' in outcome && ` · ${t(`review.origin.${outcome.origin}`)}`}
      </p>
      <OutcomeWords outcome={outcome} codebook={codebook} endOf={endsIn(article)} />
      {reason && (
        <p className={styles.reason}>
          {t(`review.reason.${reason.code}`)}
          {reason.text !== undefined && <bdi>: {reason.text}</bdi>}
        </p>
      )}
      {bulk && (
        <p className={styles.byRule}>
          {t(`review.bulk.how.${bulk.how}`, { rule: bulk.rule ? t(`review.merge.${bulk.rule}`) : '', name: bulk.annotator === undefined ? '' : name(bulk.annotator) })}{' '}
          {isOwn && (
            <Button look="quiet" onClick={() => takeBack(session, bulk.id)}>
              {t(bulk.how === 'same_words' ? 'review.bulk.takeBack.here' : 'review.bulk.takeBack')}
            </Button>
          )}
        </p>
      )}
      {stale.length > 0 && (
        <ul className={styles.stale}>
          {stale.map(({ why, annotator, id }) => (
            <li key={`${why} ${annotator} ${id}`}>
              <RefreshCw size={12} aria-hidden /> {t(`review.stale.${why}`, { name: name(annotator) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function OutcomeWords({ outcome, codebook, endOf }: { readonly outcome: Outcome; readonly codebook: Codebook; readonly endOf?: (id: string) => string | null }) {
  const { t } = useTranslation()
  if (outcome.kind === 'nothing' || outcome.kind === 'later') return <p className={styles.quote}>{t(`review.outcome.${outcome.kind}`)}</p>
  if (outcome.kind === 'relation') {
    const { from, to, type: id } = outcome.relation
    const [start, end] = [endOf?.(from.annotation), endOf?.(to.annotation)]
    const type = nameOfRelation(codebook, id)
    return <p className={styles.quote} dir="auto">{start === undefined ? type : t('review.relation', { from: start ?? t('review.elsewhere'), type, to: end ?? t('review.elsewhere') })}</p>
  }
  const { annotation } = outcome
  return (
    <p className={styles.quote} dir="auto">
      <span className={styles.label}>
        <LabelSwatch look={labelById(codebook, annotation.label)} />
        {nameOfLabel(codebook, annotation.label)}
      </span>{' '}
      {quoteOf(annotation)}
    </p>
  )
}

/** Ends a conflict by deciding as the other reviewer did. */
function AdoptButton({ outcome, name }: { readonly outcome: Outcome; readonly name: string }) {
  const { t } = useTranslation()
  const session = useSession()
  if (outcome.kind !== 'annotation' && outcome.kind !== 'nothing') return null
  const adopt = () => {
    if (outcome.kind === 'nothing') return decideHere(session, { kind: 'nothing' })
    const { label, fragments, attributes, note } = outcome.annotation
    decideHere(session, { kind: 'edit', label, ranges: fragments, attributes, note })
  }
  return <Button onClick={adopt}>{t('review.adopt', { name })}</Button>
}
