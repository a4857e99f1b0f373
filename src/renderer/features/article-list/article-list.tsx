import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { readArticle } from '../../session/articles.ts'
import { useLateSessionState, useSession, useSessionState, useView } from '../../session/context.tsx'
import { shownRows } from '../../session/derived.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { scrollToRow } from '../../ui/use-rows-in-view.ts'
import { AddProgress } from '../add/add-progress.tsx'
import styles from './article-list.module.css'
import { ArticleRowButton, ROW_HEIGHT } from './article-row.tsx'
import { ListEmpty } from './list-empty.tsx'
import { ListHeader } from './list-header.tsx'

/** All articles, however many: only the rows in sight exist. Up and down move, Enter opens. */
export function ArticleList() {
  const { t } = useTranslation()
  const session = useSession()
  const rows = useLateSessionState((state) => state.rows)
  const openId = useSessionState((state) => state.opening ?? state.article?.id ?? null)
  const filter = useView((view) => view.filter)
  const order = useView((view) => view.order)
  const shown = shownRows(rows, { filter, order })
  const openIndex = shown.findIndex(({ id }) => id === openId)

  const { scroller, from, to, goTo, onKeyDown } = useRowKeys(shown.length, ROW_HEIGHT)

  // Only when another article is opened: scrolling the list by hand must not be undone.
  const shownOpen = useRef<string | null>(null)
  useEffect(() => {
    if (shownOpen.current === openId || openIndex < 0 || !scroller.current) return
    shownOpen.current = openId
    scrollToRow(scroller.current, openIndex, ROW_HEIGHT)
  }, [openId, openIndex, scroller])

  const onOpen = useCallback((id: string) => void readArticle(session, id), [session])

  return (
    <section className={styles.list} aria-label={t('list.title')}>
      <ListHeader
        shown={shown.length}
        onDown={() => shown.length > 0 && goTo(Math.max(0, openIndex))}
        onEnter={() => {
          const first = shown[0]
          if (first) void readArticle(session, first.id)
        }}
      />
      <AddProgress />
      <div ref={scroller} className={styles.scroller}>
        {shown.length === 0 ? (
          <ListEmpty />
        ) : (
          <ul className={styles.rows} style={{ height: shown.length * ROW_HEIGHT }}>
            {shown.slice(from, to).map((row, offset) => (
              <li key={row.id} className={styles.item} style={{ transform: `translateY(${(from + offset) * ROW_HEIGHT}px)` }} aria-setsize={shown.length} aria-posinset={from + offset + 1}>
                <ArticleRowButton
                  row={row}
                  index={from + offset}
                  open={row.id === openId}
                  tabbable={from + offset === (openIndex >= 0 ? openIndex : 0)}
                  onOpen={onOpen}
                  onKeyDown={onKeyDown}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
