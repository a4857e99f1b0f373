import { hasKeysIn, keysOf, type Keymap } from '../../core/actions/keymap.ts'
import { matchesKeys, worksWhileTyping, type KeyPress, type Platform } from '../../core/actions/keys.ts'
import { actionTable, type ActionId } from '../../core/actions/table.ts'
import { labelByKey } from '../../core/codebook/lookup.ts'
import { applyLabel, hasTarget } from '../session/label.ts'
import type { Session } from '../session/session.ts'
import type { Tab } from '../session/view.ts'
import { canRun, run } from './registry.ts'

/** Keys that a field needs for itself. */
const FIELD_KEYS = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Delete', 'Backspace'])

/** The action of a key press, were it done now in this tab. */
export function actionOf(press: KeyPress, platform: Platform, typing: boolean, keymap: Keymap, tab: Tab = 'annotate'): ActionId | null {
  const found = actionTable.find(({ id }) => {
    if (!hasKeysIn(id, tab)) return false
    return keysOf(id, keymap).some((keys) => matchesKeys(press, keys, platform) && !(typing && (FIELD_KEYS.has(keys) || !worksWhileTyping(keys))))
  })
  return found?.id ?? null
}

/** Keys pressed anywhere in the window. A dialog keeps them to itself. */
export function listenForKeys(session: Session, target: Window): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || session.view.getState().dialog !== null) return
    const typing = isTyping(event.target)
    const { platform, settings } = session.store.getState()
    const id = actionOf(event, platform, typing, settings.keys, session.view.getState().tab)
    if (id !== null ? canRun(session, id) && run(session, id) : !typing && pressLabel(session, event)) event.preventDefault()
  }
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

function pressLabel(session: Session, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.key.length !== 1) return false
  if (session.view.getState().tab !== 'annotate') return false
  // Where the caret cannot be seen, as in the list, the word at it is not meant.
  if (!hasTarget(session) && !(event.target instanceof Element && event.target.closest('.reading-text'))) return false
  const { project } = session.store.getState()
  const label = project ? labelByKey(project.codebook, event.key) : undefined
  return label !== undefined && applyLabel(session, label.id)
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}
