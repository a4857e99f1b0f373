import { z } from 'zod'
import { timestampSchema } from '../../../core/model/annotation.ts'
import { annotatorSchema, sha256Schema } from '../../../core/model/annotation-set.ts'
import { standingSchema } from '../../../core/model/review.ts'
import type { Disk } from '../disk/disk.ts'
import { parseLine } from '../sets/line-file.ts'

/** Bump when an overview is computed in another way: an older cache is then thrown away. */
const VERSION = 1
/** A file that was changed so shortly before it was read may have been changed again without its time showing it. */
const TOO_FRESH = 2500

const standing = z.object({
  status: z.enum(['not_started', 'in_progress', 'done', 'in_review', 'returned', 'accepted']),
  by: annotatorSchema.nullable(),
  at: timestampSchema.nullable(),
  note: z.string().nullable(),
  before: standingSchema.extend({ by: annotatorSchema }).nullable(),
})
const overviewSchema = z.object({
  sets: z.array(z.object({ annotator: annotatorSchema, standing, annotations: z.int(), open: z.int() })),
  counts: z.object({ open: z.int(), later: z.int(), stale: z.int(), conflicts: z.int(), decided: z.int(), agreed: z.int() }).nullable(),
})
/** What of an overview is kept: problems are looked for anew. */
export type KeptOverview = z.infer<typeof overviewSchema>

const cacheSchema = z.object({
  format: z.literal('concord/review-cache'),
  version: z.literal(VERSION),
  /** What differs depends on the codebook: labels may be merged. */
  codebook: sha256Schema,
  articles: z.record(z.string(), z.object({ stamps: z.string(), newest: z.number(), read: z.number(), overview: overviewSchema })),
})
type Entry = z.infer<typeof cacheSchema>['articles'][string]

export interface OverviewCache {
  /** `stamps`: names, sizes and times of the files that it is made from. */
  get(article: string, stamps: string): KeptOverview | null
  set(article: string, stamps: string, newest: number, read: number, overview: KeptOverview): void
  drop(article: string): void
  /** A failure costs time at the next start, nothing else. */
  save(): Promise<void>
}

/** `.concord/review-cache.json`: believed as long as the files have the same sizes and times. Safe to delete. */
export async function openOverviewCache(disk: Disk, file: string, codebook: string): Promise<OverviewCache> {
  const text = await disk.readText(file)
  const parsed = cacheSchema.safeParse(text.ok ? parseLine(text.value) : undefined)
  const entries = new Map<string, Entry>(parsed.success && parsed.data.codebook === codebook ? Object.entries(parsed.data.articles) : [])
  let changed = false
  return {
    get: (article, stamps) => {
      const entry = entries.get(article)
      return entry && entry.stamps === stamps && entry.read - entry.newest > TOO_FRESH ? entry.overview : null
    },
    set: (article, stamps, newest, read, overview) => {
      entries.set(article, { stamps, newest, read, overview })
      changed = true
    },
    drop: (article) => {
      changed = entries.delete(article) || changed
    },
    save: async () => {
      if (!changed) return
      const written = await disk.writeAtomic(file, JSON.stringify({ format: 'concord/review-cache', version: VERSION, codebook, articles: Object.fromEntries(entries) }), { expected: undefined })
      changed = !written.ok
    },
  }
}
