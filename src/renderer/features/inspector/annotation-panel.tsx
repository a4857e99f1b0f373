import { useTranslation } from 'react-i18next'
import { labelById } from '../../../core/codebook/lookup.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { perform } from '../../session/perform.ts'
import { AnnotationHead } from './annotation-head.tsx'
import styles from './annotation-panel.module.css'
import { AtHand } from './at-hand.tsx'
import { useDraft } from './controls/use-draft.ts'
import { GrowingText } from './fields/growing-text.tsx'
import { Form } from './form.tsx'
import { Relations } from './relations.tsx'

interface Props {
  readonly codebook: Codebook
  readonly set: AnnotationSet
  readonly annotation: Annotation
}

/** One annotation: what it is, what is recorded about it, and what the codebook says about its label. */
export function AnnotationPanel({ codebook, set, annotation }: Props) {
  const { t } = useTranslation()
  const label = labelById(codebook, annotation.label)
  const made = `${formatDay(annotation.created)}, ${formatTime(annotation.created)}`
  const sameDay = formatDay(annotation.created) === formatDay(annotation.modified)
  const changed = `${sameDay ? '' : `${formatDay(annotation.modified)}, `}${formatTime(annotation.modified)}`
  return (
    <div className={styles.panel}>
      <div className={styles.scroller}>
        <AnnotationHead codebook={codebook} set={set} annotation={annotation} />
        <div className={styles.body}>
          {!label && <p className={styles.times}>{t('inspector.unknown.label')}</p>}
          <Form codebook={codebook} annotation={annotation} relations={set.relations} />
          <Relations codebook={codebook} set={set} annotation={annotation} />
          <Note annotation={annotation} />
          <p className={styles.times}>
            {t('inspector.created', { when: made })}
            {annotation.modified !== annotation.created && ` · ${t('inspector.modified', { when: changed })}`}
          </p>
        </div>
      </div>
      {label && <AtHand codebook={codebook} label={label} />}
    </div>
  )
}

function Note({ annotation }: { readonly annotation: Annotation }) {
  const { t } = useTranslation()
  const session = useSession()
  const { draft, change, finish, revert } = useDraft(annotation.note ?? '', (note) => {
    perform(session, { kind: 'set_note', id: annotation.id, note: note.trim() })
    return true
  })
  return (
    <label className={styles.note}>
      <span className={styles.noteName}>{t('inspector.note')}</span>
      <GrowingText
        value={draft}
        placeholder={t('inspector.note.placeholder')}
        onChange={(event) => change(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && revert()) event.preventDefault()
        }}
      />
    </label>
  )
}
