import { Kbd } from '../../ui/kbd.tsx'
import styles from './help-sheet.module.css'

/** Keys that are not changed here. */
export function FixedRow({ what, keys }: { readonly what: string; readonly keys: readonly string[] }) {
  return (
    <div className={styles.key}>
      <dt>
        <bdi>{what}</bdi>
      </dt>
      <dd>
        {keys.map((each) => (
          <Kbd key={each} keys={each} />
        ))}
      </dd>
    </div>
  )
}
