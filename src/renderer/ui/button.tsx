import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here. `quiet`: among many, without a frame. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly large?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', large = false, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classes(styles.button, styles[look], large && styles.large, className)} {...rest} />
}
