import { Download, Redo2, Undo2, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseCodebook, exportCodebook } from '../../session/codebook-exchange.ts'
import { stepCodebook } from '../../session/codebook-versions.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import styles from './codebook-view.module.css'
import { Content } from './editor/content.tsx'
import { Outline } from './editor/outline.tsx'
import { SaveBar } from './editor/save-bar.tsx'
import { useEditing } from './editor/use-codebook.ts'

/** The whole codebook to read and to change: what there is on the left, one thing of it on the right. */
export function CodebookView() {
  const { t } = useTranslation()
  const session = useSession()
  const version = useSessionState((state) => state.project?.codebookVersion) ?? ''
  const editing = useEditing()
  const keysFor = useKeys()
  if (!editing) return null
  const { codebook, locked } = editing
  return (
    <div className={styles.frame}>
      <div className={styles.view}>
        <nav className={styles.contents} aria-label={t('codebook.contents')}>
          <h1 className={styles.name} dir="auto">
            {codebook.name}
          </h1>
          <p className={styles.version}>{t('codebook.version', { version: version.slice(0, 8) })}</p>
          <div className={styles.tools}>
            <IconButton icon={Undo2} title={t('editor.undo')} keys={keysFor('edit.undo')} disabled={locked} onClick={() => stepCodebook(session, 'back')} />
            <IconButton icon={Redo2} title={t('editor.redo')} keys={keysFor('edit.redo')} disabled={locked} onClick={() => stepCodebook(session, 'forward')} />
            <Menu trigger={<IconButton icon={Download} title={t('exchange.export')} />}>
              <MenuItem text={t('exchange.json')} detail={t('exchange.json.detail')} onSelect={() => void exportCodebook(session, 'json')} />
              <MenuItem text={t('exchange.csv')} detail={t('exchange.csv.detail')} onSelect={() => void exportCodebook(session, 'csv')} />
            </Menu>
            <IconButton icon={Upload} title={t('exchange.import')} disabled={locked} onClick={() => void chooseCodebook(session)} />
          </div>
          <Outline editing={editing} />
        </nav>
        <div className={styles.scroller}>
          <Content editing={editing} />
        </div>
      </div>
      <SaveBar editing={editing} />
    </div>
  )
}
