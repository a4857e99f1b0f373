import { useEffect, useRef } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { ErrorScreen } from '../../errors/error-screen.tsx'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { NARROW } from '../../session/narrow.ts'
import { updateSettings } from '../../session/project.ts'
import type { Pane } from '../../session/view.ts'
import { useMedia } from '../../ui/use-media.ts'
import { AgreementView } from '../agreement/agreement-view.tsx'
import { ArticleView } from '../article/article-view.tsx'
import { ArticleList } from '../article-list/article-list.tsx'
import { CodebookBeside } from '../codebook/beside/codebook-beside.tsx'
import { CodebookView } from '../codebook/codebook-view.tsx'
import { CodebookWording } from '../codebook/editor/words.tsx'
import { FindView } from '../find/find-view.tsx'
import { GridPanel } from '../grid/grid-panel.tsx'
import { PlacesPanel } from '../places/places-panel.tsx'
import { TellBroughtOver } from '../places/tell-brought-over.tsx'
import { ReviewView } from '../review/review-view.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { Drawer } from './drawer.tsx'
import styles from './frame.module.css'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

/** The window with a project open: what look.md draws. */
export function Frame() {
  const tab = useView((view) => view.tab)
  return (
    <div className={styles.frame}>
      <TopBar />
      <CodebookWording />
      <TellBroughtOver />
      <main className={styles.main}>
        <ErrorBoundary FallbackComponent={ErrorScreen} resetKeys={[tab]}>
          {/* The text keeps its place while the codebook is looked at. */}
          <div className={styles.view} hidden={tab !== 'annotate'}>
            <Panes />
            <StatusBar />
          </div>
          {tab === 'find' && <FindView />}
          {tab === 'review' && <ReviewView />}
          {tab === 'agreement' && <AgreementView />}
          {tab === 'codebook' && <CodebookView />}
        </ErrorBoundary>
      </main>
    </div>
  )
}

function Panes() {
  const { t } = useTranslation()
  const panes = useView((view) => view.panes)
  const drawer = useView((view) => view.drawer)
  const listOver = useMedia(NARROW.list)
  const inspectorOver = useMedia(NARROW.inspector)
  const [listWidth, rememberList] = useRememberedWidth('list', 256)
  const [inspectorWidth, rememberInspector] = useRememberedWidth('inspector', 304)
  const listBeside = panes.list && !listOver
  const inspectorBeside = panes.inspector && !inspectorOver

  return (
    <div className={styles.panes}>
      <Group orientation="horizontal">
        {listBeside && (
          <>
            <Panel id="list" defaultSize={listWidth} minSize={200} maxSize={480} groupResizeBehavior="preserve-pixel-size" onResize={(size, _id, before) => before && rememberList(size.inPixels)}>
              <ArticleList />
            </Panel>
            <Separator className={styles.divider} aria-label={t('pane.resize.list')} />
          </>
        )}
        <Panel id="article" minSize={360}>
          <TextAndGrid />
        </Panel>
        {inspectorBeside && (
          <>
            <Separator className={styles.divider} aria-label={t('pane.resize.inspector')} />
            <Panel id="inspector" defaultSize={inspectorWidth} minSize={260} maxSize={560} groupResizeBehavior="preserve-pixel-size" onResize={(size, _id, before) => before && rememberInspector(size.inPixels)}>
              <aside className={styles.inspector} aria-label={t('pane.inspector')}>
                <GuardedInspector />
              </aside>
            </Panel>
          </>
        )}
      </Group>
      {listOver && drawer === 'list' && (
        <Drawer side="start" label={t('pane.list')}>
          <ArticleList />
        </Drawer>
      )}
      {inspectorOver && drawer === 'inspector' && (
        <Drawer side="end" label={t('pane.inspector')}>
          <GuardedInspector />
        </Drawer>
      )}
    </div>
  )
}

/** The text, and under it the table of annotations, or over all panes. */
function TextAndGrid() {
  const { t } = useTranslation()
  const { open, maximised } = useView((view) => view.grid)
  const [height, rememberHeight] = useRememberedWidth('grid', 300)
  return (
    <Group orientation="vertical">
      <Panel id="text" minSize={120}>
        <ArticleView />
      </Panel>
      {open && <Separator className={styles.below} aria-label={t('grid.resize')} />}
      {open && (
        <Panel id="grid" defaultSize={height} minSize={140} groupResizeBehavior="preserve-pixel-size" onResize={(size, _id, before) => before && rememberHeight(size.inPixels)}>
          <div className={styles.grid} data-maximised={maximised || undefined}>
            <GuardedGrid />
          </div>
        </Panel>
      )}
    </Group>
  )
}

function GuardedGrid() {
  const codebook = useSessionState((state) => state.project?.codebook)
  return (
    <ErrorBoundary FallbackComponent={ErrorScreen} resetKeys={[codebook]}>
      <GridPanel />
    </ErrorBoundary>
  )
}

/** A failure in the form must not take the text away. */
function GuardedInspector() {
  const selected = useView((view) => view.selected)
  const beside = useView((view) => view.beside)
  const placing = useView((view) => view.placing)
  return (
    <ErrorBoundary FallbackComponent={ErrorScreen} resetKeys={[selected, beside, placing]}>
      {beside ? <CodebookBeside /> : placing ? <PlacesPanel /> : <Inspector />}
    </ErrorBoundary>
  )
}

const REMEMBER_AFTER = 500

/** A pane's width (the grid's height) in pixels, kept in the settings once dragging rests. */
function useRememberedWidth(pane: Pane | 'grid', usual: number): readonly [number, (width: number) => void] {
  const session = useSession()
  const width = useSessionState((state) => state.settings.layout[pane]) ?? usual
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return [
    width,
    (next) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const { layout } = session.store.getState().settings
        const rounded = Math.round(next)
        if (layout[pane] !== rounded) void updateSettings(session, { layout: { ...layout, [pane]: rounded } })
      }, REMEMBER_AFTER)
    },
  ]
}
