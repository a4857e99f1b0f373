import { z } from 'zod'
import { setStateSchema, sha256Schema } from '../../../core/model/annotation-set.ts'
import { gestureSchema, setDiffSchema } from '../../../core/model/gesture.ts'

/** One article's part of a gesture. */
export const journalChangeSchema = z.strictObject({
  article: z.string().min(1),
  text_sha256: sha256Schema,
  /** Version of the codebook it was coded under. */
  codebook: sha256Schema,
  /**
   * The set file that this builds on, as it was last read or written; without a file, the status that the empty set
   * had.
   */
  on: z.strictObject({
    revision: z.int().nonnegative(),
    sha256: sha256Schema.nullable(),
    state: setStateSchema.nullable(),
  }),
  /** Revision of the set with `diff` applied. */
  revision: z.int().positive(),
  diff: setDiffSchema,
})
export type JournalChange = z.infer<typeof journalChangeSchema>

/**
 * `project`: whose journal this is, first line. `gesture`: acknowledged as soon as the line is flushed. `write`:
 * flushed before set files are replaced, so that a file found later can be told from one that somebody else wrote.
 */
export const journalLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project'), folder: z.string(), annotator: z.string() }),
  z.strictObject({ kind: z.literal('gesture'), gesture: gestureSchema, changes: z.array(journalChangeSchema).min(1) }),
  z.strictObject({
    kind: z.literal('write'),
    files: z.array(z.strictObject({ article: z.string(), revision: z.int(), sha256: sha256Schema })),
  }),
])
export type JournalLine = z.infer<typeof journalLineSchema>
export type JournalEntry = Extract<JournalLine, { kind: 'gesture' }>
export type JournalWrite = Extract<JournalLine, { kind: 'write' }>['files'][number]

/**
 * Entries that count. Where an append failed after its bytes had reached the disk, the gesture was refused and
 * another one may have taken its revision since: the later line is the one that was acknowledged.
 */
export function standingEntries(entries: readonly JournalEntry[]): JournalEntry[] {
  const taken = new Map<string, number>()
  const standing: JournalEntry[] = []
  for (const entry of entries.toReversed()) {
    if (entry.changes.some(({ article, revision }) => revision >= (taken.get(article) ?? Number.POSITIVE_INFINITY)))
      continue
    for (const { article, revision } of entry.changes) taken.set(article, revision)
    standing.push(entry)
  }
  return standing.reverse()
}
