import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { relationTypeById } from '../../../core/codebook/lookup.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { hullStart } from '../../../core/model/annotation.ts'
import type { OpenArticle } from '../../../ipc/shapes.ts'
import { run } from '../../actions/registry.ts'
import { ReadingSurface, type ReadingSurfaceHandle } from '../../editor/reading-surface.tsx'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { findMatches } from '../../session/derived.ts'
import { incompleteIn } from '../../session/incomplete.ts'
import { perform } from '../../session/perform.ts'
import { shownAnnotations, shownHere } from '../../session/showing.ts'
import { onTextFirst } from '../../session/text-first.ts'
import { readingStyle } from '../../session/typography.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { ArticleHeader } from './article-header.tsx'
import styles from './article-view.module.css'
import { FindBar } from './find-bar.tsx'
import { HoverCard } from './hover-card.tsx'
import { useCard } from './use-card.ts'

export function ArticleView() {
  const article = useSessionState((state) => state.article)
  const finding = useView((view) => view.find.open)
  if (!article) return <NoArticle />
  return (
    <section className={styles.view}>
      <ArticleHeader id={article.id} status={article.set.state.status} nothing={article.set.annotations.length === 0} />
      {finding && <FindBar text={article.text} />}
      {article.notice !== null && <p className={styles.notice}>{article.notice}</p>}
      <Text key={article.id} article={article} />
    </section>
  )
}

const NOTHING: readonly never[] = []
const never = (): boolean => false

/** Those between two annotations of this article. */
function drawnRelations({ article, relations }: AnnotationSet, codebook: Codebook) {
  return relations
    .filter(({ from, to }) => from.article === article.path && to.article === article.path)
    .map(({ id, type, from, to }) => ({ id, from: from.annotation, to: to.annotation, name: relationTypeById(codebook, type)?.name ?? type }))
}

function Text({ article }: { readonly article: OpenArticle }) {
  const { t } = useTranslation()
  const session = useSession()
  const { view, place } = session
  const codebook = useSessionState((state) => state.project?.codebook)
  const readOnly = useSessionState((state) => state.project?.readOnly !== null)
  const title = useSessionState((state) => state.rows.get(article.id)?.title ?? '')
  const selected = useView((state) => state.selected)
  const selection = useView((state) => state.selection)
  const find = useView((state) => state.find)
  const wanted = useView((state) => state.wants.text)
  const surface = useRef<ReadingSurfaceHandle>(null)
  const { id, set, offset, text } = article

  const labels = useMemo(() => new Map(codebook?.labels.map((label) => [label.id, label])), [codebook])
  const showing = useView((state) => state.showing)
  const annotations = codebook ? shownAnnotations(set, codebook, showing, selected) : set.annotations
  const isIncomplete = codebook ? incompleteIn(set, codebook) : never
  const relations = useMemo(() => (codebook ? drawnRelations(set, codebook) : NOTHING), [set, codebook])
  const found = find.open ? findMatches(text, find.query) : NOTHING
  const current = found[find.at]

  useEffect(
    () =>
      onTextFirst(() => {
        const { article: now, project } = session.store.getState()
        if (now?.id !== id || now.text !== text || !project) return
        const { selected, selection } = view.getState()
        surface.current?.paintAhead({ annotations: shownHere(session), selected, selection })
      }),
    [session, view, id, text],
  )

  // At the very start the space above the first line belongs to what is shown.
  useEffect(() => {
    if (offset > 0) surface.current?.scrollTo(offset, { atTop: true })
  }, [offset])
  useEffect(() => {
    // An article that comes while something is typed to be found in it, or filled in beside it, leaves the keys where they are.
    if (wanted > 0 && !document.activeElement?.closest('search, [data-keeps-focus]')) surface.current?.focus()
  }, [wanted])
  useEffect(() => {
    if (current) surface.current?.scrollTo(current.start, { always: false })
  }, [current])

  const first = set.annotations.find((annotation) => annotation.id === selected[0])
  const shown = first ? hullStart(first) : null
  const firstId = first?.id
  useEffect(() => {
    if (shown !== null && firstId !== undefined) surface.current?.scrollTo(shown, { always: false })
  }, [shown, firstId])

  const adding = useAddingClick()
  const top = useRef(offset)
  const onVisibleOffset = useCallback(
    (visible: number) => {
      top.current = visible
      place.remember(id, visible)
    },
    [place, id],
  )
  const reading = useSessionState((state) => state.settings.reading)
  // However the text is set, the line that was on top stays there.
  useEffect(() => {
    if (top.current > 0) surface.current?.scrollTo(top.current, { atTop: true })
  }, [reading])
  const { card, listed, onHover, keep, leave } = useCard(surface, annotations)
  return (
    <div className={styles.text} style={readingStyle(reading)}>
      <ReadingSurface
        ref={surface}
        text={text}
        header={article.header}
        annotations={annotations}
        labels={labels}
        selected={selected}
        relations={relations}
        isIncomplete={isIncomplete}
        selection={selection}
        found={found}
        foundCurrent={find.open ? find.at : -1}
        ariaLabel={title}
        incompleteText={t('article.incomplete')}
        // An annotation stays selected while words are: its span can be moved to them.
        onSelectionChange={(next) => view.setState({ selection: next })}
        onAnnotationClick={(ids) => view.setState((state) => ({ selected: adding.current ? toggled(state.selected, ids[0]) : ids.slice(0, 1) }))}
        onBoundaryMove={readOnly ? undefined : (annotation, fragment, range) => perform(session, { kind: 'move_boundary', id: annotation, fragment, range })}
        onLink={readOnly ? undefined : (from, to) => view.setState({ dialog: { kind: 'link', from, to: [to] } })}
        onVisibleOffset={onVisibleOffset}
        onHover={onHover}
      />
      {card && codebook && <HoverCard annotations={listed} set={set} codebook={codebook} beside={card.beside} asked={card.asked} onEnter={keep} onLeave={leave} />}
    </div>
  )
}

/** Whether the last press was one that adds to what is selected: Ctrl, or Cmd on macOS. */
function useAddingClick(): { readonly current: boolean } {
  const adding = useRef(false)
  useEffect(() => {
    const note = (event: MouseEvent) => {
      adding.current = event.ctrlKey || event.metaKey
    }
    window.addEventListener('mousedown', note, true)
    return () => window.removeEventListener('mousedown', note, true)
  }, [])
  return adding
}

function toggled(selected: readonly string[], id: string | undefined): readonly string[] {
  if (id === undefined) return selected
  return selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]
}

function NoArticle() {
  const { t } = useTranslation()
  const session = useSession()
  const none = useSessionState((state) => state.rows.size === 0)
  const opening = useSessionState((state) => state.opening !== null)
  if (opening) return <div className={styles.view} aria-busy />
  return (
    <div className={styles.view}>
      {none ? (
        <EmptyState
          title={t('article.first.title')}
          actions={
            <>
              <Button look="primary" large onClick={() => run(session, 'articles.addFiles')}>
                {t('action.articles.addFiles')} <ActionKbd action="articles.addFiles" />
              </Button>
              <Button large onClick={() => run(session, 'articles.addFolder')}>
                {t('action.articles.addFolder')}
              </Button>
            </>
          }
        >
          <p>{t('article.first.text')}</p>
        </EmptyState>
      ) : (
        <EmptyState
          title={t('article.none.title')}
          actions={
            <Button onClick={() => run(session, 'palette.open')}>
              {t('bar.search')} <ActionKbd action="palette.open" />
            </Button>
          }
        >
          <p>{t('article.none.text')}</p>
        </EmptyState>
      )}
    </div>
  )
}
