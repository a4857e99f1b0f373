import type { AgreementReport, MeasureId, Scope } from '../../../core/agreement/project/report.ts'
import { figureIn } from '../../../core/agreement/project/look-up.ts'
import { formatNumber } from '../../i18n/format.ts'
import { FigureButton } from './figure-button.tsx'
import styles from './tables.module.css'
import { useAgreementWords } from './use-drawn.ts'

interface Row {
  readonly name: string
  readonly detail?: string
  readonly scope: Scope
  readonly onName?: () => void
}

interface FigureTableProps {
  readonly report: AgreementReport
  readonly heading: string
  readonly caption: string
  readonly rows: readonly Row[]
  readonly measures: readonly MeasureId[]
}

/** One row for each thing, one column for each measure; how much was compared stands beside it. */
export function FigureTable({ report, heading, caption, rows, measures }: FigureTableProps) {
  const words = useAgreementWords()
  const [first = 'f1_strict'] = measures
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={styles.number}>{words.report.items}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className={styles.number}>{words.measures[measure].name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, detail, scope, onName }) => (
            <tr key={JSON.stringify(scope)}>
              <th scope="row" dir="auto">
                {onName ? <button type="button" className={styles.link} onClick={onName}>{name}</button> : name}
                {detail !== undefined && <span className={styles.detail}>{detail}</span>}
              </th>
              <td className={styles.number}>{formatNumber(figureIn(report, first, scope)?.result.used ?? 0)}</td>
              {measures.map((measure) => (
                <td key={measure} className={styles.number}>
                  <FigureButton report={report} measure={measure} scope={scope} of={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
