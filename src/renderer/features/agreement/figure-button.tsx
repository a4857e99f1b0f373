import { useTranslation } from 'react-i18next'
import { figureIn, written } from '../../../core/agreement/project/look-up.ts'
import type { AgreementReport, MeasureId, Scope } from '../../../core/agreement/project/report.ts'
import { inquire } from '../../session/agreement.ts'
import { useSession } from '../../session/context.tsx'
import { useAgreementWords } from './use-drawn.ts'
import styles from './tables.module.css'

interface FigureButtonProps {
  readonly report: AgreementReport
  readonly measure: MeasureId
  readonly scope: Scope
  /** What it is a number of, for those who hear it. */
  readonly of: string
}

/** A number that can be looked into; a dash with the reason where it is not defined. */
export function FigureButton({ report, measure, scope, of }: FigureButtonProps) {
  const { t } = useTranslation()
  const session = useSession()
  const words = useAgreementWords()
  const figure = figureIn(report, measure, scope)
  if (!figure) return null
  const { result } = figure
  const value = written(result, words.language)
  const why = result.status === 'undefined' ? words.undefined[result.reason] : undefined
  return (
    <button type="button" className={styles.figure} data-undefined={value === null || undefined} title={why} aria-label={t('agreement.figure', { measure: words.measures[measure].name, of, value: value ?? words.report.notDefined })} onClick={() => void inquire(session, { measure, scope })}>
      {value ?? '–'}
    </button>
  )
}
