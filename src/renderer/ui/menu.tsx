import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'

interface MenuProps {
  readonly trigger: ReactNode
  readonly align?: 'start' | 'end'
  /** A character typed while it is open; true when that chose something, and the menu closes. */
  readonly onKey?: (key: string) => boolean
  /** Opened and closed by somebody else as well. */
  readonly open?: boolean | undefined
  readonly onOpenChange?: (open: boolean) => void
  /** After it has closed, in place of giving the focus back to the trigger. */
  readonly onClosed?: () => void
  readonly children: ReactNode
}

/** A menu under a button. Not modal: a modal one would put a style element into the page, which the content policy forbids. */
export function Menu({ trigger, align = 'start', onKey, open: asked, onOpenChange, onClosed, children }: MenuProps) {
  const [own, setOwn] = useState(false)
  const open = asked ?? own
  const setOpen = onOpenChange ?? setOwn

  function onKeyDown(event: KeyboardEvent): void {
    // Keys in a menu are the menu's: no label's key, and nothing to the field that it belongs to.
    event.stopPropagation()
    const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!plain || onKey?.(event.key) !== true) return
    event.preventDefault()
    setOpen(false)
  }

  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          onKeyDown={onKeyDown}
          onCloseAutoFocus={(event) => {
            if (!onClosed) return
            event.preventDefault()
            onClosed()
          }}
          className={styles.menu} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface ItemProps {
  readonly text: string
  readonly detail?: string | undefined
  readonly keys?: string | undefined
  readonly disabled?: boolean
  readonly onSelect: () => void
}

export function MenuItem({ text, detail, keys, disabled = false, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item className={styles.item} disabled={disabled} onSelect={onSelect}>
      <span className={styles.text}>
        {text}
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
      {keys !== undefined && <Kbd keys={keys} />}
    </DropdownMenu.Item>
  )
}

interface RadioProps<T extends string> {
  readonly title: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string; readonly detail?: string }[]
  readonly onChange: (value: T) => void
}

export function MenuRadios<T extends string>({ title, value, options, onChange }: RadioProps<T>) {
  return (
    <DropdownMenu.RadioGroup value={value}>
      <DropdownMenu.Label className={styles.label}>{title}</DropdownMenu.Label>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={styles.item} onSelect={() => onChange(option.value)}>
          <span className={styles.mark}>
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className={styles.text}>
            {option.text}
            {option.detail !== undefined && (
              <span className={classes(styles.detail, styles.short)} dir="auto">
                {option.detail}
              </span>
            )}
          </span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

interface CheckProps {
  readonly text: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One of several that can be on together; the menu stays open. */
export function MenuCheck({ text, checked, onChange }: CheckProps) {
  return (
    <DropdownMenu.CheckboxItem className={styles.item} checked={checked} onCheckedChange={onChange} onSelect={(event) => event.preventDefault()}>
      <span className={styles.mark}>
        <DropdownMenu.ItemIndicator>
          <Check size={14} aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className={styles.text} dir="auto">
        {text}
      </span>
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles.separator} />
}

export function MenuLabel({ text }: { readonly text: string }) {
  return <DropdownMenu.Label className={styles.label}>{text}</DropdownMenu.Label>
}
