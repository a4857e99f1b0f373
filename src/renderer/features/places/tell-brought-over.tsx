import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { run } from '../../actions/registry.ts'
import { broughtOverOf } from '../../session/brought-over.ts'
import { useSession } from '../../session/context.tsx'
import { say } from '../../session/view.ts'

/** Says what became of annotations when their article was changed: nothing is moved without a word. */
export function TellBroughtOver() {
  const { t } = useTranslation()
  const session = useSession()
  const told = useStore(broughtOverOf(session), (state) => state.told)
  useEffect(() => {
    if (!told) return
    broughtOverOf(session).setState({ told: null })
    say(session.view, t('places.brought', { count: told.placed }), {
      detail: told.open > 0 ? t('places.brought.open', { count: told.open }) : null,
      action: told.open > 0 ? { text: t('places.go'), perform: () => void run(session, 'places.open') } : null,
    })
  }, [told, session, t])
  return null
}
