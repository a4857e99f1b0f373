import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput } from '../../../ipc/contract.ts'
import type { BundlePreview, OpenBundleView } from '../../../ipc/bundle-shapes.ts'
import { formatDay } from '../../i18n/format.ts'
import { importBundle } from '../../session/bundles.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ArticlesPart } from './articles-part.tsx'
import styles from './bundles.module.css'
import { CodebookPart } from './codebook-part.tsx'
import { choiceKey, mappingOf, suggestedFor, type Mapping } from './mapping.ts'
import { PeoplePart } from './people-part.tsx'
import { FilesPart } from './files-part.tsx'

type Codebook = RequestInput<'bundle.apply'>['choices']['codebook']['how']

/** What a bundle would bring, beside what is here; nothing is written before the button. */
export function BundleImport({ open, onClose }: { readonly open: OpenBundleView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [preview, setPreview] = useState<BundlePreview>(open.preview)
  const [same, setSame] = useState<Readonly<Record<string, string>>>({})
  const [files, setFiles] = useState<Readonly<Record<string, 'take' | 'keep'>>>({})
  const [articles, setArticles] = useState(true)
  const [how, setHow] = useState<Codebook>(open.preview.codebook.unknown.length > 0 ? 'map' : 'leave')
  const [mapping, setMapping] = useState<Mapping>(() => Object.fromEntries(open.preview.codebook.unknown.map((item) => [choiceKey(item), suggestedFor(item)])))
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { by, created, project, leftOut } = preview

  async function changeSame(next: Readonly<Record<string, string>>): Promise<void> {
    setSame(next)
    const answer = await session.client.ask('bundle.preview', { token: open.token, same: next })
    if (answer.ok) setPreview(answer.value)
    else setRefused(`${answer.error.message} ${answer.error.remedy}`)
  }

  async function run(): Promise<void> {
    setBusy(true)
    setRefused(null)
    const codebook = how === 'map' ? { how, mapping: mappingOf(preview.codebook.unknown, mapping) } : { how }
    const why = await importBundle(session, open, { same: { ...same }, files: { ...files }, articles, codebook })
    // On success the report has taken this dialog's place.
    if (why !== null) {
      setBusy(false)
      setRefused(why)
    }
  }

  return (
    <Dialog
      size="large"
      title={t('import.title')}
      description={t('import.about', { name: preview.name, by: by.name, day: formatDay(created) })}
      onClose={onClose}
      actions={
        <>
          <output className={styles.refused}>{refused}</output>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={busy} onClick={() => void run()}>
            {t('import.run')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {!project.same && <p className={styles.notice}>{t('import.other-project', { name: project.name })}</p>}
        <PeoplePart people={open.preview.people} same={same} onChange={(next) => void changeSame(next)} />
        <FilesPart token={open.token} same={same} files={preview.files} choices={files} onChange={setFiles} />
        <ArticlesPart articles={preview.articles} add={articles} onChange={setArticles} />
        <CodebookPart codebook={preview.codebook} how={how} mapping={mapping} onHow={setHow} onMapping={setMapping} />
        {leftOut.length > 0 && (
          <section>
            <h3 className={styles.warn}>{t('import.left-out', { count: leftOut.length })}</h3>
            <ul>
              {leftOut.map(({ file, why }) => (
                <li key={`${file} ${why}`} className={styles.line}>
                  <bdi>{file}</bdi>
                  <span className={styles.quiet}>{why}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  )
}
