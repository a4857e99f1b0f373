import { Check } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { labelById } from '../../../core/codebook/lookup.ts'
import { quoteOf, type Annotation } from '../../../core/model/annotation.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { useSession, useView } from '../../session/context.tsx'
import { incompleteCount, incompleteIn } from '../../session/incomplete.ts'
import { inspectorOf, listedAnnotations } from '../../session/inspector.ts'
import { chooseAlso, chooseTo } from '../../session/list-choice.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { usePainted } from '../../ui/use-painted.ts'
import { scrollToRow, useRowsInView } from '../../ui/use-rows-in-view.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './annotation-list.module.css'
import { ListFilter } from './list-filter.tsx'

const ROW_HEIGHT = 48

interface Props {
  readonly codebook: Codebook
  readonly set: AnnotationSet
}

/**
 * Every annotation of the article by place. Arrows move, Enter or a press selects, and the text follows. With Shift, and with
 * Ctrl, several are chosen.
 */
export function AnnotationList({ codebook, set }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const filter = useStore(inspectorOf(session), (state) => state.filter)
  const isIncomplete = incompleteIn(set, codebook)
  const painted = usePainted()
  const shown = listedAnnotations(set, codebook, filter)
  if (set.annotations.length === 0) return <Empty codebook={codebook} />
  return (
    <div className={styles.list}>
      <ListFilter codebook={codebook} set={set} incomplete={painted ? incompleteCount(set, codebook) : null} />
      {shown.length > 0 ? (
        <Rows codebook={codebook} annotations={shown} isIncomplete={isIncomplete} />
      ) : (
        <EmptyState
          title={t('inspector.none.title')}
          actions={<Button onClick={() => inspectorOf(session).setState({ filter: { incomplete: false, label: null } })}>{t('inspector.none.show')}</Button>}
        >
          {t('inspector.none.text')}
        </EmptyState>
      )}
    </div>
  )
}

function Empty({ codebook }: { readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const first = codebook.labels.find((label) => label.active && !label.retired && label.key !== undefined)
  return (
    <EmptyState title={t('inspector.empty.title')}>
      {t('inspector.empty.text')}
      {first?.key !== undefined && (
        <span className={styles.example}>
          <Kbd keys={first.key.toUpperCase()} /> <LabelSwatch look={first} /> {first.name}
        </span>
      )}
    </EmptyState>
  )
}

interface RowsProps {
  readonly codebook: Codebook
  readonly annotations: readonly Annotation[]
  readonly isIncomplete: (annotation: Annotation) => boolean
}

function Rows({ codebook, annotations, isIncomplete }: RowsProps) {
  const { t } = useTranslation()
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const [goal, setGoal] = useState<number | null>(null)
  const { from, to } = useRowsInView(scroller, annotations.length, ROW_HEIGHT)
  const selected = useView((view) => view.selected)
  const chosen = new Set(selected)
  const ids = annotations.map(({ id }) => id)

  useEffect(() => {
    if (goal === null || !scroller.current) return
    scrollToRow(scroller.current, goal, ROW_HEIGHT)
    // The row may exist only after the scrolling has been seen and drawn.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${goal}"]`)?.focus()),
    )
    return () => cancelAnimationFrame(frame)
  }, [goal])

  const store = inspectorOf(session)
  const asked = useStore(store, (state) => state.goal)
  useEffect(() => {
    if (!asked) return
    store.setState({ goal: null })
    scroller.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus()
  }, [asked, store])

  // The row with the keys may have been deleted: the one in its place takes them.
  const held = useRef(false)
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) scroller.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus()
  }, [annotations])

  function onClick(event: MouseEvent, index: number): void {
    const id = ids[index]
    if (id === undefined) return
    if (event.shiftKey) chooseTo(session, ids, goal ?? 0, index)
    else if (event.ctrlKey || event.metaKey) chooseAlso(session, id)
    else session.view.setState({ selected: [id] })
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const last = annotations.length - 1
    if (event.key === 'Escape' && selected.length > 0) {
      event.preventDefault()
      session.view.setState({ selected: [] })
      return
    }
    if (event.key === ' ' && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      chooseAlso(session, ids[index] ?? '')
      return
    }
    const steps: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: last, PageDown: index + 10, PageUp: index - 10 }
    const next = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    const row = Math.min(last, Math.max(0, next))
    setGoal(row)
    if (event.shiftKey) chooseTo(session, ids, index, row)
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      onFocus={() => (held.current = true)}
      onBlur={(event) => {
        if (event.relatedTarget !== null) held.current = scroller.current?.contains(event.relatedTarget) ?? false
      }}
    >
      <ul className={styles.rows} style={{ height: annotations.length * ROW_HEIGHT }} aria-label={t('inspector.list')}>
        {annotations.slice(from, to).map((annotation, offset) => {
          const index = from + offset
          const label = labelById(codebook, annotation.label)
          return (
            <li key={annotation.id} className={styles.item} style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }} aria-setsize={annotations.length} aria-posinset={index + 1}>
              <button
                type="button"
                data-index={index}
                className={styles.row}
                tabIndex={index === Math.min(goal ?? 0, annotations.length - 1) ? 0 : -1}
                onFocus={() => setGoal(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
                aria-pressed={selected.length > 0 ? chosen.has(annotation.id) : undefined}
                onClick={(event) => onClick(event, index)}
              >
                <span className={styles.top}>
                  <LabelSwatch look={label} />
                  <span className={styles.label} dir="auto">
                    {label?.name ?? annotation.label}
                  </span>
                  {chosen.has(annotation.id) && <Check size={14} className={styles.chosen} aria-hidden />}
                  {isIncomplete(annotation) && (
                    <span className={styles.incomplete} title={t('inspector.incomplete.mark')}>
                      <span className="visually-hidden">{t('inspector.incomplete.mark')}</span>
                    </span>
                  )}
                </span>
                <span className={styles.quote} dir="auto">
                  {quoteOf(annotation)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
