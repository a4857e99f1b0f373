import type { Label } from '../../../core/model/codebook.ts'
import { classes } from '../../ui/classes.ts'
import styles from './label-swatch.module.css'

/** How a label looks in the text: its tint and its underline, so that colour is never alone. Says nothing by itself. */
export function LabelSwatch({ look }: { readonly look: Pick<Label, 'tint' | 'underline'> | undefined }) {
  return (
    <span className={classes(styles.swatch, styles[look?.tint ?? 'slate'], styles[look?.underline ?? 'solid'])} aria-hidden>
      {'\u00a0\u00a0\u00a0\u00a0\u00a0'}
    </span>
  )
}
