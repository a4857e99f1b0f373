import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import { threadOn } from '../../../core/review/threads.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { formatDay } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { threadsIn } from '../../session/review-items.ts'
import { commentHere } from '../../session/review-comments.ts'
import { reviewOf } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './decision-panel.module.css'

interface Props {
  readonly item: ReviewItem
  readonly article: ReviewedArticle
  /** Whether a comment is being written. */
  readonly open: boolean
  readonly onDone: () => void
}

const SEND = 'Mod+Enter'

/** What was said about it, everybody's words in order, and the field for one's own. */
export function Thread({ item, article, open, onDone }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const thread = threadOn(item, threadsIn(article.reviews))
  const [answering, setAnswering] = useState<string | null>(null)
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (open) field.current?.focus()
  }, [open, answering])
  if (thread.length === 0 && !open) return null

  function send(): void {
    if (text.trim() === '' || !commentHere(session, text.trim(), answering)) return
    setText('')
    setAnswering(null)
    onDone()
  }

  return (
    <section className={styles.thread} aria-label={t('review.thread')}>
      <ol>
        {thread.map(({ by, comment, depth }) => (
          <li key={comment.id} className={styles.comment} data-depth={Math.min(depth, 3)}>
            <p className={styles.by}>
              <bdi>{by.name}</bdi> · {formatDay(comment.created)}
            </p>
            <p className={styles.said} dir="auto">
              {comment.text}
            </p>
            <Button
              look="quiet"
              onClick={() => {
                setAnswering(comment.id)
                reviewOf(session).setState({ mode: 'comment' })
              }}
            >
              {t('review.answer')}
            </Button>
          </li>
        ))}
      </ol>
      {open && (
        <>
          <TextArea
            ref={field}
            label={t(answering === null ? 'review.comment' : 'review.answer')}
            value={text}
            rows={2}
            dir="auto"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
              else if (event.key === 'Escape') onDone()
              else return
              event.preventDefault()
            }}
          />
          <div className={styles.actions}>
            <Button onClick={onDone}>{t('common.cancel')}</Button>
            <Button look="primary" disabled={text.trim() === ''} onClick={send}>
              {t('review.send')} <Kbd keys={SEND} />
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
