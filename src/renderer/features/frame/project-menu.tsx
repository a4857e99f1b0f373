import { ChevronDown, Lock, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../core/actions/table.ts'
import { canRun, run } from '../../actions/registry.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { hasNotices } from '../../session/notices.ts'
import { openRecent } from '../../session/project.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './project-menu.module.css'

const GROUPS: readonly (readonly ActionId[])[] = [
  ['project.new', 'project.open'],
  ['articles.addFiles', 'articles.addFolder', 'articles.importDetails', 'articles.export'],
  ['project.showInFolder', 'settings.open', 'help.keys', 'project.close'],
]

const SHOWN_RECENT = 5

export function ProjectMenu() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const project = useSessionState((state) => state.project)
  const recent = useSessionState((state) => state.recent)
  const noticed = useSessionState(hasNotices)
  const showNotices = () => session.view.setState({ dialog: { kind: 'notices' } })
  if (!project) return null
  const others = recent.filter(({ location, missing }) => location !== project.location && !missing).slice(0, SHOWN_RECENT)
  return (
    <div className={styles.project}>
      <Menu
        trigger={
          <button type="button" className={styles.trigger} aria-label={`${t('bar.project')}: ${project.name}`}>
            <span className={styles.name} dir="auto">
              {project.name}
            </span>
            <ChevronDown size={14} aria-hidden />
          </button>
        }
      >
        <MenuLabel text={project.location} />
        <MenuLabel text={t('bar.annotator', { name: project.annotator.name })} />
        {noticed && <MenuItem text={t('notices.open')} onSelect={showNotices} />}
        {GROUPS.map((group) => (
          <div key={group[0]}>
            <MenuSeparator />
            {group.map((id) => (
              <MenuItem key={id} text={t(`action.${id}`)} keys={keysFor(id)} disabled={!canRun(session, id)} onSelect={() => run(session, id)} />
            ))}
          </div>
        ))}
        {others.length > 0 && (
          <>
            <MenuSeparator />
            <MenuLabel text={t('bar.recent')} />
            {others.map(({ id, name, location }) => (
              <MenuItem key={id} text={name} detail={location} onSelect={() => void openRecent(session, id)} />
            ))}
          </>
        )}
      </Menu>
      {project.readOnly !== null && (
        <Tooltip text={t('notices.open')}>
          <button type="button" className={styles.notice} onClick={showNotices}>
            <Lock size={13} aria-hidden /> {t('bar.readOnly')}
          </button>
        </Tooltip>
      )}
      {project.problems.length > 0 && (
        <Tooltip text={t('notices.open')}>
          <button type="button" className={styles.notice} onClick={showNotices}>
            <TriangleAlert size={14} aria-hidden /> {t('bar.problems', { count: project.problems.length })}
          </button>
        </Tooltip>
      )}
    </div>
  )
}
