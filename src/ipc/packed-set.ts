import { z } from 'zod'
import type { AnnotationSet } from '../core/model/annotation-set.ts'
import { answeredSetSchema } from './answered-set.ts'

/*
 * A set on its way to the window goes as text. Values are taken apart and put together again at every border (main's, the
 * preload's, the page's), a text is handed on whole: with 20,000 annotations that is most of the time in which an article opens.
 */

export function packSet(set: AnnotationSet): string {
  return JSON.stringify(set)
}

export const packedSetSchema = z
  .string()
  .transform((packed, context): unknown => {
    try {
      return JSON.parse(packed)
    } catch {
      context.issues.push({ code: 'custom', message: 'Not a set', input: packed })
      return z.NEVER
    }
  })
  .pipe(answeredSetSchema)
