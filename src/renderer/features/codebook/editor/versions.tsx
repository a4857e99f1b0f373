import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Codebook } from '../../../../core/model/codebook.ts'
import type { CodebookVersion } from '../../../../ipc/shapes.ts'
import { formatDay, formatTime } from '../../../i18n/format.ts'
import { goBackAndSay } from '../../../session/codebook-versions.ts'
import { useSession, useSessionState } from '../../../session/context.tsx'
import { sayError } from '../../../session/view.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { ChangeList } from './change-list.tsx'
import editor from './editor.module.css'
import type { Editing } from './use-codebook.ts'
import styles from './versions.module.css'

/** Every version with its note, what it changed, and the way back to it. */
export function Versions({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation()
  const session = useSession()
  const current = useSessionState((state) => state.project?.codebookVersion)
  const [versions, setVersions] = useState<readonly CodebookVersion[]>([])
  const [open, setOpen] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void session.client.ask('codebook.versions', null).then((answer) => {
      if (!wanted) return
      if (answer.ok) setVersions(answer.value)
      else sayError(session.view, answer.error)
    })
    return () => {
      wanted = false
    }
  }, [session, current])

  return (
    <div className={editor.editor}>
      <h2 className={editor.title}>{t('editor.place.versions')}</h2>
      <p className={editor.quiet}>{t('versions.text')}</p>
      <ol className={styles.versions}>
        {versions.map((each) => (
          <li key={each.version} className={styles.version}>
            <div className={styles.line}>
              <p className={styles.note} dir="auto">
                {each.change === '' ? t('versions.first') : each.change}
              </p>
              {each.version === current && <span className={styles.current}>{t('versions.current')}</span>}
              <Button look="quiet" aria-expanded={open === each.version} onClick={() => setOpen(open === each.version ? null : each.version)}>
                {t('versions.compare')}
              </Button>
            </div>
            <p className={styles.about}>
              {each.at === null ? '' : `${formatDay(each.at)}, ${formatTime(each.at)} · `}
              {each.by === null ? '' : `${each.by} · `}
              {each.version.slice(0, 8)}
            </p>
            {open === each.version && <Comparison editing={editing} version={each} versions={versions} isCurrent={each.version === current} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

interface ComparisonProps {
  readonly editing: Editing
  readonly version: CodebookVersion
  readonly versions: readonly CodebookVersion[]
  readonly isCurrent: boolean
}

function Comparison({ editing, version, versions, isCurrent }: ComparisonProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [other, setOther] = useState(version.parent ?? versions.find((each) => each.version !== version.version)?.version ?? '')
  const after = useCodebook(version.version)
  const before = useCodebook(other)

  return (
    <div className={styles.comparison}>
      <div className={styles.tools}>
        <SelectField
          label={t('versions.with')}
          value={other}
          options={[
            ...(other === '' ? [{ value: '', text: t('versions.nothing') }] : []),
            ...versions.filter((each) => each.version !== version.version).map((each) => ({ value: each.version, text: `${each.version.slice(0, 8)} ${each.change === '' ? t('versions.first') : each.change}` })),
          ]}
          onChange={setOther}
        />
        {!isCurrent && (
          <Button disabled={editing.locked || editing.codebook !== editing.saved} onClick={() => void goBackAndSay(session, version.version)}>
            {t('versions.go-back')}
          </Button>
        )}
      </div>
      {!isCurrent && editing.codebook !== editing.saved && <p className={editor.quiet}>{t('versions.draft')}</p>}
      {before && after && <ChangeList before={before} after={after} />}
    </div>
  )
}

function useCodebook(version: string): Codebook | null {
  const session = useSession()
  const [codebook, setCodebook] = useState<{ readonly version: string; readonly codebook: Codebook } | null>(null)
  useEffect(() => {
    if (version === '') return
    let wanted = true
    void session.client.ask('codebook.read', { version }).then((answer) => {
      if (!wanted) return
      if (answer.ok) setCodebook({ version, codebook: answer.value })
      else sayError(session.view, answer.error)
    })
    return () => {
      wanted = false
    }
  }, [session, version])
  return codebook?.version === version ? codebook.codebook : null
}
