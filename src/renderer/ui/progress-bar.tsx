import styles from './progress-bar.module.css'

export function ProgressBar({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }) {
  return <progress className={styles.bar} aria-label={label} value={done} max={Math.max(1, total)} />
}
