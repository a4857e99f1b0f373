import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isExampleInSight } from '../../../core/codebook/examples-in-sight.ts'
import type { Codebook, Label } from '../../../core/model/codebook.ts'
import { useSession } from '../../session/context.tsx'
import { useExampleSight } from '../../session/example-sight.ts'
import { useKeys } from '../../session/use-keys.ts'
import { inspectorOf } from '../../session/inspector.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './at-hand.module.css'

interface Props {
  readonly codebook: Codebook
  readonly label: Label
}

/** What the codebook says about the label, at the foot of the inspector: folded until it is wanted, one key away. */
export function AtHand({ codebook, label }: Props) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const state = inspectorOf(useSession())
  const isOpen = useStore(state, ({ atHand }) => atHand)
  const keys = keysFor('inspector.atHand')
  return (
    <section className={styles.fold} data-open={isOpen || undefined}>
      <button type="button" className={styles.bar} aria-expanded={isOpen} onClick={() => state.setState({ atHand: !isOpen })}>
        <ChevronRight size={14} className={styles.arrow} aria-hidden />
        <span className={styles.title}>{t('inspector.at-hand')}</span>
        {keys !== undefined && <Kbd keys={keys} />}
      </button>
      {isOpen && (
        // It scrolls, and may hold nothing to stop at.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.body} tabIndex={0} aria-label={t('inspector.at-hand')}>
          <Definition label={label} />
          {codebook.rules.length > 0 && (
            <>
              <h3 className={styles.heading}>{t('codebook.rules')}</h3>
              <ol className={styles.rules}>
                {codebook.rules.map((rule) => (
                  <li key={rule.id}>{rule.text}</li>
                ))}
              </ol>
            </>
          )}
        </section>
      )}
    </section>
  )
}

function Definition({ label }: Pick<Props, 'label'>) {
  const { t } = useTranslation()
  const sight = useExampleSight()
  const examples = label.examples.filter((example) => isExampleInSight(example, sight))
  return (
    <>
      <h2 className={styles.name}>
        <LabelSwatch look={label} />
        {label.name}
      </h2>
      <p>{label.definition}</p>
      <Cases title={t('codebook.include')} cases={label.include} />
      <Cases title={t('codebook.exclude')} cases={label.exclude} />
      {examples.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('codebook.examples')}</h3>
          <ul className={styles.examples}>
            {examples.map((example) => (
              <li key={example.text}>
                {example.counter && <span className={styles.counter}>{t('codebook.counter')}: </span>}
                <span className={styles.example} dir="auto">
                  {example.text}
                </span>
                {example.note !== undefined && <span className={styles.note}> {example.note}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Cases({ title, cases }: { readonly title: string; readonly cases: readonly string[] }) {
  if (cases.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.cases}>
        {cases.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  )
}
