import { z } from 'zod'
import type { Annotation } from '../core/model/annotation.ts'
import { annotationSetSchema } from '../core/model/annotation-set.ts'

/*
 * A set as main hands it out. Main parsed the file with the whole schema just before, and an article may hold tens of
 * thousands of records: here they are only made sure to be what the renderer's code relies on, at a twentieth of the time.
 */

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function isFragment(value: unknown): boolean {
  return isFields(value) && isOffset(value['start']) && isOffset(value['end']) && value['end'] > value['start'] && isText(value['quote'])
}

function isValue(value: unknown): boolean {
  if (!isFields(value)) return false
  const { state, value: payload } = value
  if (state === 'not_stated' || state === 'not_applicable') return true
  if (state !== 'decided' && state !== 'default') return false
  return isText(payload) || typeof payload === 'number' || typeof payload === 'boolean' || (typeof payload === 'object' && payload !== null)
}

function isAnnotation(value: unknown): value is Annotation {
  if (!isFields(value) || !isFields(value['attributes'])) return false
  const { id, label, fragments, prefix, suffix, attributes, note, created, modified } = value
  if (!isText(id) || !isText(label) || !isText(prefix) || !isText(suffix) || !isText(created) || !isText(modified)) return false
  if (note !== undefined && !isText(note)) return false
  if (!Array.isArray(fragments) || fragments.length === 0 || !fragments.every(isFragment)) return false
  for (const attribute in attributes) if (!isValue(attributes[attribute])) return false
  return true
}

export const answeredSetSchema = z.strictObject({
  ...annotationSetSchema.shape,
  annotations: z.custom<Annotation[]>((value) => Array.isArray(value) && value.every(isAnnotation)),
})
