import { useId } from 'react'
import styles from './choices.module.css'

interface Option<T extends string> {
  readonly value: T
  readonly text: string
  readonly detail?: string
}

interface ChoicesProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChange: (value: T) => void
}

/** One of a few, each with a line that says what it means. */
export function Choices<T extends string>({ label, value, options, onChange }: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span className={styles.text}>{option.text}</span>
          {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
        </label>
      ))}
    </fieldset>
  )
}

interface ChecksProps<T extends string> {
  readonly label: string
  readonly values: readonly T[]
  readonly options: readonly Option<T>[]
  readonly error?: string | null
  readonly onChange: (values: T[]) => void
}

/** Any of a few. */
export function Checks<T extends string>({ label, values, options, error, onChange }: ChecksProps<T>) {
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.checks}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="checkbox"
              checked={values.includes(option.value)}
              onChange={(event) =>
                onChange(options.map((other) => other.value).filter((other) => (other === option.value ? event.target.checked : values.includes(other))))
              }
            />
            <span className={styles.text}>{option.text}</span>
          </label>
        ))}
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  )
}
