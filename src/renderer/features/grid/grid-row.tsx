import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellReader } from '../../../core/grid/arrange.ts'
import { LABEL, type GridRow as Row } from '../../../core/grid/columns.ts'
import { labelById } from '../../../core/codebook/lookup.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './grid-table.module.css'
import { ROW, type PlacedColumn } from './layout.ts'

interface Props {
  readonly codebook: Codebook
  readonly row: Row
  readonly index: number
  readonly placed: readonly PlacedColumn[]
  readonly width: number
  readonly cell: CellReader
  /** Columns where the keys are and the range reaches; -1: not in this row. */
  readonly active: number
  readonly from: number
  readonly to: number
  /** The text shows this one. */
  readonly current: boolean
  /** The editor of the active cell, while it is edited. */
  readonly editor: ReactNode
  /** CSS anchor of the editor. */
  readonly anchor: string
}

/** One cell of the table can be reached by Tab; arrows lead to the others. */
const cellRole = (isActive: boolean) => ({ role: 'gridcell', tabIndex: isActive ? 0 : -1 }) as const
const ROLE_ROW = { role: 'row' } as const

/** One annotation. Drawn again only when it, its columns or what is selected in it change. */
export const GridRow = memo(function GridRow({ codebook, row, index, placed, width, cell, active, from, to, current, editor, anchor }: Props) {
  const { t } = useTranslation()
  return (
    <div {...ROLE_ROW} className={styles.row} style={{ transform: `translateY(${index * ROW}px)`, width }} aria-rowindex={index + 2} data-current={current || undefined}>
      {placed.map(({ column, width: own, offset, fixed }, at) => {
        const { text, state } = cell(row, column)
        const edited = at === active && editor !== null
        const said = state === 'missing' || state === 'default' || state === 'unavailable' ? t(`grid.state.${state}`) : null
        return (
          <div
            key={column.id}
            {...cellRole(at === active)}
            className={styles.cell}
            style={{ width: own, ...(fixed ? { insetInlineStart: offset } : {}), ...(edited ? { anchorName: anchor } : {}) }}
            aria-colindex={at + 1}
            aria-selected={at >= from && at <= to}
            data-row={index}
            data-column={at}
            data-active={at === active || undefined}
            data-state={state}
            data-fixed={fixed || undefined}
            data-figures={column.attribute?.type === 'number' || undefined}
            title={state === 'unavailable' ? (said ?? undefined) : undefined}
          >
            {column === LABEL && <LabelSwatch look={labelById(codebook, row.annotation.label)} />}
            <span className={styles.words} dir="auto">
              {text}
            </span>
            {said !== null && <span className="visually-hidden">{said}</span>}
            {edited && editor}
          </div>
        )
      })}
    </div>
  )
})
