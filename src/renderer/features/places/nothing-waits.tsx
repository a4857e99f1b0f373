import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../../session/context.tsx'
import { openPlaces, type PlacesFilter } from '../../session/places.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Where this article has nothing more: how many wait in others, and the way there. */
export function NothingWaits({ filter }: { readonly filter: PlacesFilter }) {
  const { t } = useTranslation()
  const session = useSession()
  const open = useSessionState((state) => state.article?.id)
  const rows = useSessionState((state) => state.rows)
  const elsewhere = [...rows.values()].reduce((sum, { id, unplaced }) => (id === open ? sum : sum + unplaced), 0)
  if (filter === 'aside') return <EmptyState title={t('places.none')}>{t('places.none.aside')}</EmptyState>
  return (
    <EmptyState title={t('places.none')} actions={elsewhere > 0 ? <Button onClick={() => void openPlaces(session)}>{t('places.go')}</Button> : undefined}>
      {t('places.none.open')}
      {elsewhere > 0 && ` ${t('places.none.elsewhere', { count: elsewhere })}`}
    </EmptyState>
  )
}
