import { keysOf } from '../../core/actions/keymap.ts'
import type { ActionId } from '../../core/actions/table.ts'
import { useSessionState } from './context.tsx'

/** The keys of an action that are shown beside it, as the person has set them; undefined for one without. */
export function useKeys(): (id: ActionId) => string | undefined {
  const keymap = useSessionState((state) => state.settings.keys)
  return (id) => keysOf(id, keymap)[0]
}
