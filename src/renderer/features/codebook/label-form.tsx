import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tintSchema, underlineSchema, type Codebook, type Label } from '../../../core/model/codebook.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { saveCodebook } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { LabelSample } from '../../ui/label-sample.tsx'
import { freeLook, freshId, labelProblems, linesOf, withLabel } from './edit.ts'
import styles from './forms.module.css'

/** Adds a label, or changes one; `id` null: a new one. */
export function LabelForm({ id, onClose }: { readonly id: string | null; readonly onClose: () => void }) {
  const codebook = useSessionState((state) => state.project?.codebook)
  return codebook ? <Form codebook={codebook} id={id} onClose={onClose} /> : null
}

const NEW = 'new label'

function Form({ codebook, id, onClose }: { readonly codebook: Codebook; readonly id: string | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [label, setLabel] = useState<Label>(
    () =>
      codebook.labels.find((each) => each.id === id) ?? {
        id: NEW, name: '', kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true, ...freeLook(codebook.labels),
      },
  )
  const [include, setInclude] = useState(label.include.join('\n'))
  const [exclude, setExclude] = useState(label.exclude.join('\n'))
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const problems = labelProblems(label, codebook)
  const change = (some: Partial<Label>) => setLabel((before) => ({ ...before, ...some }))

  function setKey(text: string): void {
    const { key: _, ...rest } = label
    setLabel(text === '' ? rest : { ...rest, key: text.toLowerCase() })
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems).length > 0) return
    const name = label.name.trim()
    const made = id === null ? freshId(name, codebook.labels.map((each) => each.id), session.environment) : label.id
    const next = { ...label, id: made, name, include: linesOf(include), exclude: linesOf(exclude) }
    const answer = await saveCodebook(session, withLabel(codebook, next), t(id === null ? 'label.change.added' : 'label.change.edited', { name }))
    if (answer.ok) onClose()
    else setRefused(`${answer.error.message} ${answer.error.remedy}`)
  }

  const keyProblem = problems.key === 'wrong' ? t('label.key.wrong') : problems.key && t('label.key.taken', { name: problems.key.takenBy })
  const nameProblem = problems.name === 'taken' ? t('label.name.taken') : tried && problems.name ? t('new.required') : null
  return (
    <Dialog
      kind="sheet"
      size="small"
      title={id === null ? t('label.new') : t('label.edit')}
      onClose={onClose}
      actions={
        <>
          {refused !== null && <p className={styles.refused}>{refused}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="label-form">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id="label-form" className={styles.form} onSubmit={(event) => void save(event)}>
        <div className={styles.nameAndKey}>
          <TextField label={t('label.name')} value={label.name} error={nameProblem} dir="auto" onChange={(event) => change({ name: event.target.value })} />
          <TextField label={t('label.key')} value={label.key?.toUpperCase() ?? ''} maxLength={2} error={keyProblem} onChange={(event) => setKey(event.target.value)} />
        </div>
        <div className={styles.pair}>
          <SelectField
            label={t('label.tint')}
            value={label.tint}
            options={tintSchema.options.map((value) => ({ value, text: t(`tint.${value}`) }))}
            onChange={(tint) => change({ tint })}
          />
          <SelectField
            label={t('label.underline')}
            value={label.underline}
            options={underlineSchema.options.map((value) => ({ value, text: t(`underline.${value}`) }))}
            onChange={(underline) => change({ underline })}
          />
        </div>
        <p className={styles.preview}>
          <LabelSample look={label} text={t('label.preview')} />
          {problems.look && <span className={styles.problem}>{t('label.look.taken', { name: problems.look.takenBy })}</span>}
        </p>
        <TextArea label={t('label.definition')} rows={3} value={label.definition} dir="auto" onChange={(event) => change({ definition: event.target.value })} />
        <TextArea label={t('label.include')} rows={3} value={include} dir="auto" onChange={(event) => setInclude(event.target.value)} />
        <TextArea label={t('label.exclude')} rows={3} value={exclude} dir="auto" onChange={(event) => setExclude(event.target.value)} />
        <Choices
          label={t('label.kind')}
          value={label.kind}
          options={(['event', 'mention'] as const).map((value) => ({ value, text: t(`label.kind.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={label.active} onChange={(event) => change({ active: event.target.checked })} />
          {t('label.active')}
        </label>
      </form>
    </Dialog>
  )
}
