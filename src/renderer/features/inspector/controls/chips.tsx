import { X } from 'lucide-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../ui/classes.ts'
import styles from './chips.module.css'

export interface Chip {
  readonly id: string
  readonly text: string
  /** Small, after the text. */
  readonly detail?: string | undefined
  readonly title?: string | undefined
  readonly mark?: ReactNode
  readonly open?: boolean
}

interface Props {
  readonly chips: readonly Chip[]
  readonly onRemove: (index: number) => void
  /** What a press or Enter on a chip does. */
  readonly onOpen?: (index: number) => void
  readonly tentative?: boolean
  /** The field for the next one. */
  readonly children: ReactNode
}

/** Several values and a field for the next, in one frame. The chips are reached with the arrows; Tab goes on to the next field. */
export function Chips({ chips, onRemove, onOpen, tentative = false, children }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)

  const focusChip = (index: number) => frame.current?.querySelectorAll<HTMLElement>('[data-chip]')[index]?.focus()
  const focusInput = () => frame.current?.querySelector('input')?.focus()

  /** Arrow left or Backspace at the beginning of the field goes to the last chip. */
  function onInputKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return
    const { value, selectionEnd } = event.target
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const isBack = event.key === 'Backspace' || event.key === 'ArrowLeft'
    if (!isBack || !plain || chips.length === 0 || (value !== '' && selectionEnd !== 0)) return
    event.preventDefault()
    focusChip(chips.length - 1)
  }

  function onChipKeyDown(event: KeyboardEvent, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowLeft') focusChip(Math.max(0, index - 1))
    else if (event.key === 'ArrowRight' && index + 1 < chips.length) focusChip(index + 1)
    else if (event.key === 'ArrowRight' || event.key === 'Escape') focusInput()
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      focusInput()
      onRemove(index)
    } else return
    event.preventDefault()
  }

  return (
    // A press beside the chips goes to the field.
    <div ref={frame} className={classes(styles.frame, tentative && styles.tentative)} role="presentation" onKeyDown={onInputKeyDown} onClick={(event) => event.target === event.currentTarget && focusInput()}>
      {chips.map((chip, index) => (
        <span key={chip.id} className={styles.chip} data-open={chip.open || undefined}>
          <button type="button" data-chip tabIndex={-1} className={styles.main} title={chip.title} aria-expanded={chip.open} onClick={() => onOpen?.(index)} onKeyDown={(event) => onChipKeyDown(event, index)}>
            {chip.mark}
            <span className={styles.text} dir="auto">
              {chip.text}
            </span>
            {chip.detail !== undefined && <span className={styles.detail}>{chip.detail}</span>}
          </button>
          <button type="button" tabIndex={-1} className={styles.remove} aria-label={t('field.remove', { name: chip.text })} onClick={() => onRemove(index)}>
            <X size={11} aria-hidden />
          </button>
        </span>
      ))}
      {children}
    </div>
  )
}
