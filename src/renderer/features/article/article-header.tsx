import { Check, Copy, FileSymlink, PanelLeft, PanelRight, Pencil, RotateCcw, Search, StickyNote } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { ArticleRow } from '../../../core/model/project.ts'
import { run } from '../../actions/registry.ts'
import { formatDay } from '../../i18n/format.ts'
import { useLateSessionState, useSession, useSessionState, useView } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { NARROW } from '../../session/narrow.ts'
import { say } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { StandingGlyph } from '../../ui/standing-glyph.tsx'
import { useMedia } from '../../ui/use-media.ts'
import styles from './article-header.module.css'
import { ReadingPopover } from './reading-popover.tsx'

interface Props {
  readonly id: string
  readonly status: AnnotationSet['state']['status']
  /** Nothing is marked. */
  readonly nothing: boolean
}

/** Title and where the article comes from, and whether it is done. Not of a set, which every gesture makes anew. */
export const ArticleHeader = memo(function ArticleHeader({ id, status, nothing }: Props) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const row = useLateSessionState((state) => state.rows.get(id))
  const panes = useView((view) => view.panes)
  const drawer = useView((view) => view.drawer)
  const listShown = useMedia(NARROW.list) ? drawer === 'list' : panes.list
  const inspectorShown = useMedia(NARROW.inspector) ? drawer === 'inspector' : panes.inspector
  const button = (action: 'view.list' | 'view.inspector' | 'find.open' | 'article.details' | 'article.note' | 'article.showOriginal') => ({
    title: t(`action.${action}`),
    keys: keysFor(action),
    onClick: () => run(session, action),
  })
  return (
    <header className={styles.header}>
      <IconButton icon={PanelLeft} pressed={listShown} className={styles.flip} {...button('view.list')} />
      <div className={styles.words}>
        <h1 className={styles.title} title={row?.title} dir="auto">
          {row?.title}
        </h1>
        {row && <Facts row={row} />}
      </div>
      <div className={styles.tools}>
        {row && row.note !== null && <IconButton icon={StickyNote} {...button('article.note')} title={row.note} />}
        {row && row.original !== null && <IconButton icon={FileSymlink} {...button('article.showOriginal')} />}
        <IconButton icon={Pencil} {...button('article.details')} />
        <ReadingPopover />
        <IconButton icon={Search} {...button('find.open')} />
        <DoneButton status={status} nothing={nothing} />
        <IconButton icon={PanelRight} pressed={inspectorShown} className={styles.flip} {...button('view.inspector')} />
      </div>
    </header>
  )
})

/** A link is copied and not followed: the app never leaves this computer. */
function Facts({ row }: { readonly row: ArticleRow }) {
  const { t } = useTranslation()
  const { view } = useSession()
  const { link } = row
  const known = [row.dateline, row.date === null ? null : formatDay(row.date)].filter((part) => part !== null)
  const parts = known.length === 0 && link === null && row.outlet === null ? [t('article.words', { count: row.words })] : known
  return (
    <p className={styles.facts}>
      {row.review !== null && (
        <span className={styles.fact}>
          <StandingGlyph review={row.review} words />
        </span>
      )}
      {parts.map((part) => (
        <span key={part} className={styles.fact}>
          <bdi>{part}</bdi>
        </span>
      ))}
      {link !== null && (
        <span className={styles.fact}>
          <Tooltip text={`${t('article.link.copy')}: ${link}`}>
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                if (copyText(link)) say(view, t('article.link.copied'))
              }}
            >
              <bdi>{hostOf(link)}</bdi> <Copy size={11} aria-hidden />
            </button>
          </Tooltip>
        </span>
      )}
      {row.outlet !== null && (
        <span className={styles.fact}>
          <bdi>{row.outlet}</bdi>
        </span>
      )}
    </p>
  )
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host || link : link
}

/** One button in one place: what it says follows from the set. */
function DoneButton({ status, nothing }: Omit<Props, 'id'>) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const locked = useSessionState((state) => state.project?.readOnly !== null)
  const done = status === 'done'
  const words = done ? t('article.reopen') : nothing ? t('article.nothing') : t('article.done')
  const Icon = done ? RotateCcw : Check
  return (
    <span className={styles.done}>
      {done && <span className={styles.state}>{nothing ? t('article.state.nothing') : t('article.state.done')}</span>}
      <Tooltip text={words} keys={keysFor('article.done')}>
        <Button disabled={locked} aria-label={words} onClick={() => run(session, 'article.done')}>
          <Icon size={14} aria-hidden />
          <span className={styles.doneText}>{words}</span>
        </Button>
      </Tooltip>
    </span>
  )
}
