import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { labelById } from '../../../core/codebook/lookup.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { decisionsOn, earlierOn } from '../../../core/review/earlier.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { formatDay } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { articleAt } from '../../session/agreement-report.ts'
import { inspectorOf } from '../../session/inspector.ts'
import { openReview } from '../../session/review-open.ts'
import { reviewOf } from '../../session/review.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './decision-panel.module.css'
import { OutcomeWords } from './outcomes.tsx'

interface Props {
  readonly item: ReviewItem
  readonly items: readonly ReviewItem[]
  readonly codebook: Codebook
  readonly article: ReviewedArticle
}

const MOST = 5

/** What helps to decide: the codebook's definitions of the labels in play, and what was decided on the same words. */
export function Beside({ item: { item, held }, codebook, article }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const state = inspectorOf(session)
  const isOpen = useStore(state, ({ atHand }) => atHand)
  const elsewhere = useStore(reviewOf(session), (store) => store.earlier)
  const rows = useSessionState(({ rows: all }) => all)
  const path = rows.get(article.id)?.path ?? ''
  const made = held[0]?.decision.outcome
  const ids = item?.kind === 'annotation' ? item.members.map(({ record }) => record.label) : made?.kind === 'annotation' ? [made.annotation.label] : []
  const labels = [...new Set(ids)].flatMap((id) => labelById(codebook, id) ?? [])
  const earlier = item ? earlierOn(item, [...decisionsOn(path, article.sets, article.reviews, codebook), ...elsewhere], codebook, MOST) : []
  return (
    <section className={styles.beside}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => state.setState({ atHand: !isOpen })}>
        <ChevronRight size={14} aria-hidden /> {t('review.beside')}
      </button>
      {isOpen && (
        <>
          {labels.map((label) => (
            <div key={label.id} className={styles.definition}>
              <h3>
                <LabelSwatch look={label} /> {label.name}
              </h3>
              <p dir="auto">{label.definition}</p>
              {label.exclude.length > 0 && (
                <ul>
                  {label.exclude.map((each) => (
                    <li key={each} dir="auto">
                      {t('codebook.exclude')}: {each}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ))}
          <h3 className={styles.earlier}>{t('review.earlier')}</h3>
          {earlier.length === 0 && <p className={styles.absent}>{t('review.earlier.none')}</p>}
          <ul>
            {earlier.map(({ article: where, decision, reviewer }) => (
              <li key={decision.id}>
                <OutcomeWords outcome={decision.outcome} codebook={codebook} />
                <p className={styles.by}>{t('review.decidedBy', { name: reviewer.name, day: formatDay(decision.modified) })}</p>
                {decision.reason && <p className={styles.reason}>{t(`review.reason.${decision.reason.code}`)}{decision.reason.text !== undefined && <bdi>: {decision.reason.text}</bdi>}</p>}
                {where !== path && <Elsewhere id={articleAt(rows, where)} title={rows.get(articleAt(rows, where) ?? '')?.title ?? where} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The article that it was decided in, and the way there. */
function Elsewhere({ id, title }: { readonly id: string | undefined; readonly title: string }) {
  const session = useSession()
  return (
    <button type="button" className={styles.where} disabled={id === undefined} dir="auto" onClick={() => id !== undefined && void openReview(session, id)}>
      {title}
    </button>
  )
}
