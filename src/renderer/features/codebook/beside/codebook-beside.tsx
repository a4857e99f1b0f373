import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { labelById } from '../../../../core/codebook/lookup.ts'
import type { Attribute, Codebook, Label } from '../../../../core/model/codebook.ts'
import { useSession, useSessionState, useView } from '../../../session/context.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { LabelEntry } from '../label-entry.tsx'
import { codebookDesk } from '../../../session/codebook-desk.ts'
import { useCodebookInSight } from '../../../session/example-sight.ts'
import { matches } from './matches.ts'
import styles from './codebook-beside.module.css'

/** The codebook to look things up in beside the text: the label at hand first, then what the search finds. */
export function CodebookBeside() {
  const { t } = useTranslation()
  const session = useSession()
  const { view } = session
  const codebook = useCodebookInSight(useSessionState((state) => state.project?.codebook))
  const current = useCurrentLabel()
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  // It was asked for to look something up.
  useEffect(() => search.current?.focus(), [])
  if (!codebook) return null

  function close(): void {
    view.setState(({ wants }) => ({ beside: false, drawer: null, wants: { ...wants, text: wants.text + 1 } }))
  }

  // The first Escape empties the search, the next one goes back to the text.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    if (query === '') close()
    else setQuery('')
  }

  return (
    <div className={styles.beside} role="presentation" onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <TextField
          label={t('beside.search')}
          hideLabel
          type="search"
          placeholder={t('beside.search')}
          value={query}
          dir="auto"
          ref={search}
          onChange={(event) => setQuery(event.target.value)}
        />
        <IconButton icon={X} title={t('beside.close')} keys="Escape" onClick={close} />
      </header>
      <Found
        codebook={codebook}
        query={query}
        current={current}
        onEdit={(id) => {
          codebookDesk(session).setState({ place: { kind: 'label', id } })
          view.setState({ tab: 'codebook' })
        }}
      />
    </div>
  )
}

interface FoundProps {
  readonly codebook: Codebook
  readonly query: string
  readonly current: string | null
  readonly onEdit: (label: string) => void
}

function Found({ codebook, query, current, onEdit }: FoundProps) {
  const { t } = useTranslation()
  const found = useMemo(() => matches(codebook, query, current), [codebook, query, current])
  const { labels, attributes, rules, examples } = found
  if (labels.length + attributes.length + rules.length + examples.length === 0) return <p className={styles.none}>{t('beside.none')}</p>
  return (
    <section className={styles.found} aria-label={t('beside.title')}>
      {labels.map((label) => (
        <LabelEntry key={label.id} label={label} onEdit={() => onEdit(label.id)} />
      ))}
      {attributes.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('codebook.attributes')}</h3>
          <dl>
            {attributes.map((attribute) => (
              <AttributeEntry key={attribute.id} attribute={attribute} />
            ))}
          </dl>
        </section>
      )}
      {rules.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('codebook.rules')}</h3>
          <ol className={styles.rules}>
            {rules.map(({ id, text, number }) => (
              <li key={id} value={number} dir="auto">
                {text}
              </li>
            ))}
          </ol>
        </section>
      )}
      {examples.length > 0 && (
        <section>
          <h3 className={styles.title}>{t('codebook.worked')}</h3>
          {examples.map(({ id, text, coding }) => (
            <figure key={id} className={styles.worked}>
              <blockquote dir="auto">{text}</blockquote>
              <figcaption dir="auto">{coding}</figcaption>
            </figure>
          ))}
        </section>
      )}
    </section>
  )
}

function AttributeEntry({ attribute: { name, help, values } }: { readonly attribute: Attribute }) {
  return (
    <div className={styles.attribute}>
      <dt dir="auto">{name}</dt>
      <dd dir="auto">{help}</dd>
      {values
        ?.filter(({ retired }) => retired !== true)
        .map((value) => (
          <dd key={value.id} className={styles.value} dir="auto">
            <b>{value.name}</b>
            {value.definition !== undefined && ` – ${value.definition}`}
          </dd>
        ))}
    </div>
  )
}

/** Of the selected annotation, else the one used last. */
function useCurrentLabel(): string | null {
  const codebook = useSessionState((state) => state.project?.codebook)
  const set = useSessionState((state) => state.article?.set)
  const selected = useView((view) => view.selected)
  const last = useView((view) => view.lastLabel)
  const id = set?.annotations.find((annotation) => annotation.id === selected[0])?.label ?? last
  const label: Label | undefined = codebook && id !== null ? labelById(codebook, id) : undefined
  return label?.id ?? null
}

