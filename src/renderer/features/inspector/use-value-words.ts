import { useTranslation } from 'react-i18next'
import type { ValueWords } from '../../../core/codebook/display.ts'

export function useValueWords(): ValueWords {
  const { t } = useTranslation()
  return { notStated: t('field.not-stated'), notApplicable: t('field.not-applicable'), yes: t('field.yes'), no: t('field.no') }
}
