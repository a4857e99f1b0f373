import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { lineOrders, type LineOrder } from '../../../core/search/lines.ts'
import { run } from '../../actions/registry.ts'
import { useSession } from '../../session/context.tsx'
import { searchOf } from '../../session/search.ts'
import { useKeys } from '../../session/use-keys.ts'
import { SelectField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './find-view.module.css'

export function FormButton() {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const form = useStore(searchOf(session), (state) => state.form)
  return <IconButton icon={SlidersHorizontal} title={t('action.search.form')} keys={keysFor('search.form')} pressed={form} onClick={() => run(session, 'search.form')} />
}

export function OrderField() {
  const { t } = useTranslation()
  const store = searchOf(useSession())
  const order = useStore(store, (state) => state.order)
  return (
    <div className={styles.order}>
      <span aria-hidden>{t('search.order')}</span>
      <SelectField label={t('search.order')} hideLabel value={order} options={lineOrders.map((each: LineOrder) => ({ value: each, text: t(`search.order.${each}`) }))} onChange={(next) => store.setState({ order: next })} />
    </div>
  )
}
