import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { labelByKey } from '../../../core/codebook/lookup.ts'
import type { LineOrder } from '../../../core/search/lines.ts'
import type { FoundLine } from '../../../ipc/search-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { lineKey, openLine, searchOf } from '../../session/search.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './concordance.module.css'
import { focusLine, onFocusLine } from './focus-line.ts'
import { LineRow } from './line-row.tsx'
import { useAnnotate } from './use-annotate.ts'

const HEIGHT = 30

/** Its rows are gone through with the arrows, and chosen: more than a table is. */
const GRID = { role: 'grid' } as const

const COLUMNS: readonly { readonly name: 'before' | 'hit' | 'label' | 'article' | 'date'; readonly order: LineOrder }[] = [
  { name: 'before', order: 'left' },
  { name: 'hit', order: 'right' },
  { name: 'label', order: 'label' },
  { name: 'article', order: 'text' },
  { name: 'date', order: 'date' },
]

/** Every hit in its words, one under the other; only the rows in sight exist. */
export function Concordance({ lines }: { readonly lines: readonly FoundLine[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const store = searchOf(session)
  const { order, active, chosen } = useStore(store)
  const codebook = useSessionState((state) => state.project?.codebook)
  const rows = useSessionState((state) => state.rows)
  const annotate = useAnnotate(lines)
  const keys = useMemo(() => lines.map(lineKey), [lines])
  const at = useMemo(() => Math.max(0, active === null ? 0 : keys.indexOf(active)), [keys, active])
  /** Where choosing several began. */
  const anchor = useRef<number | null>(null)

  const arrived = useCallback((index: number) => store.setState({ active: keys[index] ?? null }), [store, keys])
  const { scroller, from, to, goTo, onKeyDown: onRowKey } = useRowKeys(lines.length, HEIGHT, arrived)

  useEffect(() => onFocusLine(session, (key) => goTo(Math.max(0, keys.indexOf(key)))), [session, keys, goTo])
  // Coming back from a text: the line that was left.
  const [left] = useState(active)
  useEffect(() => {
    if (left !== null) focusLine(session, left)
  }, [session, left])

  const choose = useCallback(
    (index: number, more: 'one' | 'range' | 'move') => {
      const next = new Set(more === 'one' || more === 'move' ? store.getState().chosen : [])
      const key = keys[index]
      if (key === undefined) return
      if (more === 'range') {
        anchor.current ??= keys.indexOf(store.getState().active ?? key)
        const [first, last] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
        for (const each of keys.slice(first, last + 1)) next.add(each)
      } else {
        anchor.current = index
        if (!next.delete(key)) next.add(key)
      }
      store.setState({ chosen: next })
    },
    [store, keys],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      const line = lines[index]
      if (!line) return
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }
      const step = steps[event.key]
      const label = plain && !event.shiftKey && event.key.length === 1 && codebook ? labelByKey(codebook, event.key) : undefined
      if (label) annotate(label.id)
      else if (plain && event.shiftKey && step !== undefined) {
        const next = Math.min(lines.length - 1, Math.max(0, index + step))
        choose(next, 'range')
        goTo(next)
      } else if (plain && (event.key === 'j' || event.key === 'k')) goTo(Math.min(lines.length - 1, Math.max(0, index + (step ?? 0))))
      else if (plain && event.key === 'Enter') void openLine(session, line)
      else if (plain && event.key === ' ') choose(index, event.shiftKey ? 'range' : 'one')
      else if (plain && event.key === '/') store.setState(({ wantsField }) => ({ wantsField: wantsField + 1 }))
      else if (plain && event.key === 'Escape') store.setState((state) => (state.chosen.size > 0 ? { chosen: new Set<string>() } : { wantsField: state.wantsField + 1 }))
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') store.setState({ chosen: new Set(keys) })
      else {
        if (plain && !event.shiftKey && event.key !== 'Shift') anchor.current = null
        return onRowKey(event, index)
      }
      event.preventDefault()
    },
    [lines, keys, codebook, annotate, choose, goTo, session, store, onRowKey],
  )

  return (
    <div className={styles.table}>
      <div className={styles.head}>
        <span className={styles.tick} />
        {COLUMNS.map(({ name, order: by }) => (
          <span key={name} className={styles[name]}>
            <button type="button" className={styles.sort} aria-label={t('search.sort', { what: t(`search.order.${by}`) })} aria-pressed={by === order} onClick={() => store.setState({ order: by })}>
              {t(`search.column.${name}`)}
            </button>
          </span>
        ))}
      </div>
      <div ref={scroller} className={styles.scroller}>
        <table className={styles.lines} {...GRID} aria-label={t('search.table')} aria-rowcount={lines.length} aria-multiselectable>
          <tbody className={styles.space} style={{ height: lines.length * HEIGHT }}>
          {lines.slice(from, to).map((line, offset) => {
            const index = from + offset
            const key = keys[index] ?? ''
            return (
              <LineRow
                key={key}
                line={line}
                index={index}
                top={index * HEIGHT}
                row={rows.get(line.article)}
                codebook={codebook}
                reachable={index === at}
                chosen={chosen.has(key)}
                onKeyDown={onKeyDown}
                onChoose={choose}
              />
            )
          })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
