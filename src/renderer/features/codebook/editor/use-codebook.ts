import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { describeChanges } from '../../../../core/codebook/edits/describe.ts'
import { itemsOf, putItem, type ItemKind, type Items } from '../../../../core/codebook/edits/items.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import { codebookDesk, editCodebook, type CodebookPlace } from '../../../session/codebook-desk.ts'
import { useSession, useSessionState } from '../../../session/context.tsx'
import { useChangeWords } from './change-words.ts'

export interface Editing {
  /** With the changes that are no version yet. */
  readonly codebook: Codebook
  readonly saved: Codebook
  readonly locked: boolean
  readonly edit: (change: (codebook: Codebook) => Codebook, about?: string | null) => void
  readonly put: <K extends ItemKind>(kind: K, item: Items[K], field?: string) => void
  readonly show: (place: CodebookPlace) => void
}

/** The codebook as it is being edited; null: no project is open. */
export function useEditing(): Editing | null {
  const session = useSession()
  const desk = codebookDesk(session)
  const draft = useStore(desk, (state) => state.draft)
  const saved = useSessionState((state) => state.project?.codebook)
  const locked = useSessionState((state) => state.project?.readOnly !== null)
  if (!saved) return null
  return {
    codebook: draft ?? saved,
    saved,
    locked,
    edit: (change, about = null) => editCodebook(session, change, about),
    put: (kind, item, field) => editCodebook(session, (codebook) => putItem(codebook, kind, item), field === undefined ? null : `${kind} ${item.id} ${field}`),
    show: (place) => desk.setState({ place }),
  }
}

/** Whether no version has it yet: then it may still be deleted, and its type changed. */
export function isNew(saved: Codebook, kind: ItemKind, id: string): boolean {
  const items: readonly { readonly id: string }[] = itemsOf(saved, kind)
  return !items.some((item) => item.id === id)
}

/** The words that the history will have for what the draft changes. */
export function useAutomaticNote(): (before: Codebook, after: Codebook) => string {
  const { t } = useTranslation()
  const words = useChangeWords()
  return (before, after) => {
    const changes = describeChanges(before, after).map(words)
    const shown = changes.slice(0, 4).join('; ')
    return changes.length > 4 ? `${shown}; ${t('report.more', { count: changes.length - 4 })}` : shown
  }
}
