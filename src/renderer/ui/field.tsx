import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

interface Labelled {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | null | undefined
  /** Shown to screen readers only. */
  readonly hideLabel?: boolean
}

interface FrameProps extends Labelled {
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }) => ReactNode
}

/** A label above, the control, and under it help or what is wrong. */
export function Field({ label, help, error, hideLabel = false, children }: FrameProps) {
  const id = useId()
  const below = error ?? help
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({ id, 'aria-describedby': below ? `${id}-below` : undefined, 'aria-invalid': error ? true : undefined })}
      {below && (
        <p id={`${id}-below`} className={classes(styles.below, Boolean(error) && styles.error)}>
          {below}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = Labelled & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> }

export function TextField({ label, help, error, hideLabel = false, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel}>
      {(ids) => <input type="text" spellCheck={false} autoComplete="off" className={classes(styles.control, className)} {...rest} {...ids} />}
    </Field>
  )
}

/** Of a line in a text area, pixels; the style sheet's. */
const LINE = 20

type TextAreaProps = Labelled & TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }

/** As high as its text, from `rows` lines up. */
export function TextArea({ label, help, error, hideLabel = false, className, rows = 3, ...rest }: TextAreaProps) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel}>
      {(ids) => <textarea rows={rows} className={classes(styles.control, styles.area, className)} style={{ minHeight: rows * LINE + 12 }} {...rest} {...ids} />}
    </Field>
  )
}

interface SelectProps<T extends string> extends Labelled, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onChange: (value: T) => void
}

/** The system's own list: it knows every keyboard habit. */
export function SelectField<T extends string>({ label, help, error, hideLabel = false, options, value, onChange, className, ...rest }: SelectProps<T>) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel}>
      {(ids) => (
        <select
          className={classes(styles.control, styles.select, className)}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          {...rest}
          {...ids}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface GroupedSelectProps extends Labelled {
  readonly value: string
  readonly groups: readonly { readonly text: string; readonly options: readonly { readonly value: string; readonly text: string }[] }[]
  readonly onChange: (value: string) => void
}

/** Many to choose from, under headings. */
export function GroupedSelectField({ label, help, error, hideLabel = false, groups, value, onChange }: GroupedSelectProps) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel}>
      {(ids) => (
        <select className={classes(styles.control, styles.select)} value={value} onChange={(event) => onChange(event.target.value)} {...ids}>
          {groups.map((group) => (
            <optgroup key={group.text} label={group.text}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
