import { keyCaps } from '../../core/actions/keys.ts'
import { useSessionState } from '../session/context.tsx'
import styles from './kbd.module.css'

/** The caps of a key as this system writes them: `Mod+K` is ⌘K or Ctrl K. */
export function Kbd({ keys }: { readonly keys: string }) {
  const platform = useSessionState((state) => state.platform)
  return (
    <span className={styles.keys}>
      {keyCaps(keys, platform).map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
