import type { Payload, Value } from '../../model/value.ts'
import { isObject, isStrings, type JsonObject } from '../json-lines.ts'

/** A place as a region has it: whole numbers, or global offsets of HTML. */
export interface RegionPlace {
  readonly start: number
  readonly end: number
  readonly words: string | undefined
}

export function placeOf(value: JsonObject): RegionPlace | null {
  const global = value['globalOffsets']
  const from = isObject(global) ? global : value
  const [start, end] = [from['start'], from['end']]
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null
  return { start: Number(start), end: Number(end), words: typeof value['text'] === 'string' ? value['text'] : undefined }
}

/** The labels of a region: `labels`, `hypertextlabels`, `paragraphlabels`. */
export function labelsOf(result: JsonObject): string[] | null {
  const { type, value } = result
  if (typeof type !== 'string' || !type.endsWith('labels') || !isObject(value)) return null
  // Old HTML regions have their labels under another name than their type.
  const labels = value[type] ?? value['htmllabels'] ?? value['labels']
  return isStrings(labels) ? labels : []
}

/** What a control says, as a value of an attribute; undefined for controls that are only carried along. */
export function valueOf(result: JsonObject, several: boolean): Value | undefined {
  const { type, value } = result
  if (typeof type !== 'string' || !isObject(value)) return undefined
  const said = value[type === 'textarea' ? 'text' : type]
  const decided = (payload: Payload): Value => ({ state: 'decided', value: payload })
  if (type === 'number' || type === 'rating') return typeof said === 'number' ? decided(said) : undefined
  if (type === 'datetime') return typeof said === 'string' ? decided(said) : undefined
  if (type === 'taxonomy') return Array.isArray(said) && said.every(isStrings) ? decided(said.map((path) => path.join(' / '))) : undefined
  if (type !== 'choices' && type !== 'textarea') return undefined
  if (typeof said === 'string') return decided(said)
  if (!isStrings(said)) return undefined
  const [only] = said
  if (!several && said.length === 1 && only !== undefined) return stated(only)
  return decided(said)
}

/** `not_stated` and `not_applicable` are written as choices of these names. */
function stated(text: string): Value {
  return text === 'not_stated' || text === 'not_applicable' ? { state: text } : { state: 'decided', value: text }
}

/** Whether a region’s own words are those of the place: tools write line ends as they are, as `\n`, or as blanks. */
export function sameWords(words: string, quote: string): boolean {
  const folded = (text: string) => text.replaceAll('\\n', ' ').replace(/\s+/g, ' ').trim()
  return words === quote || folded(words) === folded(quote)
}
