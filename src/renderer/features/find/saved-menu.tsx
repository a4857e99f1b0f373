import { Bookmark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { canRun, run } from '../../actions/registry.ts'
import { useSession } from '../../session/context.tsx'
import { find, keepSaved, searchOf } from '../../session/search.ts'
import { useKeys } from '../../session/use-keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'

/** What is kept to look for again. The one that is shown can be let go. */
export function SavedMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const saved = useStore(searchOf(session), (state) => state.saved) ?? []
  const query = useStore(searchOf(session), (state) => state.query.trim())
  // What can be kept follows the answer.
  useStore(searchOf(session), (state) => state.asked)
  const current = saved.find((each) => each.query === query)
  return (
    <Menu align="end" trigger={<IconButton icon={Bookmark} title={t('search.saved')} />}>
      {saved.length === 0 && <MenuItem disabled text={t('search.saved.none')} onSelect={() => undefined} />}
      {saved.map((each) => (
        <MenuItem key={each.name} text={each.name} detail={each.query} onSelect={() => find(session, each.query)} />
      ))}
      <MenuSeparator />
      {current && <MenuItem text={t('search.saved.remove', { name: current.name })} onSelect={() => void keepSaved(session, saved.filter((each) => each !== current))} />}
      <MenuItem text={t('search.saved.keep')} keys={keysFor('search.save')} disabled={!canRun(session, 'search.save')} onSelect={() => run(session, 'search.save')} />
    </Menu>
  )
}
