import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actionTable, type ActionEntry } from '../../../core/actions/table.ts'
import { labelById, nameOfLabel, offeredLabels } from '../../../core/codebook/lookup.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import { filterArticles, fold } from '../../../core/query/article-list.ts'
import { canRun, run } from '../../actions/registry.ts'
import { formatDay } from '../../i18n/format.ts'
import { readArticle } from '../../session/articles.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { applyLabel } from '../../session/label.ts'
import { hasNotices } from '../../session/notices.ts'
import { selectedRange } from '../../session/view.ts'
import dialogStyles from '../../ui/dialog.module.css'
import { ActionKbd, Kbd } from '../../ui/kbd.tsx'
import { ProgressGlyph } from '../../ui/progress-glyph.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import { FindItems, queryToFind } from './find-items.tsx'
import styles from './palette.module.css'

const MOST_ARTICLES = 30
const MOST_ANNOTATIONS = 20

/** What is wanted most while reading comes first; opening and closing projects last. */
const byUse = ({ group }: Pick<ActionEntry, 'group'>) => ['articles', 'reviewing', 'annotating', 'finding', 'view', 'help', 'project'].indexOf(group)

/** The first so many that pass, without asking about the others. */
function firstOf<T>(items: Iterable<T>, most: number, passes: (item: T) => boolean): T[] {
  const found: T[] = []
  for (const item of items) {
    if (found.length >= most) break
    if (passes(item)) found.push(item)
  }
  return found
}

/** Everything by name: annotations of the open article, articles, labels for what is selected, and every action. Filtered here and not by cmdk, so that 10,000 articles stay cheap. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const rows = useSessionState((state) => state.rows)
  const codebook = useSessionState((state) => state.project?.codebook)
  // What can be taken back may become known while this is open.
  useSessionState((state) => state.undo)
  const [query, setQuery] = useState('')
  const returnFocus = useReturnFocus()
  const markable = useView((view) => selectedRange(view) !== null || view.selected.length > 0)

  const toFind = queryToFind(query)
  const words = fold(query).split(/\s+/).filter((word) => word !== '')
  const matches = (text: string) => words.every((word) => fold(text).includes(word))
  const actions = actionTable
    .filter((entry) => entry.id !== 'palette.open' && canRun(session, entry.id) && matches([t(`action.${entry.id}`), ...entry.keywords].join(' ')))
    .toSorted((a, b) => byUse(a) - byUse(b))
  const notices = useSessionState(hasNotices) && matches(t('notices.open'))
  const labels = markable && codebook ? offeredLabels(codebook).filter(({ name }) => matches(name)) : []
  const articles = useMemo(() => (query.trim() === '' ? [] : filterArticles([...rows.values()], query).slice(0, MOST_ARTICLES)), [rows, query])

  const set = useSessionState((state) => state.article?.set)
  const annotations =
    words.length === 0 || !set || !codebook ? [] : firstOf(set.annotations, MOST_ANNOTATIONS, (annotation) => matches(`${nameOfLabel(codebook, annotation.label)} ${quoteOf(annotation)} ${annotation.note ?? ''}`))

  function close(then: () => void): void {
    onClose()
    then()
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className={dialogStyles.scrim} />
        <Radix.Content onCloseAutoFocus={returnFocus} className={styles.palette} aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{t('palette.title')}</Radix.Title>
          <Command shouldFilter={false} loop label={t('palette.title')}>
            <Command.Input className={styles.input} placeholder={t('palette.placeholder')} value={query} dir="auto" onValueChange={setQuery} />
            <Command.List className={styles.list}>
              <Command.Empty className={styles.none}>{t('palette.none')}</Command.Empty>
              {toFind !== null && <FindItems query={toFind} close={close} put={(text) => setQuery(`>find ${text}`)} />}
              {labels.length > 0 && (
                <Command.Group heading={t('palette.labels')} className={styles.group}>
                  {labels.map(({ id, name, key }) => (
                    <Command.Item key={id} value={`label ${id}`} className={styles.item} onSelect={() => close(() => applyLabel(session, id))}>
                      <span className={styles.text}>{name}</span>
                      {key !== undefined && <Kbd keys={key.toUpperCase()} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {annotations.length > 0 && codebook && (
                <Command.Group heading={t('palette.annotations')} className={styles.group}>
                  {annotations.map((annotation) => (
                    <Command.Item key={annotation.id} value={`annotation ${annotation.id}`} className={styles.item} onSelect={() => close(() => session.view.setState({ tab: 'annotate', selected: [annotation.id] }))}>
                      <LabelSwatch look={labelById(codebook, annotation.label)} />
                      <span className={styles.text}>
                        <bdi>{quoteOf(annotation)}</bdi>
                      </span>
                      <span className={styles.detail}>{nameOfLabel(codebook, annotation.label)}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {articles.length > 0 && (
                <Command.Group heading={t('palette.articles')} className={styles.group}>
                  {articles.map((row) => (
                    <Command.Item key={row.id} value={`article ${row.id}`} className={styles.item} onSelect={() => close(() => void readArticle(session, row.id))}>
                      <ProgressGlyph progress={row.progress} title={t(`progress.${row.progress}`)} />
                      <span className={styles.text}>
                        <bdi>{row.title}</bdi>
                      </span>
                      {row.date !== null && <span className={styles.detail}>{formatDay(row.date)}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {(actions.length > 0 || notices) && (
                <Command.Group heading={t('palette.actions')} className={styles.group}>
                  {notices && (
                    <Command.Item value="notices" className={styles.item} onSelect={() => session.view.setState({ dialog: { kind: 'notices' } })}>
                      <span className={styles.text}>{t('notices.open')}</span>
                    </Command.Item>
                  )}
                  {actions.map(({ id }) => (
                    <Command.Item key={id} value={id} className={styles.item} onSelect={() => close(() => run(session, id))}>
                      <span className={styles.text}>{t(`action.${id}`)}</span>
                      <ActionKbd action={id} />
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {toFind === null && query.trim() !== '' && <FindItems query={query.trim()} close={close} />}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
