import { useTranslation } from 'react-i18next'
import type { BundleFile } from '../../../ipc/bundle-shapes.ts'
import { Button } from '../../ui/button.tsx'
import styles from './bundles.module.css'
import { DifferingFile } from './differing-file.tsx'

type Choice = Readonly<Record<string, 'take' | 'keep'>>

interface FilesPartProps {
  readonly token: string
  readonly same: Readonly<Record<string, string>>
  readonly files: readonly BundleFile[]
  readonly choices: Choice
  readonly onChange: (choices: Choice) => void
}

/** An independent copy is no choice of its own: it goes with its set. */
const isChoice = ({ kind }: BundleFile) => kind !== 'independent'

/** What comes, by how it stands to what is here. Only what differs asks for a choice. */
export function FilesPart({ token, same, files, choices, onChange }: FilesPartProps) {
  const { t } = useTranslation()
  const shown = files.filter(isChoice)
  const differing = shown.filter(({ standing }) => standing === 'differs')
  const fresh = shown.filter(({ standing }) => standing === 'new')
  const equal = shown.filter(({ standing }) => standing === 'same').length
  const choosable = differing.filter(canTake)
  const all = (choice: 'take' | 'keep') => onChange({ ...choices, ...Object.fromEntries(choosable.map(({ file }) => [file, choice])) })
  return (
    <section>
      <h3>{t('import.files')}</h3>
      {shown.length === 0 && <p className={styles.quiet}>{t('import.files.none')}</p>}
      {peopleOf(fresh).map(([name, count]) => (
        <p key={name}>{t('import.files.new', { name, count })}</p>
      ))}
      {equal > 0 && <p className={styles.quiet}>{t('import.files.same', { count: equal })}</p>}
      {differing.length > 0 && (
        <div className={styles.differing}>
          <div className={styles.bar}>
            <p>{t('import.files.differ', { count: differing.length })}</p>
            {choosable.length > 1 && (
              <>
                <Button look="quiet" onClick={() => all('keep')}>{t('import.files.keep-all')}</Button>
                <Button look="quiet" onClick={() => all('take')}>{t('import.files.take-all')}</Button>
              </>
            )}
          </div>
          <ul>
            {differing.map((file) => (
              <DifferingFile key={file.file} token={token} same={same} file={file} choice={canTake(file) ? (choices[file.file] ?? 'keep') : null} onChoose={(choice) => onChange({ ...choices, [file.file]: choice })} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** A review that one wrote here oneself stays. */
function canTake({ own, kind }: BundleFile): boolean {
  return !own || kind === 'set'
}

/** Of rounds, their names. */
function peopleOf(files: readonly BundleFile[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { annotator, about } of files) counts.set(annotator?.name ?? about, (counts.get(annotator?.name ?? about) ?? 0) + 1)
  return [...counts]
}
