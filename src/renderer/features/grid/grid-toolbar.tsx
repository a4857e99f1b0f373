import { Columns3, Maximize2, Minimize2, RotateCcw, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isNoFilter, type ColumnFilter } from '../../../core/grid/arrange.ts'
import { run } from '../../actions/registry.ts'
import { useSession, useView } from '../../session/context.tsx'
import { askForGrid, gridOf, setScope, showGrid } from '../../session/grid.ts'
import { useKeys } from '../../session/use-keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { Menu, MenuCheck, MenuLabel } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './grid-toolbar.module.css'
import { useColumnName, type GridData } from './use-grid-data.ts'

export function GridToolbar({ data }: { readonly data: GridData }) {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const scope = useStore(gridOf(session), (state) => state.scope)
  const maximised = useView((view) => view.grid.maximised)
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('grid.title')}>
      <fieldset className={styles.scopes} aria-label={t('grid.scope')}>
        {(['article', 'project'] as const).map((each) => (
          <Tooltip key={each} text={t('action.grid.scope')} keys={keysFor('grid.scope')}>
            <button type="button" className={styles.scope} aria-pressed={scope === each} onClick={() => setScope(session, each)}>
              {t(`grid.scope.${each}`)}
            </button>
          </Tooltip>
        ))}
      </fieldset>
      <FilterField />
      <Chips data={data} />
      <Counts data={data} />
      <span className={styles.end}>
        {data.displaced > 0 && (
          <Tooltip text={t('action.grid.again')} keys={keysFor('grid.again')}>
            <button type="button" className={styles.again} onClick={() => askForGrid(session, 'again')}>
              <RotateCcw size={13} aria-hidden />
              {t('grid.again.text', { count: data.displaced })}
              <span className="visually-hidden">{t('action.grid.again')}</span>
            </button>
          </Tooltip>
        )}
        <ColumnsMenu data={data} />
        <IconButton
          icon={maximised ? Minimize2 : Maximize2}
          title={maximised ? t('grid.restore') : t('grid.maximise')}
          keys={keysFor('grid.maximise')}
          onClick={() => run(session, 'grid.maximise')}
        />
        <IconButton icon={X} title={t('grid.close')} keys={keysFor('view.grid')} onClick={() => showGrid(session, false)} />
      </span>
    </div>
  )
}

function FilterField() {
  const { t } = useTranslation()
  const session = useSession()
  const store = gridOf(session)
  const text = useStore(store, (state) => state.filter.text)
  const wanted = useStore(store, (state) => state.wants.filter)
  const input = useRef<HTMLInputElement>(null)
  const first = useRef(wanted)
  useEffect(() => {
    if (wanted === first.current) return
    input.current?.focus()
    input.current?.select()
  }, [wanted])
  const set = (next: string) => store.setState(({ filter }) => ({ filter: { ...filter, text: next } }))
  return (
    <div className={styles.filter}>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label={t('grid.filter')}
        placeholder={t('grid.filter')}
        value={text}
        spellCheck={false}
        dir="auto"
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && text !== '') set('')
          else if (['ArrowDown', 'Enter', 'Escape'].includes(event.key)) askForGrid(session, 'focus')
          else return
          event.preventDefault()
        }}
      />
      <span className={styles.inside}>{text === '' ? <ActionKbd action="find.open" /> : <IconButton icon={X} title={t('grid.filter.clear')} className={styles.clear} onClick={() => set('')} />}</span>
    </div>
  )
}

/** What the columns are filtered by, each to be taken off. */
function Chips({ data }: { readonly data: GridData }) {
  const { t } = useTranslation()
  const store = gridOf(useSession())
  const filter = useStore(store, (state) => state.filter)
  const name = useColumnName()
  const wordsOf = (wanted: ColumnFilter) => (wanted.kind === 'state' ? t(`grid.state.${wanted.state}`) : wanted.text)
  return Object.entries(filter.columns).map(([id, wanted]) => {
    const column = data.columns.find((each) => each.id === id)
    if (!column) return null
    const text = t('grid.filter.on', { column: name(column), what: wordsOf(wanted) })
    const { [id]: _, ...columns } = filter.columns
    return (
      <button key={id} type="button" className={styles.chip} title={text} onClick={() => store.setState({ filter: { ...filter, columns } })}>
        <span className={styles.chipText} dir="auto">
          {text}
        </span>
        <X size={12} aria-hidden />
        <span className="visually-hidden">{t('grid.filter.remove', { name: name(column) })}</span>
      </button>
    )
  })
}

function Counts({ data: { all, rows } }: { readonly data: GridData }) {
  const { t } = useTranslation()
  const filter = useStore(gridOf(useSession()), (state) => state.filter)
  const missing = useMemo(() => rows.reduce((sum, row) => sum + row.missing.size, 0), [rows])
  const unconfirmed = useMemo(() => rows.reduce((sum, { annotation }) => sum + Object.values(annotation.attributes).filter(({ state }) => state === 'default').length, 0), [rows])
  if (all.length === 0) return null
  const parts = [
    isNoFilter(filter) ? t('grid.rows', { count: all.length }) : t('grid.rows.of', { shown: rows.length, count: all.length }),
    ...(missing > 0 ? [t('grid.missing', { count: missing })] : []),
    ...(unconfirmed > 0 ? [t('grid.unconfirmed', { count: unconfirmed })] : []),
  ]
  return <span className={styles.counts}>{parts.join(' · ')}</span>
}

function ColumnsMenu({ data }: { readonly data: GridData }) {
  const { t } = useTranslation()
  const session = useSession()
  const store = gridOf(session)
  return (
    <Menu align="end" onClosed={() => askForGrid(session, 'focus')} trigger={<IconButton icon={Columns3} title={t('grid.columns.choose')} />}>
      <MenuLabel text={data.offered.length === 0 ? t('grid.columns.none') : t('grid.columns')} />
      {data.offered.map(({ column: { id, attribute }, shown }) => attribute && (
        <MenuCheck
          key={id}
          text={attribute.name}
          checked={shown}
          onChange={(checked) => store.setState(({ chosen }) => ({ chosen: { ...chosen, [attribute.id]: checked } }))}
        />
      ))}
    </Menu>
  )
}
