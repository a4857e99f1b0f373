import { memo, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { labelById, nameOfLabel } from '../../../core/codebook/lookup.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { ArticleRow } from '../../../core/model/project.ts'
import type { FoundLine } from '../../../ipc/search-shapes.ts'
import { formatDay } from '../../i18n/format.ts'
import { useSession } from '../../session/context.tsx'
import { lineKey, openLine, searchOf } from '../../session/search.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './concordance.module.css'

interface Props {
  readonly line: FoundLine
  readonly index: number
  readonly top: number
  readonly row: ArticleRow | undefined
  readonly codebook: Codebook | undefined
  /** By the Tab key: one row of all. */
  readonly reachable: boolean
  readonly chosen: boolean
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
  readonly onChoose: (index: number, more: 'one' | 'range') => void
}

/** One hit. A press opens its place, the box chooses it; with Shift several, with Ctrl one more. */
export const LineRow = memo(function LineRow({ line, index, top, row, codebook, reachable, chosen, onKeyDown, onChoose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const labels = line.annotation ? [line.annotation.label] : line.labels

  function press(event: MouseEvent): void {
    if (event.shiftKey) onChoose(index, 'range')
    else if (event.ctrlKey || event.metaKey) onChoose(index, 'one')
    else void openLine(session, line)
  }

  return (
    <tr
      className={styles.row}
      style={{ top }}
      data-index={index}
      aria-rowindex={index + 1}
      aria-selected={chosen}
      tabIndex={reachable ? 0 : -1}
      onKeyDown={(event) => onKeyDown(event, index)}
      onFocus={() => searchOf(session).setState({ active: lineKey(line) })}
      onClick={press}
    >
      <td className={styles.tick}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          aria-label={t('search.choose')}
          onClick={(event) => {
            event.stopPropagation()
            onChoose(index, event.shiftKey ? 'range' : 'one')
          }}
          onChange={() => undefined}
        />
      </td>
      {/* In Arabic and Hebrew what comes before stands on the right. */}
      <td className={styles.words} dir="auto">
        <span className={styles.before}>
          <bdi>{line.left}</bdi>
        </span>
        <span className={styles.hit}>
          <mark className={styles.mark}>{line.hit}</mark>
          {line.right}
        </span>
      </td>
      <td className={styles.label} dir="auto">
        {labels.length > 0 && codebook && (
          <>
            <LabelSwatch look={labelById(codebook, labels[0] ?? '')} />
            <span className={styles.name}>
              {labels.map((id) => nameOfLabel(codebook, id)).join(', ')}
              {line.annotation && !line.annotation.own && `, ${line.annotation.annotator}`}
            </span>
          </>
        )}
      </td>
      <td className={styles.article} dir="auto">
        {row?.title ?? ''}
      </td>
      <td className={styles.date}>{row?.date ? formatDay(row.date) : ''}</td>
    </tr>
  )
})
