import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AttributesTable } from './attributes-table.tsx'
import styles from './codebook-view.module.css'
import { LabelEntry } from './label-entry.tsx'

/** The whole codebook as a text to read, and where it is changed. */
export function CodebookView() {
  const { t } = useTranslation()
  const { view } = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const version = useSessionState((state) => state.project?.codebookVersion) ?? ''
  const locked = useSessionState((state) => state.project?.readOnly !== null)
  if (!codebook) return null
  const labels = codebook.labels.filter(({ retired }) => retired !== true)
  const addLabel = (look: 'primary' | 'plain') => (
    <Button look={look} disabled={locked} onClick={() => view.setState({ dialog: { kind: 'label', id: null } })}>
      <Plus size={14} aria-hidden /> {t('codebook.add-label')}
    </Button>
  )
  const parts = [
    { id: 'labels', title: t('codebook.labels'), shown: true },
    { id: 'attributes', title: t('codebook.attributes'), shown: true },
    { id: 'relations', title: t('codebook.relations'), shown: codebook.relations.length > 0 },
    { id: 'rules', title: t('codebook.rules'), shown: codebook.rules.length > 0 },
    { id: 'worked', title: t('codebook.worked'), shown: codebook.examples.length > 0 },
    { id: 'notes', title: t('codebook.notes'), shown: codebook.notes !== '' },
  ].filter(({ shown }) => shown)

  return (
    <div className={styles.view}>
      <nav className={styles.contents} aria-label={t('codebook.contents')}>
        <h1 className={styles.name} dir="auto">
          {codebook.name}
        </h1>
        <p className={styles.version}>{t('codebook.version', { version: version.slice(0, 8) })}</p>
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <ContentsButton target={`codebook-${id}`} text={title} />
              {id === 'labels' && (
                <ul>
                  {labels.map((label) => (
                    <li key={label.id}>
                      <ContentsButton target={`label-${label.id}`} text={label.name} inner />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.scroller}>
        <article className={styles.page}>
          <header className={styles.part} id="codebook-labels">
            <h2 className={styles.heading}>{t('codebook.labels')}</h2>
            {labels.length > 0 && addLabel('plain')}
          </header>
          {labels.length === 0 ? (
            <EmptyState title={t('codebook.empty.title')} actions={addLabel('primary')}>
              <p>{t('codebook.empty.text')}</p>
            </EmptyState>
          ) : (
            labels.map((label) => <LabelEntry key={label.id} label={label} locked={locked} />)
          )}
          <header className={styles.part} id="codebook-attributes">
            <h2 className={styles.heading}>{t('codebook.attributes')}</h2>
            {labels.length > 0 && (
              <Button disabled={locked} onClick={() => view.setState({ dialog: { kind: 'attribute', id: null, label: null } })}>
                <Plus size={14} aria-hidden /> {t('codebook.add-attribute')}
              </Button>
            )}
          </header>
          {codebook.attributes.length === 0 ? <p className={styles.quiet}>{t('codebook.attributes.none')}</p> : <AttributesTable codebook={codebook} locked={locked} />}
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
      </div>
    </div>
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

function ContentsButton({ target, text, inner = false }: { readonly target: string; readonly text: string; readonly inner?: boolean }) {
  return (
    <button
      type="button"
      className={styles.jump}
      data-inner={inner}
      onClick={() => document.querySelector(`#${CSS.escape(target)}`)?.scrollIntoView({ block: 'start' })}
    >
      {text}
    </button>
  )
}
