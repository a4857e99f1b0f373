import type { InputHTMLAttributes } from 'react'
import { classes } from '../../../ui/classes.ts'
import styles from './input.module.css'

interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly tentative?: boolean
  readonly wrong?: boolean
}

/** A field of one line inside a form that has its labels elsewhere. */
export function Input({ tentative = false, wrong = false, className, ...rest }: InputProps) {
  return <input type="text" spellCheck={false} autoComplete="off" aria-invalid={wrong || undefined} className={classes(styles.input, tentative && styles.tentative, className)} {...rest} />
}
