import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatValue } from '../../../core/codebook/display.ts'
import { attributesOf } from '../../../core/codebook/form.ts'
import { labelById, nameOfLabel, storedValue } from '../../../core/codebook/lookup.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { missingIds } from '../../session/incomplete.ts'
import { useValueWords } from '../inspector/use-value-words.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import { placeCard, type Box } from './card-place.ts'
import styles from './hover-card.module.css'

interface Props {
  readonly annotations: readonly Annotation[]
  readonly set: AnnotationSet
  readonly codebook: Codebook
  /** What must stay readable, pixels of the window. */
  readonly beside: Box
  /** Asked for by key: then it is read aloud. */
  readonly asked: boolean
  readonly onEnter: () => void
  readonly onLeave: () => void
}

/** What is recorded at a place, all that overlaps there, the innermost first. To be read, not to be used: it takes no focus. */
export function HoverCard({ annotations, set, codebook, beside, asked, onEnter, onLeave }: Props) {
  const { t } = useTranslation()
  const card = useRef<HTMLDivElement>(null)
  // Where it goes depends on how large it is: before it is seen.
  useLayoutEffect(() => {
    const element = card.current
    if (!element) return
    const { width, height } = element.getBoundingClientRect()
    const { left, top } = placeCard(beside, { width, height }, { width: window.innerWidth, height: window.innerHeight })
    element.style.transform = `translate(${left}px, ${top}px)`
  }, [beside, annotations])
  return (
    <div ref={card} className={styles.card} role={asked ? 'status' : 'tooltip'} aria-label={t('card.title')} onMouseEnter={onEnter} onMouseLeave={onLeave}>
      {annotations.map((annotation) => (
        <Recorded key={annotation.id} annotation={annotation} set={set} codebook={codebook} />
      ))}
      <p className={styles.by}>{t('card.by', { name: set.annotator.name })}</p>
    </div>
  )
}

function Recorded({ annotation, set, codebook }: Pick<Props, 'set' | 'codebook'> & { readonly annotation: Annotation }) {
  const { t } = useTranslation()
  const words = useValueWords()
  const missing = missingIds(set, codebook)(annotation)
  const attributes = attributesOf(codebook, annotation.label, annotation)
  const wanted = attributes.filter(({ id }) => missing.has(id)).map(({ name }) => name)
  const values = attributes.flatMap((attribute) => {
    const value = storedValue(codebook, annotation.attributes, attribute.id)?.value
    return value ? [{ attribute, value }] : []
  })
  return (
    <section className={styles.one}>
      <h3 className={styles.label}>
        <LabelSwatch look={labelById(codebook, annotation.label)} />
        <bdi>{nameOfLabel(codebook, annotation.label)}</bdi>
      </h3>
      {values.length > 0 && (
        <dl className={styles.values}>
          {values.map(({ attribute, value }) => (
            <div key={attribute.id} className={styles.value}>
              <dt>{attribute.name}</dt>
              <dd dir="auto">
                {formatValue(codebook, attribute, value, words)}
                {value.state === 'default' && <span className={styles.unconfirmed}> ({t('card.unconfirmed')})</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {values.length === 0 && wanted.length === 0 && <p className={styles.faint}>{t('card.nothing')}</p>}
      {wanted.length > 0 && <p className={styles.missing}>{t('card.missing', { names: wanted.join(', ') })}</p>}
      {annotation.note !== undefined && annotation.note !== '' && (
        <p className={styles.note} dir="auto">
          <span className={styles.faint}>{t('card.note')}:</span> {annotation.note}
        </p>
      )}
    </section>
  )
}
