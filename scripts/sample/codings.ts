import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { payloadSchema } from '../../src/core/model/value.ts'

const payloads = z.record(z.string(), payloadSchema).optional()

const relation = { type: z.string(), from: z.string() }

/** The compact source of one annotation set, as it is written by hand: quotes instead of offsets. */
const codingSchema = z.strictObject({
  article: z.string(),
  status: z.enum(['done', 'in_progress']),
  annotations: z.array(
    z.strictObject({
      ref: z.string().optional(),
      label: z.string(),
      quote: z.string().optional(),
      fragments: z.array(z.string()).optional(),
      occurrence: z.int().positive().optional(),
      attributes: payloads,
      unconfirmed: payloads,
      not_stated: z.array(z.string()).optional(),
      not_applicable: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
  ),
  relations: z.array(z.strictObject({ ...relation, to: z.string() })).optional(),
  cross_article_relations: z
    .array(z.strictObject({ ...relation, to: z.strictObject({ article: z.string(), ref: z.string() }) }))
    .optional(),
})
export type Coding = z.infer<typeof codingSchema>

export function readCodings(folder: string): Coding[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => codingSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/** Where the pieces of a span stand in the text, UTF-16. `occurrence` counts the first piece; each later one is the next after it. */
export function locate(text: string, annotation: Coding['annotations'][number]) {
  const pieces = annotation.fragments ?? [annotation.quote ?? '']
  let from = -1
  for (let count = 0; count < (annotation.occurrence ?? 1); count += 1) from = text.indexOf(pieces[0] ?? '', from + 1)
  let end = from
  return pieces.map((piece) => {
    const start = text.indexOf(piece, end)
    if (piece === '' || from < 0 || start < 0) throw new Error(`not found: ${piece}`)
    end = start + piece.length
    return { start, end }
  })
}
