import type { ArticleRow } from '../../core/model/project.ts'
import { classes } from './classes.ts'
import styles from './progress-glyph.module.css'

type Progress = ArticleRow['progress'] | 'problem'

/** A circle that fills: empty, half, with a tick, with a dash. The title says it in words. */
export function ProgressGlyph({ progress, title }: { readonly progress: Progress; readonly title: string }) {
  return (
    <span className={classes(styles.glyph, styles[progress])} title={title}>
      <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden>
        <circle className={styles.ring} cx={7} cy={7} r={5.75} />
        {progress === 'in_progress' && <path className={styles.fill} d="M7 3.2a3.8 3.8 0 0 1 0 7.6Z" />}
        {progress === 'done' && <path className={styles.mark} d="m4.4 7.2 1.8 1.9 3.4-4" />}
        {progress === 'nothing_to_mark' && <path className={styles.mark} d="M4.6 7h4.8" />}
        {progress === 'problem' && <path className={styles.mark} d="M7 4v3.4M7 9.6v.3" />}
      </svg>
      <span className="visually-hidden">{title}</span>
    </span>
  )
}
