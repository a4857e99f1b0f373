import { BookOpen, FolderOpen, Plus, X, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../core/actions/table.ts'
import type { RecentProject } from '../../../ipc/shapes.ts'
import { run } from '../../actions/registry.ts'
import { formatDay } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { forgetRecent, openRecent } from '../../session/project.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Mark } from './mark.tsx'
import styles from './welcome.module.css'

const WAYS: readonly { readonly action: ActionId; readonly icon: LucideIcon; readonly text: 'new' | 'open' | 'sample' }[] = [
  { action: 'project.new', icon: Plus, text: 'new' },
  { action: 'project.open', icon: FolderOpen, text: 'open' },
  { action: 'project.sample', icon: BookOpen, text: 'sample' },
]

export function Welcome() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const version = useSessionState((state) => state.version)
  return (
    <main className={styles.welcome}>
      <div className={styles.column}>
        <header className={styles.header}>
          <Mark size={40} />
          <div>
            <h1 className={styles.title}>{t('welcome.title')}</h1>
            <p className={styles.tagline}>{t('welcome.tagline')}</p>
          </div>
        </header>
        <ul className={styles.ways}>
          {WAYS.map(({ action, icon: Icon, text }) => {
            const keys = keysFor(action)
            return (
              <li key={action}>
                <button type="button" className={styles.way} onClick={() => run(session, action)}>
                  <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
                  <span className={styles.text}>
                    <span className={styles.name}>{t(`welcome.${text}`)}</span>
                    <span className={styles.detail}>{t(`welcome.${text}.detail`)}</span>
                  </span>
                  {keys !== undefined && <Kbd keys={keys} />}
                </button>
              </li>
            )
          })}
        </ul>
        <Recent />
      </div>
      <footer className={styles.footer}>{t('welcome.version', { version })}</footer>
    </main>
  )
}

function Recent() {
  const { t } = useTranslation()
  const recent = useSessionState((state) => state.recent)
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className={styles.heading}>
        {t('welcome.recent')}
      </h2>
      {recent.length === 0 ? (
        <p className={styles.none}>{t('welcome.recent.none')}</p>
      ) : (
        <ul>
          {recent.map((project) => (
            <RecentRow key={project.id} project={project} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RecentRow({ project: { id, name, location, opened, missing } }: { readonly project: RecentProject }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <li className={styles.recent}>
      <button type="button" className={styles.open} disabled={missing} onClick={() => void openRecent(session, id)}>
        <span className={styles.recentName} dir="auto">
          {name}
        </span>
        <span className={styles.location}>
          <bdi>{missing ? `${t('welcome.recent.missing')}: ${location}` : location}</bdi>
        </span>
        <span className={styles.date}>{formatDay(opened)}</span>
      </button>
      <IconButton icon={X} title={t('welcome.recent.forget')} className={styles.forget} onClick={() => void forgetRecent(session, id)} />
    </li>
  )
}
