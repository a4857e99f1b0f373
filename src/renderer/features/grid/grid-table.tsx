import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { planCell, type CellContent, type GridRange } from '../../../core/grid/plan.ts'
import { openArticle } from '../../session/articles.ts'
import { useSession, useView } from '../../session/context.tsx'
import { chosenInText, gridOf, isInGrid, joinGrid, takeFocusWish } from '../../session/grid.ts'
import { performPlan } from '../../session/grid-perform.ts'
import { useMedia } from '../../ui/use-media.ts'
import { useRowsInView } from '../../ui/use-rows-in-view.ts'
import { anchorName } from '../inspector/controls/floating.tsx'
import { CellEditor, type Leave } from './cell-editor.tsx'
import { ColumnHead } from './column-head.tsx'
import { GridRow } from './grid-row.tsx'
import styles from './grid-table.module.css'
import { placeColumns, ROW, scrollToCell } from './layout.ts'
import { useFollow } from './use-follow.ts'
import { useGridGestures } from './use-grid-gestures.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useColumnName, type GridData } from './use-grid-data.ts'

const GRID = { role: 'grid' } as const
const ROLE_ROW = { role: 'row' } as const
/** Narrower than this there is no room for columns that stay. */
const ROOMY = '(width >= 900px)'

export interface Spot {
  readonly row: number
  readonly column: number
}

export interface Editing {
  readonly key: string
  readonly column: string
  readonly fresh: boolean
}

export function GridTable({ data, say }: { readonly data: GridData; readonly say: (text: string) => void }) {
  const { t } = useTranslation()
  const { codebook, rows, columns, cell } = data
  const session = useSession()
  const store = gridOf(session)
  const { active, anchor, widths, wants } = useStore(store)
  const name = useColumnName()
  const anchorId = anchorName(useId())
  const scroller = useRef<HTMLDivElement>(null)
  const roomy = useMedia(ROOMY)
  const placed = useMemo(() => placeColumns(columns, widths, roomy), [columns, widths, roomy])
  const width = placed.reduce((sum, { width: own }) => sum + own, 0)
  const indexOf = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows])
  const [editing, setEditing] = useState<Editing | null>(null)

  // A row that is gone leaves the keys where it was.
  const spotOf = (place: typeof active): Spot => ({
    row: (place && indexOf.get(place.row)) ?? Math.min(place?.index ?? 0, rows.length - 1),
    column: Math.max(0, place ? columns.findIndex(({ id }) => id === place.column) : 0),
  })
  const at = spotOf(active)
  const other = anchor && indexOf.has(anchor.row) ? spotOf(anchor) : at
  const range: GridRange = {
    top: Math.min(at.row, other.row),
    bottom: Math.max(at.row, other.row),
    left: Math.min(at.column, other.column),
    right: Math.max(at.column, other.column),
  }

  /** Puts the focus on the active cell once it is drawn. */
  const focusNext = useRef(false)
  const scrollNext = useRef(false)
  function go(to: Spot, extend = false): void {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to.row))]
    const column = columns[Math.min(columns.length - 1, Math.max(0, to.column))]
    if (!row || !column) return
    const place = { row: row.key, column: column.id, index: indexOf.get(row.key) ?? 0 }
    focusNext.current = true
    scrollNext.current = true
    store.setState(extend ? { active: place, anchor: anchor ?? active ?? place } : { active: place, anchor: place })
  }
  function select(next: GridRange): void {
    const [from, to] = [rows[next.top], rows[next.bottom]]
    const [left, right] = [columns[next.left], columns[next.right]]
    if (from && to && left && right) store.setState({ active: { row: from.key, column: left.id }, anchor: { row: to.key, column: right.id } })
  }

  const { from, to } = useRowsInView(scroller, rows.length, ROW)
  useLayoutEffect(() => {
    if (!scroller.current) return
    const wished = takeFocusWish(session)
    const chosen = wished ? chosenInText(session) : undefined
    const index = chosen === undefined ? undefined : indexOf.get(chosen)
    if (chosen !== undefined && index !== undefined && index !== at.row) {
      // The keys come from the text: to the annotation that is selected there, before they are in the table and the text follows them.
      focusNext.current = true
      scrollNext.current = true
      const place = { row: chosen, column: store.getState().active?.column ?? 'label', index }
      store.setState({ active: place, anchor: place })
      return
    }
    if (scrollNext.current || wished) scrollToCell(scroller.current, at.row, placed, at.column)
    if ((focusNext.current || wished) && editing === null) scroller.current.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true })
    focusNext.current = false
    scrollNext.current = false
  }, [session, store, indexOf, active, wants.focus, editing, at.row, at.column, placed])

  const gestures = useGridGestures({ data, range, at, say, select })
  useEffect(() => joinGrid(session, { fillDown: gestures.fillDown }), [session, gestures.fillDown])

  /** The article of the row is opened first: what the fields offer is of the open one. */
  function edit(fresh: boolean): void {
    const row = rows[at.row]
    const column = columns[at.column]
    if (!row || !column) return
    if (!gestures.isEditable(row, column)) return say(t(column.attribute ? 'grid.state.unavailable' : 'grid.problem.fixed'))
    const begin = () => setEditing({ key: row.key, column: column.id, fresh })
    if (row.article === session.store.getState().article?.id || !['date', 'link'].includes(column.attribute?.type ?? '')) flushSync(begin)
    else void openArticle(session, row.article).then((opened) => opened && begin())
  }
  function leave(where: Leave): void {
    setEditing(null)
    const steps: Record<Leave, Spot> = {
      stay: at,
      down: { ...at, row: at.row + 1 },
      up: { ...at, row: at.row - 1 },
      next: { ...at, column: at.column + 1 },
      previous: { ...at, column: at.column - 1 },
    }
    // The pointer may have gone elsewhere already.
    if (where !== 'stay' || isInGrid(document.activeElement) || document.activeElement === document.body) go(steps[where])
  }
  function keep(content: CellContent): void {
    const row = rows[at.row]
    const column = columns[at.column]
    if (row && column) void performPlan(session, planCell(data, row, column, content))
  }

  const onKeyDown = useGridKeys({ data, at, range, go, select, edit, gestures, scroller })
  useFollow(rows[at.row], (place) => {
    scrollNext.current = true
    store.setState({ active: place, anchor: place })
  })
  const drag = useDrag(go)
  const selected = useView((view) => view.selected)

  const editor = (row: number) => {
    const shown = rows[row]
    const column = columns[at.column]
    if (!editing || !shown || !column || row !== at.row || editing.key !== shown.key || editing.column !== column.id) return null
    return <CellEditor codebook={codebook} row={shown} column={column} name={name(column)} anchor={anchorId} fresh={editing.fresh} onContent={keep} onLeave={leave} />
  }
  const visible = rows.slice(from, to).map((row, offset) => ({ row, index: from + offset }))
  const activeRow = rows[at.row]
  // The keys never lose the cell that they are in by scrolling it away.
  if (activeRow && (at.row < from || at.row >= to)) visible.push({ row: activeRow, index: at.row })

  const grid = {
    ...GRID,
    ...drag,
    onKeyDown: (event: KeyboardEvent) => editing === null && onKeyDown(event),
    onCopy: (event: ClipboardEvent) => editing === null && gestures.copy(event),
    onCut: (event: ClipboardEvent) => editing === null && gestures.cut(event),
    onPaste: (event: ClipboardEvent) => editing === null && gestures.paste(event),
    onDoubleClick: (event: MouseEvent) => spotAt(event.target) && edit(false),
  }
  return (
    <div ref={scroller} className={styles.scroller} aria-label={t('grid.table')} aria-rowcount={rows.length + 1} aria-colcount={columns.length} aria-multiselectable {...grid}>
      <div className={styles.content} style={{ height: (rows.length + 1) * ROW, width }}>
        <div {...ROLE_ROW} className={styles.heads} style={{ width }} aria-rowindex={1}>
          {placed.map((each, index) => (
            <ColumnHead key={each.column.id} data={data} placed={each} index={index} />
          ))}
        </div>
        {visible.map(({ row, index }) => {
          const within = index >= range.top && index <= range.bottom
          return (
            <GridRow
              key={row.key}
              codebook={codebook}
              row={row}
              index={index}
              placed={placed}
              width={width}
              cell={cell}
              active={index === at.row ? at.column : -1}
              from={within ? range.left : -1}
              to={within ? range.right : -1}
              current={selected.length === 1 && selected[0] === row.annotation.id}
              editor={editor(index)}
              anchor={anchorId}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The cell that an element is in. */
function spotAt(target: EventTarget | null): Spot | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  if (!element || (target instanceof Element && target.closest('[popover]'))) return null
  return { row: Number(element.dataset['row']), column: Number(element.dataset['column']) }
}

/** A press goes to a cell, with Shift as far as there; dragging selects a range. */
function useDrag(go: (to: Spot, extend?: boolean) => void) {
  const dragging = useRef(false)
  return {
    onPointerDown: (event: PointerEvent) => {
      const spot = event.button === 0 ? spotAt(event.target) : null
      if (!spot) return
      // Else the press would select text, and put the focus where it is itself. What is being typed is kept, as by leaving it.
      event.preventDefault()
      if (document.activeElement instanceof HTMLElement && document.activeElement.closest('[popover]')) document.activeElement.blur()
      dragging.current = true
      go(spot, event.shiftKey)
    },
    onPointerMove: (event: PointerEvent) => {
      if (event.buttons !== 1) dragging.current = false
      if (!dragging.current) return
      const spot = spotAt(document.elementFromPoint(event.clientX, event.clientY))
      if (spot) go(spot, true)
    },
    onPointerUp: () => {
      dragging.current = false
    },
  }
}
