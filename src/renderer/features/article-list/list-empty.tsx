import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../../session/context.tsx'
import { NO_LIST_FILTER } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'

export function ListEmpty() {
  const { t } = useTranslation()
  const session = useSession()
  const none = useSessionState((state) => state.rows.size === 0)
  if (!none) {
    return (
      <EmptyState
        title={t('list.none.title')}
        actions={
          <Button onClick={() => session.view.setState({ filter: NO_LIST_FILTER })}>
            {t('list.clear')} <Kbd keys="Escape" />
          </Button>
        }
      >
        <p>{t('list.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('list.empty.title')}>
      <p>{t('list.empty.text')}</p>
    </EmptyState>
  )
}
