import { useCallback, useEffect, useRef, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmable, isFixed } from '../../../core/grid/cell.ts'
import type { GridColumn, GridRow } from '../../../core/grid/columns.ts'
import { copyCells, pastedTexts } from '../../../core/grid/copy.ts'
import { pasteArea, planFill, planFillDown, planPaste, type GridPlan, type GridRange } from '../../../core/grid/plan.ts'
import type { Value } from '../../../core/model/value.ts'
import { useSession } from '../../session/context.tsx'
import { gridOf } from '../../session/grid.ts'
import { confirmCells, performPlan } from '../../session/grid-perform.ts'
import { useValueWords } from '../inspector/use-value-words.ts'
import type { Spot } from './grid-table.tsx'
import type { GridData } from './use-grid-data.ts'

interface Surroundings {
  readonly data: GridData
  readonly range: GridRange
  readonly at: Spot
  /** Says aloud what was done. */
  readonly say: (text: string) => void
  readonly select: (range: GridRange) => void
}

export interface GridGestures {
  readonly isEditable: (row: GridRow, column: GridColumn) => boolean
  readonly clear: () => void
  readonly answer: (state: 'not_stated' | 'not_applicable') => void
  readonly confirm: () => void
  readonly fillDown: () => void
  readonly copy: (event: ClipboardEvent) => void
  readonly cut: (event: ClipboardEvent) => void
  readonly paste: (event: ClipboardEvent) => void
}

/** What can be done to the range: each is one gesture, which one undo takes back. What cannot be taken is listed. */
export function useGridGestures(surroundings: Surroundings): GridGestures {
  const { t } = useTranslation()
  const session = useSession()
  const store = gridOf(session)
  const words = useValueWords()
  const { data, range, say, select } = surroundings

  async function perform(plan: GridPlan, said: 'grid.changed' | 'grid.cleared'): Promise<void> {
    if (!(await performPlan(session, plan))) return
    const cells = plan.refused.map(({ row, column, text, problem }) => {
      const [here, there] = [data.rows[row], data.columns[column]]
      return { place: here && there ? { row: here.key, column: there.id } : null, text, problem }
    })
    store.setState({ leftOut: cells.length === 0 ? null : { taken: plan.changed, cells } })
    const done = plan.changed === 0 ? t('grid.nothing') : t(said, { count: plan.changed })
    say(cells.length === 0 ? done : `${done}. ${t('grid.left', { count: cells.length })}`)
  }

  function fill(content: Value | null): void {
    void perform(planFill(data, range, content), content === null ? 'grid.cleared' : 'grid.changed')
  }

  function confirm(): void {
    const rows = data.rows.slice(range.top, range.bottom + 1)
    const columns = data.columns.slice(range.left, range.right + 1)
    // In the columns that are no attributes the whole row is meant.
    const chosen = columns.some(({ attribute }) => attribute !== null) ? columns : data.columns
    const { attributes, count } = confirmable(data.codebook, rows, chosen)
    if (count === 0) return say(t('grid.nothing'))
    void confirmCells(session, rows, attributes).then((done) => done && say(t('grid.confirmed', { count })))
  }

  function copy(event: ClipboardEvent): void {
    const copied = copyCells(data, range, data.cell)
    event.clipboardData.setData('text/plain', copied.text)
    event.preventDefault()
    store.setState({ copied })
    say(t('grid.copied', { count: (range.bottom - range.top + 1) * (range.right - range.left + 1) }))
  }

  function paste(event: ClipboardEvent): void {
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    if (text === '') return
    const { copied } = store.getState()
    const texts = pastedTexts(text)
    // On its way through the system a line end may have become two characters.
    const same = copied !== null && copied.text.replaceAll('\r\n', '\n') === text.replaceAll('\r\n', '\n')
    void perform(planPaste(data, range, { texts, exact: same ? copied.cells : undefined }, words), 'grid.changed')
    const area = pasteArea(range, texts.length, Math.max(...texts.map((row) => row.length)))
    select({ ...area, bottom: Math.min(area.bottom, data.rows.length - 1), right: Math.min(area.right, data.columns.length - 1) })
  }

  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => void perform(planFillDown(data, range), 'grid.changed')
  })
  const fillDown = useCallback(() => latest.current(), [])

  return {
    isEditable: (row, column) => !isFixed(data.codebook, row, column),
    clear: () => fill(null),
    answer: (state) => fill({ state }),
    confirm,
    fillDown,
    copy,
    cut: (event) => {
      copy(event)
      fill(null)
    },
    paste,
  }
}
