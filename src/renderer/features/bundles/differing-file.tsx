import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleFile, ComparedSet } from '../../../ipc/bundle-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { sayError } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import styles from './bundles.module.css'

interface DifferingFileProps {
  readonly token: string
  readonly same: Readonly<Record<string, string>>
  readonly file: BundleFile
  /** Null: what is here stays, whatever the bundle says. */
  readonly choice: 'take' | 'keep' | null
  readonly onChoose: (choice: 'take' | 'keep') => void
}

/** One set that is here and in the bundle and not the same, with the records that differ on demand. */
export function DifferingFile({ token, same, file, choice, onChoose }: DifferingFileProps) {
  const { t } = useTranslation()
  const name = useId()
  const [open, setOpen] = useState(false)
  const { annotator, about, kind, own, hidden, changes } = file
  const whose = annotator === null ? t('import.round') : own ? t('import.whose.you', { name: annotator.name }) : annotator.name
  const wordsOf = ({ status, ...counts }: NonNullable<BundleFile['changes']>) => {
    const words = (['added', 'changed', 'removed'] as const).flatMap((what) => (counts[what] > 0 ? [t(`import.changes.${what}`, { count: counts[what] })] : []))
    return [...words, ...(status ? [t('import.changes.status')] : [])].join(', ')
  }
  return (
    <li className={styles.file}>
      <fieldset className={styles.head}>
        <legend className="visually-hidden">{t('import.choice', { name: whose, about })}</legend>
        <span className={styles.what}>
          <strong>{whose}</strong> <bdi>{about}</bdi>
          {kind === 'review' && <span className={styles.quiet}> {t('import.review')}</span>}
          <span className={styles.quiet}>{hidden ? t('import.hidden') : changes && t('import.changes', { changes: wordsOf(changes) })}</span>
        </span>
        {choice === null ? (
          <span className={styles.quiet}>{t('import.stays')}</span>
        ) : (
          (['keep', 'take'] as const).map((value) => (
            <label key={value} className={styles.radio}>
              <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(value)} />
              {t(`import.${value}`)}
            </label>
          ))
        )}
        {changes && !hidden && (
          <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('import.compare')}
          </Button>
        )}
      </fieldset>
      {open && <Records token={token} same={same} file={file.file} />}
    </li>
  )
}

function Records({ token, same, file }: { readonly token: string; readonly same: Readonly<Record<string, string>>; readonly file: string }) {
  const { t } = useTranslation()
  const { client, view } = useSession()
  const [compared, setCompared] = useState<ComparedSet | null>(null)
  useEffect(() => {
    void client.ask('bundle.compare', { token, same: { ...same }, file }).then((answer) => {
      if (answer.ok) setCompared(answer.value)
      else sayError(view, answer.error)
    })
  }, [client, view, token, same, file])
  if (!compared) return <p className={styles.quiet}>{t('import.comparing')}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('import.here')}</th>
          <th scope="col">{t('import.there')}</th>
          <th scope="col">{t('import.differs')}</th>
        </tr>
      </thead>
      <tbody>
        {compared.records.map(({ id, here, there, differs }) => (
          <tr key={id}>
            <td><Side side={here} /></td>
            <td><Side side={there} /></td>
            <td className={styles.how}>{here && there ? differs.map((what) => t(`import.differs.${what}`)).join(', ') : t(here ? 'import.only-here' : 'import.only-there')}</td>
          </tr>
        ))}
        {compared.more > 0 && (
          <tr>
            <td colSpan={3} className={styles.quiet}>{t('report.more', { count: compared.more })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Side({ side }: { readonly side: ComparedSet['records'][number]['here'] }) {
  const { t } = useTranslation()
  if (!side) return <span className={styles.quiet}>{t('import.nothing')}</span>
  return (
    <>
      <strong>{side.label}</strong> <bdi>{side.quote}</bdi>
    </>
  )
}
