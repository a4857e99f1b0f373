import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoneFacts } from '../../../core/annotating/facts.ts'
import type { Told } from '../../session/view.ts'

/** Words for what an action did; nothing where the field that has the focus says it by itself. */
export function useTold(): (told: Told) => string {
  const { t } = useTranslation()
  const done = useCallback(
    ({ kind, count, quote, label, attribute, done: isDone }: DoneFacts): string => {
      switch (kind) {
        case 'annotate':
          return t('said.annotate', { count, quote, label })
        case 'relabel':
          return t('said.relabel', { count, quote, label })
        case 'move_boundary':
        case 'edit_fragments':
          return t('said.span', { quote })
        case 'delete':
          return t('said.delete', { count, quote })
        case 'confirm_defaults':
          return attribute === null ? t('said.confirm', { count }) : ''
        case 'set_attribute':
          return count > 1 ? t('said.attribute', { count, attribute: attribute ?? '' }) : ''
        case 'set_status':
          return t(isDone ? 'said.done' : 'said.reopened')
        case 'link':
          return t('said.link')
        case 'unlink':
          return t('said.unlink')
        case 'place':
          return t('places.said.placed', { count, quote })
        case 'place_aside':
          return t('places.said.aside', { quote })
        case 'place_delete':
          return t('said.delete', { count, quote })
        default:
          return ''
      }
    },
    [t],
  )
  return useCallback(
    (told) => {
      if (told.kind === 'done') return done(told.facts)
      return t(told.kind === 'undone' ? 'said.undone' : 'said.redone', { what: t(`gesture.${told.gesture}`) })
    },
    [done, t],
  )
}
