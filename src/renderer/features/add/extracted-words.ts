import type { TFunction } from 'i18next'
import type { AddReport } from '../../../ipc/shapes.ts'

type Extracted = NonNullable<AddReport['added'][number]['extracted']>

/** What a text was taken from, and what it does not show. */
export function extractedWords(t: TFunction, { kind, remarks }: Extracted): string {
  const from = t(`extract.kind.${kind}`)
  if (remarks.length === 0) return t('extract.all', { kind: from })
  return t('extract.with', { kind: from, remarks: remarks.map(({ what, count }) => t(`extract.${what}`, { count })).join('; ') })
}
