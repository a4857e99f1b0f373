import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { memo, useMemo, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { columnTexts, type ColumnFilter } from '../../../core/grid/arrange.ts'
import type { CellState } from '../../../core/grid/cell.ts'
import { ARTICLE, LABEL, QUOTE, type GridColumn } from '../../../core/grid/columns.ts'
import { useSession } from '../../session/context.tsx'
import { askForGrid, gridOf } from '../../session/grid.ts'
import { classes } from '../../ui/classes.ts'
import { Menu, MenuItem, MenuRadios, MenuSeparator } from '../../ui/menu.tsx'
import styles from './grid-table.module.css'
import { NARROWEST, type PlacedColumn } from './layout.ts'
import { useColumnName, type GridData } from './use-grid-data.ts'

const STATES: readonly CellState[] = ['missing', 'default', 'not_stated', 'not_applicable', 'empty']
const MOST_VALUES = 20
const COLUMNHEADER = { role: 'columnheader' } as const

/** A column's name; a press sorts by it, its menu sorts, filters and hides, its edge makes it wider. */
export const ColumnHead = memo(function ColumnHead({ data, placed, index }: { readonly data: GridData; readonly placed: PlacedColumn; readonly index: number }) {
  const store = gridOf(useSession())
  const order = useStore(store, (state) => (state.order?.column === placed.column.id ? state.order : null))
  const { column, width, offset, fixed } = placed
  const name = useColumnName()(column)

  function sort(): void {
    store.setState({ order: order === null ? { column: column.id, descending: false } : order.descending ? null : { ...order, descending: true } })
  }

  return (
    <div
      {...COLUMNHEADER}
      className={classes(styles.cell, styles.head)}
      style={{ width, ...(fixed ? { insetInlineStart: offset } : {}) }}
      aria-colindex={index + 1}
      aria-sort={order === null ? 'none' : order.descending ? 'descending' : 'ascending'}
      data-fixed={fixed || undefined}
      title={column.attribute && column.attribute.help !== '' ? `${name}: ${column.attribute.help}` : name}
    >
      <button type="button" tabIndex={-1} className={styles.sort} onClick={sort}>
        <span className={styles.words} dir="auto">
          {name}
        </span>
        {order !== null && (order.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
      </button>
      <ColumnMenu data={data} column={column} name={name} />
      <WidthHandle column={column} width={width} />
    </div>
  )
})

function ColumnMenu({ data, column, name }: { readonly data: GridData; readonly column: GridColumn; readonly name: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const store = gridOf(session)
  const open = useStore(store, (state) => state.menu === column.id)
  const filtered = useStore(store, (state) => state.filter.columns[column.id] !== undefined)
  return (
    <Menu
      open={open}
      onOpenChange={(next) => store.setState({ menu: next ? column.id : null })}
      onClosed={() => askForGrid(session, 'focus')}
      trigger={
        <button type="button" tabIndex={-1} className={styles.menu} data-on={filtered || undefined} aria-label={t('grid.column.menu', { name })}>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      {open && <MenuItems data={data} column={column} />}
    </Menu>
  )
}

function MenuItems({ data, column }: { readonly data: GridData; readonly column: GridColumn }) {
  const { t } = useTranslation()
  const store = gridOf(useSession())
  const { filter, order } = useStore(store)
  const { attribute } = column
  const current = filter.columns[column.id]
  const texts = useMemo(() => (column === QUOTE ? [] : columnTexts(data.all, column, data.cell, MOST_VALUES)), [data, column])

  function show(next: ColumnFilter | null): void {
    const { [column.id]: _, ...rest } = filter.columns
    store.setState({ filter: { ...filter, columns: next ? { ...rest, [column.id]: next } : rest } })
  }

  const states = attribute ? STATES : column === LABEL || column === ARTICLE || column === QUOTE ? [] : (['empty'] as const)
  const options: { readonly value: string; readonly text: string }[] = [
    { value: 'all', text: t('grid.show.all') },
    ...states.map((state) => ({ value: `state ${state}`, text: t(`grid.state.${state}`) })),
    ...texts.map(({ text, count }) => ({ value: `value ${text}`, text: `${text} (${count})` })),
  ]
  const value = current === undefined ? 'all' : current.kind === 'state' ? `state ${current.state}` : `value ${current.text}`
  return (
    <>
      <MenuItem text={t('grid.sort.ascending')} onSelect={() => store.setState({ order: { column: column.id, descending: false } })} />
      <MenuItem text={t('grid.sort.descending')} onSelect={() => store.setState({ order: { column: column.id, descending: true } })} />
      <MenuItem text={t('grid.sort.none')} disabled={order === null} onSelect={() => store.setState({ order: null })} />
      <MenuSeparator />
      <MenuRadios
        title={t('grid.show')}
        value={value}
        options={options}
        onChange={(chosen) => {
          const state = STATES.find((each) => chosen === `state ${each}`)
          if (chosen === 'all') show(null)
          else show(state ? { kind: 'state', state } : { kind: 'value', text: chosen.slice('value '.length) })
        }}
      />
      {attribute && <MenuSeparator />}
      {attribute && <MenuItem text={t('grid.column.hide')} onSelect={() => store.setState(({ chosen }) => ({ chosen: { ...chosen, [attribute.id]: false } }))} />}
    </>
  )
}

/** Only for the hand: what does not fit is shown whole in the inspector and by editing the cell. */
function WidthHandle({ column, width }: { readonly column: GridColumn; readonly width: number }) {
  const store = gridOf(useSession())

  function onPointerDown(event: PointerEvent<HTMLSpanElement>): void {
    const handle = event.currentTarget
    const sign = getComputedStyle(handle).direction === 'rtl' ? -1 : 1
    const from = event.clientX
    const move = (moved: globalThis.PointerEvent) =>
      store.setState(({ widths }) => ({ widths: { ...widths, [column.id]: Math.max(NARROWEST, Math.round(width + (moved.clientX - from) * sign)) } }))
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true })
    event.preventDefault()
  }

  return <span className={styles.handle} aria-hidden onPointerDown={onPointerDown} />
}
