import { useTranslation } from 'react-i18next'
import type { QuantityProblem } from '../../../../core/codebook/inputs/quantity-input.ts'
import { formatNumber } from '../../../i18n/format.ts'

interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** What can be wrong with a number, and what it may be, in words. */
export function useNumberWords({ min, max }: Bounds): { readonly range: string; readonly problem: (problem: QuantityProblem) => string } {
  const { t } = useTranslation()
  const named = { min: min === undefined ? '' : formatNumber(min), max: max === undefined ? '' : formatNumber(max) }
  const range =
    min !== undefined && max !== undefined ? t('field.number.range', named) : min !== undefined ? t('field.number.from', named) : max !== undefined ? t('field.number.to', named) : ''
  return { range, problem: (problem) => t(`field.number.${problem}`, named) }
}
