import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFiles } from '../../../ipc/import-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { runIntake } from '../../session/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ArticlesPart } from './articles-part.tsx'
import { choicesOf, startingPeople, startingTargets, type People, type Targets } from './choices.ts'
import { FilesPart } from './files-part.tsx'
import { GainsPart } from './gains-part.tsx'
import styles from './intake.module.css'
import { MappingTable } from './mapping-table.tsx'
import { OffsetsPart } from './offsets-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { RecordsPart } from './records-part.tsx'
import { useIntake } from './use-intake.ts'

const NO_TARGETS: Targets = { labels: new Map(), attributes: new Map(), relations: new Map() }

/** Files of other tools: what they hold, then what becomes of it. Nothing is written before the last button. */
export function IntakeDialog({ files: dropped, onClose }: { readonly files: ChosenFiles | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const work = useSessionState((state) => (state.work?.kind === 'import' ? state.work : null))
  const intake = useIntake(dropped)
  const { files, wish, preview, reading, generation } = intake
  const [step, setStep] = useState<'files' | 'mapping'>('files')
  const [people, setPeople] = useState<People>(new Map())
  const [targets, setTargets] = useState<Targets>(NO_TARGETS)
  const [articles, setArticles] = useState(true)
  const [values, setValues] = useState<'create' | 'skip'>('create')
  const [tried, setTried] = useState(false)
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  // Other files, or another format: what was chosen for the ones before means nothing for these.
  useEffect(() => {
    setRefused(null)
    setTried(false)
    if (!preview) return
    setPeople(startingPeople(preview))
    setTargets(startingTargets(preview))
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [generation])

  const annotations = preview?.people.reduce((sum, person) => sum + person.annotations, 0) ?? 0
  const isWhole = [...people.values()].some((to) => to !== null) && [...people.values()].every((to) => to !== '' && to?.trim() !== '')
  const choices = files && choicesOf(files.token, people, targets, values, articles)

  async function run(): Promise<void> {
    setTried(true)
    if (!isWhole || !choices) return
    setRunning(true)
    setRefused(null)
    const why = await runIntake(session, choices)
    // On success the receipt has taken this dialog's place.
    if (why === null) return
    setRunning(false)
    setRefused(why)
  }

  function cancel(): void {
    if (running || reading) void session.client.ask('import.cancel', null)
    else onClose()
  }

  const next = () => {
    setTried(true)
    if (isWhole) setStep('mapping')
  }
  const why = refused ?? intake.refused
  return (
    <Dialog
      size="large"
      title={t('intake.title')}
      description={preview ? t(`intake.step.${step}`) : t('intake.about')}
      onClose={cancel}
      actions={
        <>
          <div className={styles.state}>
            {(reading || running) && <ProgressBar label={t(running ? 'intake.running' : 'intake.reading')} done={work?.done ?? 0} total={work?.total ?? 1} />}
            {(reading || running) && <span>{t(running ? 'intake.running' : 'intake.reading')}</span>}
            {step === 'mapping' && !running && refused !== null && <output className={styles.refused}>{refused}</output>}
          </div>
          <Button onClick={cancel}>{running ? t('intake.running.stop') : reading ? t('intake.reading.stop') : t('common.cancel')}</Button>
          {step === 'mapping' && <Button disabled={running} onClick={() => setStep('files')}>{t('intake.back')}</Button>}
          {step === 'files' && <Button look="primary" disabled={!preview || reading || annotations === 0} onClick={next}>{t('intake.next')}</Button>}
          {step === 'mapping' && <Button look="primary" disabled={running} onClick={() => void run()}>{t('intake.run')}</Button>}
        </>
      }
    >
      {step === 'files' || !preview || !codebook || !choices ? (
        <div className={styles.form}>
          <FilesPart intake={intake} />
          {why !== null && (
            <div role="alert" className={styles.wrong}>
              <p>{why}</p>
              {intake.refused !== null && <p>{t('intake.refused.again')}</p>}
            </div>
          )}
          {preview && (
            <>
              <OffsetsPart
                offsets={preview.offsets}
                onAccept={(key, accept) => intake.read({ ...wish, repairs: [...wish.repairs.filter((each) => each !== key), ...(accept ? [key] : [])] })}
              />
              <RecordsPart preview={preview} />
              <PeoplePart preview={preview} people={people} tried={tried} onChange={setPeople} />
              <ArticlesPart articles={preview.articles} add={articles} onChange={setArticles} />
            </>
          )}
        </div>
      ) : (
        <div className={styles.form}>
          {(['labels', 'attributes', 'relations'] as const).map((kind) => (
            <MappingTable key={kind} kind={kind} names={preview[kind]} codebook={codebook} targets={targets[kind]} onChange={(changed) => setTargets({ ...targets, [kind]: changed })} />
          ))}
          {preview.attributes.length > 0 && (
            <Choices
              label={t('intake.values')}
              value={values}
              options={[{ value: 'create', text: t('intake.values.create') }, { value: 'skip', text: t('intake.values.skip') }]}
              onChange={setValues}
            />
          )}
          <GainsPart choices={choices} />
        </div>
      )}
    </Dialog>
  )
}
