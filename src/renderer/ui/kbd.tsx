import { keyCaps } from '../../core/actions/keys.ts'
import type { ActionId } from '../../core/actions/table.ts'
import { useSessionState } from '../session/context.tsx'
import { useKeys } from '../session/use-keys.ts'
import styles from './kbd.module.css'

/** The caps of a key as this system writes them: `Mod+K` is ⌘K or Ctrl K. */
export function Kbd({ keys }: { readonly keys: string }) {
  const platform = useSessionState((state) => state.platform)
  return (
    // Keys are pressed in this order whichever way the interface runs.
    <span className={styles.keys} dir="ltr">
      {keyCaps(keys, platform).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}

/** The keys of an action as the person has set them; nothing for one without. */
export function ActionKbd({ action }: { readonly action: ActionId }) {
  const keys = useKeys()(action)
  return keys === undefined ? null : <Kbd keys={keys} />
}
