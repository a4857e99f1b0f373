import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isExampleInSight } from '../../../core/codebook/examples-in-sight.ts'
import type { Label } from '../../../core/model/codebook.ts'
import { useExampleSight } from '../../session/example-sight.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LabelSample, LabelSwatch } from '../../ui/label-sample.tsx'
import styles from './label-entry.module.css'

/** One label: what it is, when it is used and when not, and what it looks like in the text. */
export function LabelEntry({ label, onEdit }: { readonly label: Label; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const { id, name, key, definition, include, exclude, source, active } = label
  const sight = useExampleSight()
  const examples = label.examples.filter((example) => isExampleInSight(example, sight))
  return (
    <section id={`label-${id}`} className={styles.entry} data-off={!active}>
      <header className={styles.header}>
        <LabelSwatch look={label} />
        <h3 className={styles.name} dir="auto">
          {name}
        </h3>
        {key !== undefined && <Kbd keys={key.toUpperCase()} />}
        {!active && <span className={styles.off}>{t('codebook.off')}</span>}
        <span className={styles.end}>
          {source !== undefined && <span className={styles.source}>{t('codebook.sources', { source })}</span>}
          <Button look="quiet" aria-label={`${t('codebook.edit-label')} ${name}`} onClick={onEdit}>
            <Pencil size={14} aria-hidden /> {t('codebook.edit-label')}
          </Button>
        </span>
      </header>
      {definition !== '' && (
        <p className={styles.definition} dir="auto">
          {definition}
        </p>
      )}
      <div className={styles.rules}>
        <Cases title={t('codebook.include')} cases={include} />
        <Cases title={t('codebook.exclude')} cases={exclude} />
      </div>
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label={t('codebook.examples')}>
          {examples.map(({ text, note, counter }) => (
            <li key={text}>
              {counter ? (
                <span className={styles.counter} dir="auto">
                  <span className={styles.not}>{t('codebook.counter')}</span> {text}
                </span>
              ) : (
                <LabelSample look={label} text={text} />
              )}
              {note !== undefined && (
                <span className={styles.note} dir="auto">
                  {note}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Cases({ title, cases }: { readonly title: string; readonly cases: readonly string[] }) {
  if (cases.length === 0) return null
  return (
    <div>
      <h4 className={styles.casesTitle}>{title}</h4>
      <ul className={styles.cases}>
        {cases.map((each) => (
          <li key={each} dir="auto">
            {each}
          </li>
        ))}
      </ul>
    </div>
  )
}
