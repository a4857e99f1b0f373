import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from '../../../ui/classes.ts'
import styles from './combobox.module.css'
import { anchorName, Floating } from './floating.tsx'

export interface Option {
  readonly id: string
  readonly text: string
  readonly also?: string | undefined
  readonly detail?: string | undefined
  readonly mark?: ReactNode
  readonly chosen?: boolean
}

/** What a combobox owns: the page has no element of its own for it that narrows and shows more than a word. */
const LISTBOX = { role: 'listbox' } as const
const OPTION = { role: 'option' } as const

interface Props {
  /** Narrowed already by what is typed. */
  readonly options: readonly Option[]
  /** What stands in the field while nobody types. */
  readonly shown: string
  readonly typed: string | null
  readonly onType: (text: string | null) => void
  readonly onChoose: (option: Option) => void
  /** Leaving the field with something typed. Absent: what was typed is forgotten. */
  readonly onLeave?: () => void
  readonly placeholder?: string
  readonly empty: string
  /** Stays open after a choice, for several. */
  readonly staysOpen?: boolean
  /** The list comes with the focus, as where the field itself was asked for. */
  readonly opensOnFocus?: boolean
  readonly tentative?: boolean
  readonly bare?: boolean
  readonly label?: string | undefined
  readonly labelledBy?: string | undefined
  readonly describedBy?: string | undefined
}

/** A field with a list that narrows as one types. The first that matches is chosen by Enter or by Tab; a press opens the whole list. */
export function Combobox(props: Props) {
  const { options, shown, typed, onType, onChoose, onLeave, placeholder, empty, staysOpen = false } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState<number | null>(null)
  const active = at !== null && at < options.length ? at : typed !== null && typed !== '' && options.length > 0 ? 0 : null

  function close(): void {
    setOpen(false)
    setAt(null)
  }

  function choose(option: Option): void {
    onType(null)
    onChoose(option)
    setAt(null)
    if (!staysOpen) close()
  }

  function move(step: number): void {
    const chosen = options.findIndex((option) => option.chosen)
    if (!open) {
      setOpen(true)
      setAt(Math.max(0, chosen))
      return
    }
    const from = active ?? (step > 0 ? -1 : options.length)
    setAt(Math.min(options.length - 1, Math.max(0, from + step)))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
    const option = open && active !== null ? options[active] : undefined
    if (step !== undefined) move(step)
    else if (event.key === 'Enter' && option && !event.ctrlKey && !event.metaKey) choose(option)
    else if (event.key === 'Escape' && (open || typed !== null)) {
      onType(null)
      close()
    } else {
      // Tab goes on by itself; what was typed is chosen on the way.
      if (event.key === 'Tab' && option && typed !== null && typed !== '') choose(option)
      if (event.key === 'Tab') close()
      return
    }
    event.preventDefault()
  }

  return (
    <div className={classes(styles.box, props.bare && styles.bare)} style={{ anchorName: anchorName(id) }}>
      <input
        type="text"
        role="combobox"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        className={classes(styles.input, props.bare && styles.bareInput, props.tentative && styles.tentative)}
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && active !== null ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={typed ?? shown}
        onChange={(event) => {
          onType(event.target.value)
          setOpen(true)
          setAt(null)
        }}
        onFocus={(event) => {
          event.currentTarget.select()
          if (props.opensOnFocus) setOpen(true)
        }}
        onMouseDown={() => setOpen(true)}
        onBlur={() => {
          close()
          if (onLeave) onLeave()
          else onType(null)
        }}
        onKeyDown={onKeyDown}
      />
      {open && (
        <Floating anchor={id}>
          <ul id={`${id}-list`} {...LISTBOX} aria-label={props.label} aria-labelledby={props.labelledBy} className={styles.list}>
            {options.map((option, index) => (
              <OptionRow key={option.id} id={`${id}-${index}`} option={option} active={index === active} onChoose={choose} />
            ))}
            {options.length === 0 && <li className={styles.none}>{empty}</li>}
          </ul>
        </Floating>
      )}
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly option: Option
  readonly active: boolean
  readonly onChoose: (option: Option) => void
}

function OptionRow({ id, option, active, onChoose }: RowProps) {
  // Keys go to the field, which names the active row; only the pointer comes here.
  const interactive = { ...OPTION, 'aria-selected': option.chosen === true, onClick: () => onChoose(option) }
  return (
    <li
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' })
      }}
      id={id}
      {...interactive}
      className={styles.option}
      data-active={active || undefined}
      title={option.detail}
    >
      {option.mark}
      <span className={styles.words}>
        <span className={styles.optionText} dir="auto">
          {option.text}
        </span>
        {option.detail !== undefined && active && <span className={styles.detail}>{option.detail}</span>}
      </span>
      {option.chosen && <span className={styles.tick} aria-hidden />}
    </li>
  )
}
