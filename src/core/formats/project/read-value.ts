import { checkValue } from '../../codebook/check-value.ts'
import { readCell } from '../../grid/read.ts'
import type { Attribute, Codebook } from '../../model/codebook.ts'
import type { Payload, Value } from '../../model/value.ts'
import { valueText } from '../interchange.ts'
import { isStrings } from '../json-lines.ts'
import { sameNameKey } from './mapping.ts'

const WORDS = { notStated: 'not_stated', notApplicable: 'not_applicable', yes: 'yes', no: 'no' } as const

/** A foreign value as a value of the codebook’s attribute, or why it cannot be one. `mapped` renames single values first. */
export function readForeignValue(codebook: Codebook, attribute: Attribute, value: Value, mapped: Readonly<Record<string, string>>): Value | string {
  if (value.state === 'not_stated' || value.state === 'not_applicable') return value
  const payload = renamed(attribute, value.value, mapped)
  const direct: Value = { state: value.state, value: payload }
  if (checkValue(codebook, attribute, direct) === null) return direct
  const { text } = valueText({ state: 'decided', value: payload })
  const read = readCell(codebook, attribute, text, WORDS)
  if (!read.ok) return `${JSON.stringify(text)} is no value of ${attribute.name}`
  if (read.value === null) return `it is empty`
  return 'value' in read.value ? { ...read.value, state: value.state } : read.value
}

/** Values of lists by their ids, whatever case and blanks their names have. */
function renamed(attribute: Attribute, payload: Payload, mapped: Readonly<Record<string, string>>): Payload {
  if (attribute.type !== 'choice' && attribute.type !== 'choices' && attribute.type !== 'scale') return typeof payload === 'string' ? (mapped[payload] ?? payload) : payload
  const idOf = (text: string): string => {
    const wish = mapped[text] ?? text
    const key = sameNameKey(wish)
    const values = attribute.values ?? []
    return (values.find(({ id }) => id === wish) ?? values.find(({ name }) => sameNameKey(name) === key) ?? values.find(({ id }) => sameNameKey(id) === key))?.id ?? wish
  }
  if (typeof payload === 'string') return attribute.type === 'choices' ? listOf(payload, idOf, attribute) : idOf(payload)
  if (!isStrings(payload)) return payload
  const ids = payload.map(idOf)
  const [only] = ids
  return attribute.type !== 'choices' && ids.length === 1 && only !== undefined ? only : ids
}

function listOf(text: string, idOf: (part: string) => string, attribute: Attribute): Payload {
  const whole = idOf(text)
  if (attribute.values?.some(({ id }) => id === whole)) return [whole]
  return text.split(';').map((part) => idOf(part.trim()))
}
