import { memo, useMemo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { inspectorOf } from '../../session/inspector.ts'
import { useAfterPaint } from '../../ui/use-after-paint.ts'
import { AnnotationList } from './annotation-list.tsx'
import { AnnotationPanel } from './annotation-panel.tsx'
import styles from './inspector.module.css'
import { SeveralPanel } from './several-panel.tsx'

/** What is selected and what is recorded about it; with nothing selected, everything that is marked in the article. */
export function Inspector() {
  const { view } = useSession()

  // Back to the text, unless something in here had a use for it.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    view.setState(({ wants }) => ({ drawer: null, wants: { ...wants, text: wants.text + 1 } }))
  }

  return (
    <div className={styles.inspector} role="presentation" onKeyDown={onKeyDown}>
      <Content />
    </div>
  )
}

/**
 * The words that were marked are shown first; what is recorded about them follows a frame later. While the same ones stay
 * selected there is no waiting: whoever types into a form must never meet a value that has been replaced.
 */
function Content() {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.article?.set)
  const codebook = useSessionState((state) => state.project?.codebook)
  const selected = useView((view) => view.selected)
  const goal = useStore(inspectorOf(session), (state) => state.goal)
  const inList = useStore(inspectorOf(session), (state) => state.chosen === selected)
  const current = useMemo(() => ({ set, codebook, selected }), [set, codebook, selected])
  const shown = useAfterPaint(current, (before) => goal !== null || inList || before.set?.article.path !== set?.article.path || (selected.length > 0 && before.selected === selected))
  if (!shown.set || !shown.codebook) return <p className={styles.nothing}>{t('inspector.article.none')}</p>
  return <Shown set={shown.set} codebook={shown.codebook} selected={shown.selected} />
}

interface ShownProps {
  readonly set: AnnotationSet
  readonly codebook: Codebook
  readonly selected: readonly string[]
}

const Shown = memo(function Shown({ set, codebook, selected }: ShownProps) {
  const session = useSession()
  const inList = useStore(inspectorOf(session), (state) => state.chosen === selected)
  const chosen = new Set(selected)
  const annotations = set.annotations.filter(({ id }) => chosen.has(id))
  const [only, second] = annotations
  // While several are chosen the list stays where it was, to choose on in it.
  if (!only || second || inList) {
    return (
      <div className={styles.split}>
        <AnnotationList key={set.article.path} codebook={codebook} set={set} />
        {only && <SeveralPanel codebook={codebook} annotations={annotations} />}
      </div>
    )
  }
  return <AnnotationPanel key={only.id} codebook={codebook} set={set} annotation={only} />
})
