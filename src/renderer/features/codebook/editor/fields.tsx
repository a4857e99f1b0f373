import { useState, type ReactNode } from 'react'
import { numberText, parseNumber } from '../../../../core/codebook/inputs/number-input.ts'
import { sameJson } from '../../../../core/model/equal.ts'
import { TextArea, TextField } from '../../../ui/field.tsx'
import styles from './editor.module.css'

interface ListProps {
  readonly label: string
  readonly help?: ReactNode
  readonly value: readonly string[]
  readonly disabled?: boolean
  readonly rows?: number
  readonly onChange: (value: string[]) => void
}

/** One item a line. What is typed stays as typed; the list follows it. */
export function LinesField({ value, onChange, ...rest }: ListProps) {
  const [text, setText] = useTyped(value, (items) => items.join('\n'), linesOf)
  return (
    <TextArea
      {...rest}
      value={text}
      dir="auto"
      onChange={(event) => {
        setText(event.target.value)
        onChange(linesOf(event.target.value))
      }}
    />
  )
}

/** Items with commas between. */
export function CommaField({ value, onChange, ...rest }: Omit<ListProps, 'rows'>) {
  const [text, setText] = useTyped(value, (items) => items.join(', '), commasOf)
  return (
    <TextField
      {...rest}
      value={text}
      dir="auto"
      onChange={(event) => {
        setText(event.target.value)
        onChange(commasOf(event.target.value))
      }}
    />
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number | undefined
  readonly disabled?: boolean
  readonly error?: string | null
  readonly whole?: boolean
  readonly onChange: (value: number | undefined) => void
}

export function NumberField({ value, whole = false, onChange, ...rest }: NumberProps) {
  const read = (text: string) => (whole ? wholeOf(text) : (parseNumber(text) ?? undefined))
  const [text, setText] = useTyped(value, numberText, read)
  return (
    <TextField
      {...rest}
      inputMode={whole ? 'numeric' : 'decimal'}
      className={styles.number}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(read(event.target.value))
      }}
    />
  )
}

/** The typed text, until the value becomes another than it says, as after an undo. */
function useTyped<T>(value: T, write: (value: T) => string, read: (text: string) => T): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(() => write(value))
  const text = sameJson(read(typed), value) ? typed : write(value)
  return [text, setTyped]
}

export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

function commasOf(text: string): string[] {
  return text.split(',').map((item) => item.trim()).filter((item) => item !== '')
}

function wholeOf(text: string): number | undefined {
  const found = Number.parseInt(text.trim(), 10)
  return Number.isFinite(found) && found > 0 ? found : undefined
}
