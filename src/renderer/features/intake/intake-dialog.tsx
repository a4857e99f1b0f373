import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFiles } from '../../../ipc/import-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { runIntake } from '../../session/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ArticlesPart } from './articles-part.tsx'
import { choicesOf, startingPeople, startingTargets, withChosen, withChosenTargets, type People, type Targets } from './choices.ts'
import { FilesPart } from './files-part.tsx'
import { GainsPart } from './gains-part.tsx'
import styles from './intake.module.css'
import { MappingTable } from './mapping-table.tsx'
import { OffsetsPart } from './offsets-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { RecordsPart } from './records-part.tsx'
import { useIntake } from './use-intake.ts'

/** What a person chose otherwise than offered: it stays when the same files are read with another repair. */
interface Made {
  readonly generation: number
  readonly step: 'files' | 'mapping'
  readonly people: People
  readonly targets: Targets
  readonly articles: boolean
  readonly values: 'create' | 'skip'
  readonly tried: boolean
  readonly refused: string | null
}

/** A step that comes takes the focus: the button that led to it is gone. */
function toFirst(step: HTMLElement | null): void {
  const first = step?.querySelector<HTMLElement>('select') ?? step?.querySelector<HTMLElement>('button')
  first?.focus()
}

const NOTHING_MADE: Made = {
  generation: 0,
  step: 'files',
  people: new Map(),
  targets: { labels: new Map(), attributes: new Map(), relations: new Map() },
  articles: true,
  values: 'create',
  tried: false,
  refused: null,
}

/** Files of other tools: what they hold, then what becomes of it. Nothing is written before the last button. */
export function IntakeDialog({ files: dropped, onClose }: { readonly files: ChosenFiles | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const work = useSessionState((state) => (state.work?.kind === 'import' ? state.work : null))
  const intake = useIntake(dropped)
  const { files, wish, preview, reading, generation } = intake
  const [made, setMade] = useState<Made>(NOTHING_MADE)
  const [running, setRunning] = useState(false)
  // Other files, or another format: what was chosen for the ones before means nothing for these.
  const { step, articles, values, tried, refused, ...chosen } = made.generation === generation ? made : NOTHING_MADE
  const make = (change: Partial<Omit<Made, 'generation'>>) => setMade((before) => ({ ...(before.generation === generation ? before : NOTHING_MADE), ...change, generation }))
  const people = useMemo(() => (preview ? withChosen(startingPeople(preview), chosen.people) : chosen.people), [preview, chosen.people])
  const targets = useMemo(() => (preview ? withChosenTargets(startingTargets(preview), chosen.targets) : chosen.targets), [preview, chosen.targets])

  const annotations = preview?.people.reduce((sum, person) => sum + person.annotations, 0) ?? 0
  const isWhole = [...people.values()].some((to) => to !== null) && [...people.values()].every((to) => to !== '' && to?.trim() !== '')
  const choices = files && choicesOf(files.token, people, targets, values, articles)

  async function run(): Promise<void> {
    make({ tried: true, refused: null })
    if (!isWhole || !choices) return
    setRunning(true)
    const why = await runIntake(session, choices)
    // On success the receipt has taken this dialog's place.
    if (why === null) return
    setRunning(false)
    make({ refused: why })
  }

  function cancel(): void {
    if (running || reading) void session.client.ask('import.cancel', null)
    else onClose()
  }

  const next = () => make({ tried: true, ...(isWhole && { step: 'mapping' }) })
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
          {step === 'mapping' && <Button disabled={running} onClick={() => make({ step: 'files' })}>{t('intake.back')}</Button>}
          {step === 'files' && <Button look="primary" disabled={!preview || reading || annotations === 0} onClick={next}>{t('intake.next')}</Button>}
          {step === 'mapping' && <Button look="primary" disabled={running} onClick={() => void run()}>{t('intake.run')}</Button>}
        </>
      }
    >
      {step === 'files' || !preview || !codebook || !choices ? (
        <div key="files" ref={toFirst} className={styles.form}>
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
                accepted={wish.repairs}
                onAccept={(key, accept) => intake.read({ ...wish, repairs: [...wish.repairs.filter((each) => each !== key), ...(accept ? [key] : [])] })}
              />
              <RecordsPart preview={preview} />
              <PeoplePart preview={preview} people={people} tried={tried} onChange={(changed) => make({ people: changed })} />
              <ArticlesPart articles={preview.articles} add={articles} onChange={(add) => make({ articles: add })} />
            </>
          )}
        </div>
      ) : (
        <div key="mapping" ref={toFirst} className={styles.form}>
          {(['labels', 'attributes', 'relations'] as const).map((kind) => (
            <MappingTable key={kind} kind={kind} names={preview[kind]} codebook={codebook} targets={targets[kind]} onChange={(changed) => make({ targets: { ...targets, [kind]: changed } })} />
          ))}
          {preview.attributes.length > 0 && (
            <Choices
              label={t('intake.values')}
              value={values}
              options={[{ value: 'create', text: t('intake.values.create') }, { value: 'skip', text: t('intake.values.skip') }]}
              onChange={(changed) => make({ values: changed })}
            />
          )}
          <GainsPart choices={choices} />
        </div>
      )}
    </Dialog>
  )
}
