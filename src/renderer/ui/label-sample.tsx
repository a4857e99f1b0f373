import type { Label } from '../../core/model/codebook.ts'
import { classes } from './classes.ts'
import styles from './label-sample.module.css'

type Look = Pick<Label, 'tint' | 'underline'>

/** Text as the label marks it: what stands in [brackets], or all of it where there are none. */
export function LabelSample({ look, text }: { readonly look: Look; readonly text: string }) {
  const pieces = text.includes('[') ? text.split(/(\[[^\]]*\])/).filter((piece) => piece !== '') : [`[${text}]`]
  return (
    <span className={styles.text} dir="auto">
      {pieces.map((piece, index) =>
        piece.startsWith('[') ? (
          // A piece is known by its place: the text never changes while it is shown.
          <mark key={`${index} ${piece}`} className={classes(styles.mark, styles[look.tint], styles[look.underline])}>
            {piece.slice(1, -1)}
          </mark>
        ) : (
          piece
        ),
      )}
    </span>
  )
}

/** A short piece of the label's line, beside its name. */
export function LabelSwatch({ look }: { readonly look: Look }) {
  return (
    <span className={classes(styles.swatch, styles[look.tint], styles[look.underline])} aria-hidden>
      {'\u00a0\u00a0\u00a0\u00a0'}
    </span>
  )
}
