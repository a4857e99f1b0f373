import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ActionId } from '../../../core/actions/table.ts'
import { run } from '../../actions/registry.ts'
import { codebookDesk } from '../../session/codebook-desk.ts'
import { useSession, useView } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import type { Tab } from '../../session/view.ts'
import { ActionKbd } from '../../ui/kbd.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { ProjectMenu } from './project-menu.tsx'
import { SaveState } from './save-state.tsx'
import styles from './top-bar.module.css'

const TABS: readonly { readonly tab: Tab; readonly action: ActionId }[] = [
  { tab: 'annotate', action: 'view.annotate' },
  { tab: 'find', action: 'view.find' },
  { tab: 'review', action: 'view.review' },
  { tab: 'agreement', action: 'view.agreement' },
  { tab: 'codebook', action: 'view.codebook' },
]

export function TopBar() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const current = useView((view) => view.tab)
  const hasDraft = useStore(codebookDesk(session), (state) => state.draft !== null)
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <ProjectMenu />
        <nav className={styles.tabs} aria-label={t('bar.tabs')}>
          {TABS.map(({ tab, action }) => (
            <Tooltip key={tab} text={t(`tab.${tab}`)} keys={keysFor(action)}>
              <button type="button" className={styles.tab} aria-current={tab === current ? 'page' : undefined} onClick={() => run(session, action)}>
                {t(`tab.${tab}`)}
                {tab === 'codebook' && hasDraft && (
                  <span className={styles.draft}>
                    <span className="visually-hidden">, {t('editor.draft')}</span>
                  </span>
                )}
                <span className={styles.tabWidth} aria-hidden>
                  {t(`tab.${tab}`)}
                </span>
              </button>
            </Tooltip>
          ))}
        </nav>
      </div>
      <button type="button" className={styles.search} onClick={() => run(session, 'palette.open')}>
        <Search size={14} aria-hidden />
        <span className={styles.searchText}>{t('bar.search')}</span>
        <ActionKbd action="palette.open" />
      </button>
      <SaveState />
    </header>
  )
}
