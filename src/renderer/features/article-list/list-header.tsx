import { ArrowDownUp, Plus, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Progress } from '../../../core/model/annotation-set.ts'
import { sortKeys } from '../../../core/query/article-list.ts'
import { canRun, run } from '../../actions/registry.ts'
import { useLateSessionState, useSession, useView } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { Menu, MenuItem, MenuRadios, MenuSeparator } from '../../ui/menu.tsx'
import styles from './list-header.module.css'

const PROGRESSES: readonly Progress[] = ['not_started', 'in_progress', 'done', 'nothing_to_mark']

const STANDINGS = ['in_review', 'returned', 'accepted'] as const

interface Props {
  readonly shown: number
  readonly onDown: () => void
  readonly onEnter: () => void
}

export function ListHeader({ shown, onDown, onEnter }: Props) {
  return (
    <div className={styles.header}>
      <div className={styles.top}>
        <Counts shown={shown} />
        <SortMenu />
        <AddMenu />
      </div>
      <FilterField onDown={onDown} onEnter={onEnter} />
    </div>
  )
}

function Counts({ shown }: { readonly shown: number }) {
  const { t } = useTranslation()
  const rows = useLateSessionState((state) => state.rows)
  const filtered = useView(({ filter }) => filter.text !== '' || filter.progress !== null || filter.assigned)
  const done = useMemo(() => [...rows.values()].filter(({ progress }) => progress === 'done' || progress === 'nothing_to_mark').length, [rows])
  return (
    <h2 className={styles.title}>
      {t('list.title')}
      {rows.size > 0 && <span className={styles.count}>{filtered ? t('list.shown', { shown, count: rows.size }) : t('list.done', { done, count: rows.size })}</span>}
    </h2>
  )
}

function SortMenu() {
  const { t } = useTranslation()
  const { view } = useSession()
  const order = useView((state) => state.order)
  const filter = useView((state) => state.filter)
  return (
    <Menu align="end" trigger={<IconButton icon={ArrowDownUp} title={t('list.sort')} />}>
      <MenuRadios
        title={t('list.sort.by')}
        value={order.key}
        options={sortKeys.map((key) => ({ value: key, text: t(`list.sort.${key}`) }))}
        onChange={(key) => view.setState({ order: { ...order, key } })}
      />
      <MenuSeparator />
      <MenuRadios
        title={t('list.sort.direction')}
        value={order.descending ? 'descending' : 'ascending'}
        options={(['ascending', 'descending'] as const).map((value) => ({ value, text: t(`list.sort.${value}`) }))}
        onChange={(value) => view.setState({ order: { ...order, descending: value === 'descending' } })}
      />
      <MenuSeparator />
      <MenuRadios
        title={t('list.show')}
        value={filter.assigned ? 'assigned' : (filter.progress ?? 'all')}
        options={[
          { value: 'all' as const, text: t('list.show.all') },
          { value: 'assigned' as const, text: t('list.show.assigned') },
          ...PROGRESSES.map((value) => ({ value, text: t(`progress.${value}`) })),
          ...STANDINGS.map((value) => ({ value, text: t(`standing.${value}`) })),
        ]}
        onChange={(value) => view.setState({ filter: { ...filter, progress: value === 'all' || value === 'assigned' ? null : value, assigned: value === 'assigned' } })}
      />
    </Menu>
  )
}

function AddMenu() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const item = (id: 'articles.addFiles' | 'articles.addFolder' | 'articles.importDetails', text: string) => (
    <MenuItem text={text} keys={keysFor(id)} disabled={!canRun(session, id)} onSelect={() => run(session, id)} />
  )
  return (
    <Menu align="end" trigger={<IconButton icon={Plus} title={t('list.add')} keys={keysFor('articles.addFiles')} />}>
      {item('articles.addFiles', t('list.add.files'))}
      {item('articles.addFolder', t('list.add.folder'))}
      <MenuSeparator />
      {item('articles.importDetails', t('list.add.details'))}
    </Menu>
  )
}

function FilterField({ onDown, onEnter }: Pick<Props, 'onDown' | 'onEnter'>) {
  const { t } = useTranslation()
  const { view } = useSession()
  const text = useView((state) => state.filter.text)
  const wanted = useView((state) => state.wants.filter)
  const input = useRef<HTMLInputElement>(null)
  const first = useRef(wanted)

  useEffect(() => {
    if (wanted === first.current) return
    input.current?.focus()
    input.current?.select()
  }, [wanted])

  const set = (next: string) => view.setState(({ filter }) => ({ filter: { ...filter, text: next } }))
  return (
    <div className={styles.filter}>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-label={t('list.filter')}
        placeholder={t('list.filter')}
        value={text}
        spellCheck={false}
        dir="auto"
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') onDown()
          else if (event.key === 'Enter') onEnter()
          else if (event.key === 'Escape' && text !== '') set('')
          else return
          event.preventDefault()
        }}
      />
      <span className={styles.end}>
        {text === '' ? <ActionKbd action="list.filter" /> : <IconButton icon={X} title={t('list.clear')} keys="Escape" className={styles.clear} onClick={() => set('')} />}
      </span>
    </div>
  )
}
