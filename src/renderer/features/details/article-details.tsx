import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '../../../core/model/project.ts'
import { setFields } from '../../session/articles.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import styles from './article-details.module.css'

interface Props {
  readonly id: string
  /** Begins in the note. */
  readonly atNote: boolean
  readonly onClose: () => void
}

export function ArticleDetails({ id, atNote, onClose }: Props) {
  const row = useSessionState((state) => state.rows.get(id))
  return row ? <Form key={id} row={row} atNote={atNote} onClose={onClose} /> : null
}

const isDate = (text: string) => text === '' || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)))
const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

function Form({ row, atNote, onClose }: Omit<Props, 'id'> & { readonly row: ArticleRow }) {
  const { t } = useTranslation()
  const session = useSession()
  const [title, setTitle] = useState(row.title)
  const [date, setDate] = useState(row.date ?? '')
  const [outlet, setOutlet] = useState(row.outlet ?? '')
  const [link, setLink] = useState(row.link ?? '')
  const [note, setNote] = useState(row.note ?? '')
  const noteField = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // The dialog puts the focus into its first field once it is there.
    const frame = atNote ? requestAnimationFrame(() => noteField.current?.focus()) : 0
    return () => cancelAnimationFrame(frame)
  }, [atNote])
  const [refused, setRefused] = useState<string | null>(null)
  const wrongDate = !isDate(date.trim())

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (wrongDate) return
    const next = { title: orNull(title), date: orNull(date), outlet: orNull(outlet), link: orNull(link), note: orNull(note) }
    const before = { title: row.title, date: row.date, outlet: row.outlet, link: row.link, note: row.note }
    // What was read from the text and not touched stays read from the text.
    const fields = Object.fromEntries(Object.entries(next).filter(([key, value]) => value !== before[key as keyof typeof before]))
    const answer = await setFields(session, row.id, fields)
    if (answer.ok) onClose()
    else setRefused(`${answer.error.message} ${answer.error.remedy}`)
  }

  return (
    <Dialog
      kind="sheet"
      size="small"
      title={t('details.title')}
      description={t('details.empty')}
      onClose={onClose}
      actions={
        <>
          {refused !== null && <p className={styles.refused}>{refused}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="article-details">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id="article-details" className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField label={t('details.article-title')} value={title} dir="auto" onChange={(event) => setTitle(event.target.value)} />
        <TextField
          label={t('details.date')}
          help={t('details.date.help')}
          error={wrongDate ? t('details.date.wrong') : null}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <TextField label={t('details.outlet')} value={outlet} dir="auto" onChange={(event) => setOutlet(event.target.value)} />
        <TextField label={t('details.link')} type="url" value={link} onChange={(event) => setLink(event.target.value)} />
        <TextArea label={t('details.note')} help={t('details.note.help')} value={note} dir="auto" ref={noteField} onChange={(event) => setNote(event.target.value)} />
        <dl className={styles.facts}>
          <dt>{t('details.path')}</dt>
          <dd>
            <bdi>{row.path}</bdi>
          </dd>
          <dt>{t('details.encoding')}</dt>
          <dd>{t(`encoding.${row.encoding}`)}</dd>
          {row.original !== null && (
            <>
              <dt>{t('details.original')}</dt>
              <dd>{t(`extract.kind.${row.original}`)}</dd>
            </>
          )}
        </dl>
      </form>
    </Dialog>
  )
}
