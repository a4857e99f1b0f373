import type { TextareaHTMLAttributes } from 'react'
import { classes } from '../../../ui/classes.ts'
import styles from './input.module.css'

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly value: string
  readonly tentative?: boolean
}

/** A field that grows with what is written in it. */
export function GrowingText({ tentative = false, ...rest }: Props) {
  return <textarea rows={1} dir="auto" className={classes(styles.input, styles.growing, tentative && styles.tentative)} {...rest} />
}
