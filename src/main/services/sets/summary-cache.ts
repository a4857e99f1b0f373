import { z } from 'zod'
import { sha256Schema } from '../../../core/model/annotation-set.ts'
import { entitySchema } from '../../../core/model/value.ts'
import type { Disk } from '../disk/disk.ts'
import { parseLine } from './line-file.ts'

/** Bump when a summary is computed in another way: an older cache is then thrown away. */
const VERSION = 2
/** A file that was changed so shortly before it was read may have been changed again without its time showing it. */
const TOO_FRESH = 2500

const cachedSummarySchema = z.object({
  annotations: z.int(),
  incomplete: z.int(),
  progress: z.enum(['not_started', 'in_progress', 'done', 'nothing_to_mark']),
  unplaced: z.int(),
  text_sha256: sha256Schema,
  entities: z.array(z.object({ ...entitySchema.shape, count: z.int() })),
})
export type CachedSummary = z.infer<typeof cachedSummarySchema>

const entrySchema = z.object({ size: z.number(), modified: z.number(), read: z.number(), summary: cachedSummarySchema })
const cacheSchema = z.object({
  format: z.literal('concord/summary-cache'),
  version: z.literal(VERSION),
  /** What is missing depends on the codebook. */
  codebook: sha256Schema,
  sets: z.record(z.string(), entrySchema),
})

interface Stamp {
  readonly size: number
  readonly modified: number
}

export interface SummaryCache {
  get(article: string, stamp: Stamp): CachedSummary | null
  set(article: string, stamp: Stamp, summary: CachedSummary): void
  /** Keeps these articles only. A failure costs time at the next start, nothing else. */
  save(articles: readonly string[]): Promise<void>
}

/**
 * Summaries by article, believed as long as size and time of the set file and the codebook are the same. Safe to
 * delete.
 */
export async function openSummaryCache(
  disk: Disk,
  file: string,
  codebook: string,
  now: () => number,
): Promise<SummaryCache> {
  const text = await disk.readText(file)
  const parsed = cacheSchema.safeParse(text.ok ? parseLine(text.value) : undefined)
  const entries = new Map(parsed.success && parsed.data.codebook === codebook ? Object.entries(parsed.data.sets) : [])
  let changed = false
  return {
    get: (article, { size, modified }) => {
      const entry = entries.get(article)
      if (!entry || entry.size !== size || entry.modified !== modified) return null
      return entry.read - entry.modified > TOO_FRESH ? entry.summary : null
    },
    set: (article, { size, modified }, summary) => {
      if (entries.get(article)?.summary === summary) return
      entries.set(article, { size, modified, read: now(), summary })
      changed = true
    },
    save: async (articles) => {
      const kept = new Set(articles)
      for (const article of entries.keys()) if (!kept.has(article)) changed = entries.delete(article) || changed
      if (!changed) return
      const content = { format: 'concord/summary-cache', version: VERSION, codebook, sets: Object.fromEntries(entries) }
      await disk.writeAtomic(file, JSON.stringify(content), { expected: undefined })
    },
  }
}
