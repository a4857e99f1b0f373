import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attributesOf, isFilled, missing, unknownAttributes } from '../../../core/codebook/form.ts'
import { storedValue } from '../../../core/codebook/lookup.ts'
import { formatValue } from '../../../core/codebook/display.ts'
import type { Annotation, Relation } from '../../../core/model/annotation.ts'
import type { Attribute, Codebook, Stage } from '../../../core/model/codebook.ts'
import { useSession } from '../../session/context.tsx'
import { inspectorOf } from '../../session/inspector.ts'
import { Field, FieldKeys } from './field.tsx'
import { fieldActions } from './field-actions.ts'
import styles from './form.module.css'
import { Openable } from './openable.tsx'
import { useFieldGoal } from './use-field-goal.ts'
import { useValueWords } from './use-value-words.ts'

interface Props {
  readonly codebook: Codebook
  readonly annotation: Annotation
  readonly relations: readonly Relation[]
}

const STAGES: readonly Stage[] = ['now', 'before_done', 'if_stated']

/** What the codebook asks about this annotation, stage by stage. What is asked only if stated is opened one by one. */
export function Form({ codebook, annotation, relations }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const attributes = attributesOf(codebook, annotation.label, annotation)
  const wanted = new Set(missing(codebook, annotation, relations).map(({ id }) => id))
  const isShown = (attribute: Attribute) =>
    attribute.stage !== 'if_stated' || opened.has(attribute.id) || wanted.has(attribute.id) || isFilled(codebook, attribute, annotation, relations)
  const open = (id: string) => {
    setOpened(new Set([...opened, id]))
    // The field exists once this has been drawn; the goal waits for it.
    inspectorOf(session).setState(({ goal }) => ({ goal: { attribute: id, count: (goal?.count ?? 0) + 1 } }))
  }
  const form = useFieldGoal(attributes, wanted, (id) => setOpened((before) => new Set([...before, id])))
  const folded = attributes.filter((attribute) => !isShown(attribute))

  return (
    <div ref={form} className={styles.form}>
      {attributes.length === 0 && (
        <p className={styles.nothing}>
          {t('inspector.no-attributes')} {t('inspector.no-attributes.text')}
        </p>
      )}
      {STAGES.map((stage) => {
        const inStage = attributes.filter((attribute) => attribute.stage === stage)
        if (inStage.length === 0) return null
        return (
          <section key={stage} className={styles.stage} aria-label={t(`inspector.stage.${stage}`)}>
            <h2 className={styles.heading}>{t(`inspector.stage.${stage}`)}</h2>
            {inStage.filter(isShown).map((attribute) => (
              <Field
                key={attribute.id}
                attribute={attribute}
                codebook={codebook}
                annotation={annotation}
                value={storedValue(codebook, annotation.attributes, attribute.id)?.value}
                missing={wanted.has(attribute.id)}
                actions={fieldActions(session, codebook, attribute, [annotation])}
              />
            ))}
            {stage === 'if_stated' && folded.length > 0 && <Openable attributes={folded} onOpen={open} />}
          </section>
        )
      })}
      <Unknown codebook={codebook} annotation={annotation} />
      {attributes.length > 0 && <FieldKeys />}
    </div>
  )
}

/** Values that came from elsewhere and that the codebook has no attribute for: shown, never lost. */
function Unknown({ codebook, annotation }: Pick<Props, 'codebook' | 'annotation'>) {
  const { t } = useTranslation()
  const words = useValueWords()
  const unknown = unknownAttributes(codebook, annotation)
  if (unknown.length === 0) return null
  return (
    <section className={styles.stage}>
      <h2 className={styles.heading}>{t('inspector.unknown')}</h2>
      <dl className={styles.unknown}>
        {unknown.map((id) => {
          const value = annotation.attributes[id]
          return (
            <div key={id}>
              <dt>{id}</dt>
              <dd dir="auto">{value && formatValue(codebook, { id, name: id, help: '', type: 'text', labels: [], stage: 'if_stated' }, value, words)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

