import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { classes } from './classes.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  readonly icon: LucideIcon
  /** What it does: read aloud, and shown in the tooltip with the key. */
  readonly title: string
  readonly keys?: string | undefined
  readonly pressed?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon: Icon, title, keys, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={title} keys={keys}>
      <button type="button" aria-label={title} aria-pressed={pressed} className={classes(styles.button, className)} {...rest}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}
