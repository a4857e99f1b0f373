import { X } from 'lucide-react'
import { useId, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linksOf } from '../../../core/codebook/form.ts'
import { labelById, nameOfLabel, relationTypeById } from '../../../core/codebook/lookup.ts'
import { asAttribute, otherRelations } from '../../../core/codebook/relations.ts'
import { quoteOf, type Annotation, type Relation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Attribute, Codebook } from '../../../core/model/codebook.ts'
import { useSession } from '../../session/context.tsx'
import { perform } from '../../session/perform.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import { LinkEditor } from './fields/link-editor.tsx'
import formStyles from './form.module.css'
import { Openable } from './openable.tsx'
import styles from './relations.module.css'

interface Props {
  readonly codebook: Codebook
  readonly set: AnnotationSet
  readonly annotation: Annotation
}

/** Links to and from other annotations of the article that no attribute of the label shows. */
export function Relations({ codebook, set, annotation }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const types = otherRelations(codebook, annotation.label).map(asAttribute)
  const isShown = (type: Attribute) => opened.has(type.id) || linksOf(codebook, type, annotation, set.relations).length > 0
  const arriving = set.relations.filter(({ to }) => to.annotation === annotation.id && to.article === set.article.path)
  if (types.length === 0 && arriving.length === 0) return null
  const folded = types.filter((type) => !isShown(type))
  return (
    <section className={formStyles.stage} aria-label={t('inspector.relations')}>
      <h2 className={formStyles.heading}>{t('inspector.relations')}</h2>
      {types.filter(isShown).map((type) => (
        <OneType key={type.id} type={type} codebook={codebook} annotation={annotation} />
      ))}
      {arriving.map((relation) => (
        <Arriving key={relation.id} relation={relation} codebook={codebook} set={set} />
      ))}
      {folded.length > 0 && <Openable attributes={folded} onOpen={(id) => setOpened(new Set([...opened, id]))} />}
    </section>
  )
}

function OneType({ type, codebook, annotation }: Omit<Props, 'set'> & { readonly type: Attribute }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={styles.type}>
      <span id={id} className={styles.name} title={type.help} dir="auto">
        {type.name}
      </span>
      <LinkEditor
        attribute={type}
        codebook={codebook}
        annotation={annotation}
        payload={null}
        tentative={false}
        onChange={() => undefined}
        answer={null}
        placeholder={t('field.empty.link')}
        labelledBy={id}
        describedBy={id}
      />
    </div>
  )
}

/** A link that ends here: a press goes to where it starts, or takes the link away. */
function Arriving({ relation, codebook, set }: Omit<Props, 'annotation'> & { readonly relation: Relation }) {
  const { t } = useTranslation()
  const session = useSession()
  const source = set.annotations.find(({ id }) => id === relation.from.annotation)
  const name = relationTypeById(codebook, relation.type)?.name ?? relation.type
  if (!source) return null

  function remove(event: MouseEvent<HTMLElement>): void {
    // The button goes with the link: the next one takes the keys, or what stands before it.
    const row = event.currentTarget.parentElement
    const next = row?.nextElementSibling ?? row?.previousElementSibling
    next?.querySelector<HTMLElement>('button, input')?.focus()
    perform(session, { kind: 'unlink', relation: relation.id })
  }

  return (
    <div className={styles.line}>
      <button type="button" className={styles.arriving} onClick={() => session.view.setState({ selected: [source.id] })}>
        <span className={styles.name}>{t('inspector.relations.from', { relation: name })}</span>
        <LabelSwatch look={labelById(codebook, source.label)} />
        <span className="visually-hidden">{nameOfLabel(codebook, source.label)}</span>
        <span className={styles.quote} dir="auto">
          {quoteOf(source)}
        </span>
      </button>
      <IconButton icon={X} title={t('inspector.relations.remove', { relation: name, quote: quoteOf(source) })} onClick={remove} />
    </div>
  )
}
