import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { codebookDesk } from '../../session/codebook-desk.ts'
import { useSession } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AttributesTable } from './attributes-table.tsx'
import styles from './codebook-view.module.css'
import type { Editing } from './editor/use-codebook.ts'
import { LabelEntry } from './label-entry.tsx'

/** The whole codebook as a text to read; what is read can be opened for change. */
export function CodebookPage({ editing: { codebook, locked, show } }: { readonly editing: Editing }) {
  const { t } = useTranslation()
  const desk = codebookDesk(useSession())
  const labels = codebook.labels.filter(({ retired }) => retired !== true)
  return (
    <article className={styles.page}>
      <header className={styles.part} id="codebook-labels">
        <h2 className={styles.heading}>{t('codebook.labels')}</h2>
      </header>
      {labels.length === 0 ? (
        <EmptyState
          title={t('codebook.empty.title')}
          actions={
            <Button look="primary" disabled={locked} onClick={() => desk.setState({ adding: 'label' })}>
              <Plus size={14} aria-hidden /> {t('editor.add.label')}
            </Button>
          }
        >
          <p>{t('codebook.empty.text')}</p>
        </EmptyState>
      ) : (
        labels.map((label) => <LabelEntry key={label.id} label={label} onEdit={() => show({ kind: 'label', id: label.id })} />)
      )}
      <header className={styles.part} id="codebook-attributes">
        <h2 className={styles.heading}>{t('codebook.attributes')}</h2>
      </header>
      {codebook.attributes.length === 0 ? <p className={styles.quiet}>{t('codebook.attributes.none')}</p> : <AttributesTable codebook={codebook} onOpen={(id) => show({ kind: 'attribute', id })} />}
      {codebook.relations.length > 0 && (
        <Part id="relations" title={t('codebook.relations')}>
          <dl className={styles.pairs}>
            {codebook.relations.map(({ id, name, definition }) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd dir="auto">{definition}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {codebook.rules.length > 0 && (
        <Part id="rules" title={t('codebook.rules')}>
          <p className={styles.quiet}>{t('codebook.rules.text')}</p>
          <ol className={styles.rules}>
            {codebook.rules.map(({ id, text }) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {codebook.examples.length > 0 && (
        <Part id="worked" title={t('codebook.worked')}>
          {codebook.examples.map(({ id, text, coding }) => (
            <figure key={id} className={styles.worked}>
              <blockquote dir="auto">{text}</blockquote>
              <figcaption dir="auto">{coding}</figcaption>
            </figure>
          ))}
        </Part>
      )}
      {codebook.notes !== '' && (
        <Part id="notes" title={t('codebook.notes')}>
          <p className={styles.notes} dir="auto">
            {codebook.notes}
          </p>
        </Part>
      )}
    </article>
  )
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <header className={styles.part} id={`codebook-${id}`}>
        <h2 className={styles.heading}>{title}</h2>
      </header>
      {children}
    </section>
  )
}
