import styles from './problem.module.css'

/** What is wrong with what is typed; read aloud when it appears. */
export function Problem({ text }: { readonly text: string }) {
  return (
    <output className={styles.problem}>
      {text}
    </output>
  )
}
