import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { putItem } from '../../../../core/codebook/edits/items.ts'
import type { Codebook, Label } from '../../../../core/model/codebook.ts'
import { changeCodebookNow, codebookDesk } from '../../../session/codebook-desk.ts'
import { stepVersion } from '../../../session/codebook-versions.ts'
import { useSession, useSessionState } from '../../../session/context.tsx'
import { say } from '../../../session/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../../ui/field.tsx'
import styles from './dialogs.module.css'

interface Props {
  /** With the words that matter in brackets, inside their sentence. */
  readonly text: string
  readonly label: string | null
  readonly onClose: () => void
}

/** The selected words become an example of a label, or one of what it is not. In force at once, as a version of its own. */
export function ExampleDialog({ text, label, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const annotator = useSessionState((state) => state.project?.annotator.key)
  const article = useSessionState((state) => (state.article ? state.rows.get(state.article.id)?.path : undefined))
  const labels = codebook?.labels.filter(({ retired }) => retired !== true) ?? []
  const [to, setTo] = useState(labels.find(({ id }) => id === label)?.id ?? labels[0]?.id ?? '')
  const [kind, setKind] = useState<'example' | 'counter'>('example')
  const [words, setWords] = useState(text)
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const chosen = labels.find(({ id }) => id === to)

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!chosen || words.trim() === '') return
    const example: Label['examples'][number] = {
      text: words.trim(),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(kind === 'counter' ? { counter: true } : {}),
      ...(article === undefined || annotator === undefined ? {} : { from: { article, annotator } }),
    }
    const answer = await changeCodebookNow(session, (book) => withExample(book, to, example), t(`example.change.${kind}`, { name: chosen.name }))
    if (!answer.ok) return setRefused(`${answer.error.message} ${answer.error.remedy}`)
    // With a draft open there is more to lose than the example.
    const clean = codebookDesk(session).getState().draft === null
    say(session.view, t(`example.added.${kind}`, { name: chosen.name }), clean ? { action: { text: t('editor.undo'), perform: () => void stepVersion(session, 'back') }, takesBack: 'version' } : {})
    onClose()
  }

  return (
    <Dialog
      size="small"
      kind="sheet"
      title={t('example.add.title')}
      onClose={onClose}
      actions={
        <>
          {refused !== null && <p className={styles.problem}>{refused}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="example-form" disabled={!chosen || words.trim() === ''}>
            {t('example.add.do')}
          </Button>
        </>
      }
    >
      <form id="example-form" className={styles.body} onSubmit={(event) => void save(event)}>
        <SelectField label={t('example.add.label')} value={to} options={labels.map(({ id, name }) => ({ value: id, text: name }))} onChange={setTo} />
        <Choices
          label={t('example.add.kind')}
          value={kind}
          options={(['example', 'counter'] as const).map((value) => ({ value, text: t(`example.add.${value}`) }))}
          onChange={setKind}
        />
        <TextArea label={t('example.add.text')} help={t('label.examples.help')} rows={4} value={words} dir="auto" onChange={(event) => setWords(event.target.value)} />
        <TextArea label={t('example.add.note')} rows={2} value={note} dir="auto" onChange={(event) => setNote(event.target.value)} />
      </form>
    </Dialog>
  )
}

function withExample(codebook: Codebook, id: string, example: Label['examples'][number]): Codebook {
  const label = codebook.labels.find((each) => each.id === id)
  if (!label) return codebook
  return putItem(codebook, 'label', { ...label, examples: [...label.examples.filter(({ text }) => text !== example.text), example] })
}
