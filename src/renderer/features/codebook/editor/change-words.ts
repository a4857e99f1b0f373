import { useTranslation } from 'react-i18next'
import type { CodebookChange } from '../../../../core/codebook/edits/describe.ts'

/** A change in one line. */
export function useChangeWords(): (change: CodebookChange) => string {
  const { t } = useTranslation()
  return ({ kind, how, name, of, other = '', fields }) => {
    const what = kind === 'rule' || kind === 'example' ? shortened(name) : name
    const base = t(`change.kind.${kind}`)
    switch (how) {
      case 'renamed':
        return t('change.renamed', { kind: base, name, other })
      case 'merged':
        return t('change.merged', { kind: base, name: of === undefined ? what : `${what} (${of})`, other })
      case 'reordered':
        return t('change.reordered', { kind: of === undefined ? t(`change.kinds.${kind}`) : `${t(`change.kinds.${kind}`)} (${of})` })
      case 'changed':
        return t('change.changed', { kind: base, name: what, fields: [...new Set(fields.map(({ field }) => t(`changed.${field}`, { defaultValue: field })))].join(', ') })
      default:
        return t(`change.${how}`, { kind: base, name: of === undefined ? what : `${what} (${of})` })
    }
  }
}

const SHORT = 40

function shortened(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT)}…`
}
