import { ListFilter as Icon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { nameOfLabel, resolveId } from '../../../core/codebook/lookup.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { inspectorOf } from '../../session/inspector.ts'
import { Menu, MenuRadios } from '../../ui/menu.tsx'
import styles from './list-filter.module.css'

interface Props {
  readonly codebook: Codebook
  readonly set: AnnotationSet
  /** Null while it is not counted yet. */
  readonly incomplete: number | null
}

const ALL = ''

/** Which annotations the list shows: all or the incomplete ones, of every label or of one. */
export function ListFilter({ codebook, set, incomplete }: Props) {
  const { t } = useTranslation()
  const store = inspectorOf(useSession())
  const filter = useStore(store, (state) => state.filter)
  const used = [...new Set(set.annotations.map(({ label }) => resolveId(codebook, 'label', label)))]
  const choose = (change: Partial<typeof filter>) => store.setState({ filter: { ...filter, ...change } })
  const tab = (only: boolean, text: string, count: number | null) => (
    <button type="button" className={styles.tab} aria-pressed={filter.incomplete === only} onClick={() => choose({ incomplete: only })}>
      {text} <span className={styles.count}>{count === null ? '…' : formatNumber(count)}</span>
    </button>
  )
  return (
    <fieldset className={styles.filter} aria-label={t('inspector.filter')}>
      {tab(false, t('inspector.all'), set.annotations.length)}
      {tab(true, t('inspector.incomplete'), incomplete)}
      <Menu
        align="end"
        trigger={
          <button type="button" className={styles.label} data-on={filter.label !== null || undefined}>
            <Icon size={13} aria-hidden />
            <span className={styles.name}>{filter.label === null ? t('inspector.by-label') : nameOfLabel(codebook, filter.label)}</span>
          </button>
        }
      >
        <MenuRadios
          title={t('inspector.by-label')}
          value={filter.label ?? ALL}
          options={[{ value: ALL, text: t('inspector.by-label.all') }, ...used.map((id) => ({ value: id, text: nameOfLabel(codebook, id) }))]}
          onChange={(id) => choose({ label: id === ALL ? null : id })}
        />
      </Menu>
    </fieldset>
  )
}
