import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './new-project.module.css'

export interface Copied {
  readonly token: string
  readonly name: string
}

/** Where the codebook is copied from: a project's folder or a codebook file. */
export function CopySource({ copied, missing, onChange }: { readonly copied: Copied | null; readonly missing: boolean; readonly onChange: (copied: Copied) => void }) {
  const { t } = useTranslation()
  const { client } = useSession()
  const [problem, setProblem] = useState<string | null>(null)

  async function chooseFolder(): Promise<void> {
    const answer = await client.ask('dialog.chooseFolder', { purpose: 'copy-codebook' })
    if (!answer.ok) return setProblem(answer.error.message)
    if (!answer.value) return
    const { token, name, isProject } = answer.value
    setProblem(isProject ? null : t('new.codebook.copy.not-project', { name }))
    if (isProject) onChange({ token, name })
  }

  async function chooseFile(): Promise<void> {
    const answer = await client.ask('dialog.chooseCodebookFile', null)
    if (!answer.ok) return setProblem(answer.error.message)
    setProblem(null)
    if (answer.value) onChange(answer.value)
  }

  const below = problem ?? (missing ? t('new.codebook.copy.missing') : null)
  return (
    <div className={styles.copy}>
      <Button onClick={() => void chooseFolder()}>{t('new.codebook.copy.folder')}</Button>
      <Button onClick={() => void chooseFile()}>{t('new.codebook.copy.file')}</Button>
      {copied && problem === null && <span dir="auto">{t('new.codebook.copy.chosen', { name: copied.name })}</span>}
      {below !== null && <p className={styles.problem}>{below}</p>}
    </div>
  )
}
