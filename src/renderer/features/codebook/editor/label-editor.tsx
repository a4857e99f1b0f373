import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { labelProblems } from '../../../../core/codebook/edits/fresh.ts'
import { isExampleInSight } from '../../../../core/codebook/examples-in-sight.ts'
import { tintSchema, underlineSchema, type Label } from '../../../../core/model/codebook.ts'
import { useExampleSight } from '../../../session/example-sight.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { LabelSample } from '../../../ui/label-sample.tsx'
import styles from './editor.module.css'
import { LinesField } from './fields.tsx'
import { ItemHead } from './item-head.tsx'
import type { Editing } from './use-codebook.ts'

/** Everything about one label; a clash with another one is said at once. */
export function LabelEditor({ editing, label }: { readonly editing: Editing; readonly label: Label }) {
  const { t } = useTranslation()
  const { codebook, locked } = editing
  const problems = labelProblems(label, codebook)
  const change = (some: Partial<Label>) => editing.put('label', { ...label, ...some }, Object.keys(some)[0])

  function setKey(text: string): void {
    const { key: _, ...rest } = label
    editing.put('label', text === '' ? rest : { ...rest, key: text.toUpperCase() }, 'key')
  }

  const keyProblem = problems.key === 'wrong' ? t('label.key.wrong') : problems.key && t('label.key.taken', { name: problems.key.takenBy })
  const nameProblem = problems.name === 'taken' ? t('label.name.taken') : problems.name && t('new.required')
  return (
    <form className={styles.editor} aria-label={t('change.kind.label')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="label" item={label} />
      <div className={styles.nameAndKey}>
        <TextField label={t('label.name')} value={label.name} error={nameProblem} disabled={locked} dir="auto" onChange={(event) => change({ name: event.target.value })} />
        <TextField label={t('label.key')} value={label.key?.toUpperCase() ?? ''} maxLength={2} error={keyProblem} disabled={locked} onChange={(event) => setKey(event.target.value)} />
      </div>
      <div className={styles.row}>
        <SelectField
          label={t('label.tint')}
          value={label.tint}
          disabled={locked}
          options={tintSchema.options.map((value) => ({ value, text: t(`tint.${value}`) }))}
          onChange={(tint) => change({ tint })}
        />
        <SelectField
          label={t('label.underline')}
          value={label.underline}
          disabled={locked}
          options={underlineSchema.options.map((value) => ({ value, text: t(`underline.${value}`) }))}
          onChange={(underline) => change({ underline })}
        />
      </div>
      <p className={styles.preview}>
        <LabelSample look={label} text={t('label.preview')} />
        {problems.look && <span className={styles.problem}>{t('label.look.taken', { name: problems.look.takenBy })}</span>}
      </p>
      <TextArea label={t('label.definition')} rows={3} value={label.definition} disabled={locked} dir="auto" onChange={(event) => change({ definition: event.target.value })} />
      <LinesField key={`include ${label.id}`} label={t('label.include')} value={label.include} disabled={locked} onChange={(include) => change({ include })} />
      <LinesField key={`exclude ${label.id}`} label={t('label.exclude')} value={label.exclude} disabled={locked} onChange={(exclude) => change({ exclude })} />
      <Examples editing={editing} label={label} />
      <Choices
        label={t('label.kind')}
        value={label.kind}
        options={(['event', 'mention'] as const).map((value) => ({ value, text: t(`label.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={label.active} disabled={locked} onChange={(event) => change({ active: event.target.checked })} />
        {t('label.active')}
      </label>
      <TextField label={t('label.source')} value={label.source ?? ''} disabled={locked} dir="auto" onChange={(event) => editing.put('label', withSource(label, event.target.value), 'source')} />
    </form>
  )
}

export function withSource<T extends { readonly source?: string | undefined }>(item: T, source: string): T {
  const { source: _, ...rest } = item
  return (source === '' ? rest : { ...rest, source }) as T
}

function Examples({ editing, label }: { readonly editing: Editing; readonly label: Label }) {
  const { t } = useTranslation()
  const { locked } = editing
  const sight = useExampleSight()
  const put = (examples: Label['examples'], about?: string) => editing.put('label', { ...label, examples }, about)
  const change = (at: number, some: Partial<Label['examples'][number]>) =>
    put(label.examples.map((example, index) => (index === at ? tidy({ ...example, ...some }) : example)), `example ${at}`)
  return (
    <section className={styles.group} aria-label={t('codebook.examples')}>
      <h3 className={styles.groupTitle}>{t('codebook.examples')}</h3>
      <p className={styles.quiet}>{t('label.examples.help')}</p>
      <div className={styles.items}>
        {label.examples.map((example, index) =>
          isExampleInSight(example, sight) ? (
            // An example has no id; its place is what it is known by while it is edited.
            <div key={`${label.id} ${index}`} className={styles.example}>
              <TextArea label={t('label.example.text', { number: index + 1 })} hideLabel rows={2} value={example.text} disabled={locked} dir="auto" onChange={(event) => change(index, { text: event.target.value })} />
              <TextArea label={t('label.example.note', { number: index + 1 })} hideLabel rows={2} value={example.note ?? ''} placeholder={t('label.example.why')} disabled={locked} dir="auto" onChange={(event) => change(index, { note: event.target.value })} />
              <SelectField
                label={t('label.example.kind', { number: index + 1 })}
                hideLabel
                value={example.counter === true ? 'counter' : 'example'}
                disabled={locked}
                options={(['example', 'counter'] as const).map((value) => ({ value, text: t(`label.example.${value}`) }))}
                onChange={(kind) => change(index, { counter: kind === 'counter' })}
              />
              <IconButton icon={Trash2} title={t('label.example.delete', { number: index + 1 })} disabled={locked} onClick={() => put(label.examples.filter((_, at) => at !== index))} />
            </div>
          ) : (
            <p key={`${label.id} ${index}`} className={styles.quiet}>
              {t('blind.example')}
            </p>
          ),
        )}
      </div>
      <div>
        <Button disabled={locked} onClick={() => put([...label.examples, { text: t('label.example.new') }])}>
          {t('label.example.add')}
        </Button>
      </div>
    </section>
  )
}

/** Without what says nothing. */
function tidy({ note, counter, ...rest }: Label['examples'][number]): Label['examples'][number] {
  return { ...rest, ...(note === undefined || note === '' ? {} : { note }), ...(counter === true ? { counter } : {}) }
}
