import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codebookDesk, editCodebook } from '../../../session/codebook-desk.ts'
import { useSession } from '../../../session/context.tsx'
import type { CodebookSubject } from '../../../session/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { LabelSample } from '../../../ui/label-sample.tsx'
import { useEditing, type Editing } from '../editor/use-codebook.ts'
import styles from './dialogs.module.css'
import { countOf, mergeSubject, siblings } from './subject.ts'
import { UsesTable } from './uses-table.tsx'
import { useUses } from './use-uses.ts'

interface Props {
  readonly subject: CodebookSubject
  readonly onClose: () => void
}

/** Chooses what something becomes, and shows beforehand whose annotations will be read as that. */
export function MergeDialog(props: Props) {
  const editing = useEditing()
  return editing && <Merging {...props} editing={editing} />
}

function Merging({ subject, onClose, editing }: Props & { readonly editing: Editing }) {
  const { t } = useTranslation()
  const session = useSession()
  const { codebook, saved } = editing
  const all = siblings(codebook, subject)
  const gone = all.find(({ id }) => id === subject.id)
  const targets = all.filter(({ id, retired }) => id !== subject.id && retired !== true)
  const [to, setTo] = useState(targets[0]?.id ?? '')
  const uses = useUses(subject.what === 'attribute' && to !== '' ? [subject.id, to] : null)
  const target = targets.find(({ id }) => id === to)
  const merged = mergeSubject(codebook, subject, to)
  const both = uses?.reduce((total, each) => total + each.uses.both, 0) ?? 0
  const look = subject.what === 'label' ? codebook.labels.find(({ id }) => id === to) : undefined
  const before = subject.what === 'label' ? codebook.labels.find(({ id }) => id === subject.id) : undefined
  const coming =
    subject.what === 'label'
      ? codebook.attributes.filter(({ labels, retired }) => retired !== true && labels.includes(subject.id) && !labels.includes(to)).map(({ name }) => name)
      : []

  function perform(): void {
    const result = mergeSubject(codebook, subject, to)
    if (!result.ok) return
    editCodebook(session, () => result.value)
    if (subject.what !== 'value' && subject.what !== 'sector') codebookDesk(session).setState({ place: { kind: subject.what, id: to } })
    onClose()
  }

  return (
    <Dialog
      title={t('merge.title', { name: gone?.name ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={!merged.ok} onClick={perform}>
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <SelectField label={t('merge.into')} value={to} options={targets.map(({ id, name }) => ({ value: id, text: name }))} onChange={setTo} />
        {merged.ok ? (
          <>
            <p className={styles.reads}>
              {before && look ? (
                <>
                  <LabelSample look={before} text={gone?.name ?? ''} /> → <LabelSample look={look} text={target?.name ?? ''} />
                </>
              ) : (
                <>
                  <s>{gone?.name}</s> → <b>{target?.name}</b>
                </>
              )}
            </p>
            <UsesTable uses={uses} count={countOf(saved, subject)} what={subject.what === 'relation' ? 'relations' : 'annotations'} />
            <p>{t('merge.text', { name: target?.name ?? '' })}</p>
            {coming.length > 0 && <p>{t('merge.attributes', { name: target?.name ?? '', attributes: coming.join(', ') })}</p>}
            {both > 0 && <p className={styles.problem}>{t('merge.both', { count: both, name: target?.name ?? '' })}</p>}
            <p className={styles.quiet}>{t('merge.undo')}</p>
          </>
        ) : (
          <p className={styles.problem}>{`${merged.error.message} ${merged.error.remedy}`}</p>
        )}
      </div>
    </Dialog>
  )
}
