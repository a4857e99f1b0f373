import { ArrowLeft, EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { run } from '../../actions/registry.ts'
import { readArticle } from '../../session/articles.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { openReview } from '../../session/review-open.ts'
import { Button } from '../../ui/button.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import styles from './blind.module.css'

/** Why colleagues' work on the article is not shown yet, and what shows it. */
export function Blind({ article }: { readonly article: ReviewedArticle }) {
  const { t } = useTranslation()
  const session = useSession()
  const title = useSessionState((state) => state.rows.get(article.id)?.title ?? '')
  const { visibility, hidden, id } = article
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.querySelector<HTMLElement>('button:last-of-type')?.focus(), [id])
  const names = t('review.blind.others', { count: hidden.length })
  if (visibility.visible) return null
  const code = () => {
    session.view.setState({ tab: 'annotate' })
    void readArticle(session, id)
  }
  return (
    <section ref={section} tabIndex={-1} className={styles.blind} aria-labelledby="review-blind">
      <EyeOff size={22} strokeWidth={1.5} aria-hidden className={styles.icon} />
      <p className={styles.article} dir="auto">
        {title}
      </p>
      <h1 id="review-blind" className={styles.title}>
        {t('review.blind.title')}
      </h1>
      <p>{t(`review.blind.${visibility.why}`, { names })}</p>
      <div className={styles.actions}>
        <Button onClick={() => run(session, 'review.overview')}>
          <ArrowLeft size={14} aria-hidden /> {t('review.back')} <ActionKbd action="review.overview" />
        </Button>
        <Button look={visibility.why === 'say_so' ? 'plain' : 'primary'} onClick={code}>
          {t('review.blind.annotate')}
        </Button>
        {visibility.why === 'say_so' && (
          <Button look="primary" onClick={() => void openReview(session, id, true)}>
            {t('review.blind.say')}
          </Button>
        )}
      </div>
      {visibility.why === 'say_so' && <p className={styles.recorded}>{t('review.blind.recorded')}</p>}
    </section>
  )
}
