import { ChevronDown, ChevronLeft, ChevronUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { missing, unconfirmed } from '../../../core/codebook/form.ts'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { quoteOf, type Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { run } from '../../actions/registry.ts'
import { useSession, useView } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { annotationsHere, goHere, selectHere } from '../../session/inspector.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuRadios } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './annotation-head.module.css'
import { LabelMenu } from './label-menu.tsx'
import { Quote } from './quote.tsx'

interface Props {
  readonly codebook: Codebook
  readonly set: AnnotationSet
  readonly annotation: Annotation
}

/** What is selected: the way back to the list, its label, its words, and how complete it is. */
export function AnnotationHead({ codebook, set, annotation }: Props) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <button type="button" className={styles.back} onClick={() => session.view.setState({ selected: [] })}>
          <ChevronLeft size={14} aria-hidden />
          {t('inspector.back', { count: set.annotations.length })}
        </button>
        <Here codebook={codebook} set={set} annotation={annotation} />
        <IconButton icon={Trash2} title={t('inspector.delete')} keys={keysFor('annotation.delete')} onClick={() => run(session, 'annotation.delete')} />
      </div>
      <LabelMenu codebook={codebook} ids={[annotation.id]} label={annotation.label} />
      <Quote annotation={annotation} />
      <State codebook={codebook} set={set} annotation={annotation} />
    </header>
  )
}

/** Which one of those that lie at this place, where there are several, and the list of them. */
function Here({ codebook, set, annotation }: Props) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const caret = useView((view) => view.selection.focus)
  const { place, here } = annotationsHere(set.annotations, annotation, caret)
  if (here.length < 2) return null
  const at = here.findIndex(({ id }) => id === annotation.id) + 1
  return (
    <div className={styles.here}>
      <Menu
        trigger={
          <button type="button" className={styles.choose}>
            {t('inspector.here', { at, count: here.length })}
          </button>
        }
      >
        <MenuRadios
          title={t('inspector.here.list')}
          value={annotation.id}
          options={here.map((each) => ({ value: each.id, text: nameOfLabel(codebook, each.label), detail: quoteOf(each) }))}
          onChange={(id) => {
            selectHere(session, id, place)
            // The button that opened the list goes with the annotation: the text takes the focus.
            session.view.setState(({ wants }) => ({ wants: { ...wants, text: wants.text + 1 } }))
          }}
        />
      </Menu>
      <IconButton icon={ChevronUp} title={t('action.annotation.previousHere')} keys={keysFor('annotation.previousHere')} onClick={() => goHere(session, -1)} />
      <IconButton icon={ChevronDown} title={t('action.annotation.nextHere')} keys={keysFor('annotation.nextHere')} onClick={() => goHere(session, 1)} />
    </div>
  )
}

function State({ codebook, set, annotation }: Props) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const wanted = missing(codebook, annotation, set.relations).length
  const open = unconfirmed(annotation).length
  return (
    <div className={styles.state}>
      <span className={wanted > 0 ? styles.missing : styles.complete}>{wanted > 0 ? t('inspector.state.missing', { count: wanted }) : t('inspector.state.complete')}</span>
      {open > 0 && (
        <Tooltip text={t('inspector.confirm-all')} keys={keysFor('annotation.confirm')}>
          <button type="button" className={styles.confirm} onClick={() => run(session, 'annotation.confirm')}>
            {t('inspector.state.unconfirmed', { count: open })}
            <span className="visually-hidden">: {t('inspector.confirm-all')}</span>
          </button>
        </Tooltip>
      )}
    </div>
  )
}
