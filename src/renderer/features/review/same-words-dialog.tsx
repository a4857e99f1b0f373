import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../core/result.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { applyAlike, contextOf, findAlike, type Alike } from '../../session/review-alike.ts'
import { atHand } from '../../session/review-items.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './merge-dialog.module.css'
import { PlannedList } from './planned-list.tsx'

/** The same words with the same question, here and in other articles: looked at first, decided as one, taken back by one undo. */
export function SameWordsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const rows = useSessionState((state) => state.rows)
  const [found, setFound] = useState<Result<Alike> | null>(null)
  useEffect(() => {
    let here = true
    void findAlike(session).then((answer) => {
      if (here) setFound(answer)
    })
    return () => {
      here = false
    }
  }, [session])
  const hand = atHand(session)
  if (!hand) return null
  const alike = found?.ok ? found.value : null
  const count = alike?.places.reduce((sum, { planned }) => sum + planned.length, 0) ?? 0
  return (
    <Dialog
      title={t('review.same.title')}
      description={t('review.same.detail')}
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={count === 0}
            onClick={() => {
              if (alike && applyAlike(session, alike) !== null) onClose()
            }}
          >
            {t('review.merge.go', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.places} aria-busy={found === null}>
        <output>
          {found === null ? t('review.same.looking') : found.ok ? count === 0 ? t('review.same.none') : t('review.same.count', { decisions: t('review.merge.count', { count }), count: found.value.places.length }) : `${found.error.message} ${found.error.remedy}`}
        </output>
        {alike?.places.map(({ article, planned }) => (
          <section key={article.id} className={styles.preview} aria-label={rows.get(article.id)?.title ?? ''}>
            <h3 dir="auto">{article.id === hand.article.id ? t('review.same.here') : (rows.get(article.id)?.title ?? '')}</h3>
            <PlannedList planned={planned} context={contextOf(session, article, hand.codebook)} />
          </section>
        ))}
        {alike && alike.more > 0 && <p>{t('review.same.more', { count: alike.more })}</p>}
        {alike && alike.hidden > 0 && <p className={styles.quiet}>{t('review.same.hidden', { count: alike.hidden })}</p>}
      </div>
    </Dialog>
  )
}
