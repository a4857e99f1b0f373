import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { readArticle } from '../../session/articles.ts'
import { useLateSessionState, useSession, useSessionState, useView } from '../../session/context.tsx'
import { shownRows } from '../../session/derived.ts'
import { scrollToRow, useRowsInView } from '../../ui/use-rows-in-view.ts'
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
  const scroller = useRef<HTMLDivElement>(null)
  /** Index of the row that the arrows have reached, to be focused once it exists. */
  const [goal, setGoal] = useState<number | null>(null)
  const openIndex = shown.findIndex(({ id }) => id === openId)

  const { from, to } = useRowsInView(scroller, shown.length, ROW_HEIGHT)

  // Only when another article is opened: scrolling the list by hand must not be undone.
  const shownOpen = useRef<string | null>(null)
  useEffect(() => {
    if (shownOpen.current === openId || openIndex < 0 || !scroller.current) return
    shownOpen.current = openId
    scrollToRow(scroller.current, openIndex, ROW_HEIGHT)
  }, [openId, openIndex])

  useEffect(() => {
    if (goal === null || !scroller.current) return
    scrollToRow(scroller.current, goal, ROW_HEIGHT)
    const row = scroller.current.querySelector<HTMLElement>(`[data-index="${goal}"]`)
    // Far away it exists only once the scrolling was seen: this runs again with the rows that are in view then.
    if (!row) return
    row.focus({ preventScroll: true })
    setGoal(null)
  }, [goal, from, to])

  // Both stay the same, so that a gesture draws the row that it changes and no other.
  const last = shown.length - 1
  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last, PageDown: index + 12, PageUp: index - 12 }
      const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
      if (next === undefined) return
      event.preventDefault()
      setGoal(Math.min(last, Math.max(0, next)))
    },
    [last, setGoal],
  )
  const onOpen = useCallback((id: string) => void readArticle(session, id), [session])

  return (
    <section className={styles.list} aria-label={t('list.title')}>
      <ListHeader
        shown={shown.length}
        onDown={() => shown.length > 0 && setGoal(Math.max(0, openIndex))}
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
