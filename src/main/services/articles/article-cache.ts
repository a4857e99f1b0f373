import { z } from 'zod'
import type { Disk } from '../disk/disk.ts'
import type { ReadFacts } from './facts.ts'
import { readFactsSchema } from './facts.ts'

/** Bump when what is read from a text changes: an older cache is then thrown away. */
const VERSION = 1
/** A file that was changed so shortly before it was read may have been changed again without its time showing it. */
export const TOO_FRESH = 2500

const entrySchema = z.object({
  size: z.number(),
  modified: z.number(),
  /** When the file was read, by the same clock as `modified`, as far as there is one. */
  read: z.number(),
  facts: readFactsSchema,
})
const cacheSchema = z.object({
  format: z.literal('concord/article-cache'),
  version: z.literal(VERSION),
  articles: z.record(z.string(), entrySchema),
})

export interface FileStamp {
  readonly size: number
  readonly modified: number
}

/**
 * `.concord/article-cache.json`: what was read from each article, believed as long as size and time are the same. Safe
 * to delete.
 */
export interface ArticleCache {
  get(path: string, stamp: FileStamp): ReadFacts | null
  set(path: string, stamp: FileStamp, facts: ReadFacts): void
  /**
   * Keeps only these paths and writes the file where something changed. A failure costs time at the next start, nothing
   * else.
   */
  save(paths: Iterable<string>): Promise<void>
}

export async function openArticleCache(disk: Disk, file: string, now: () => number): Promise<ArticleCache> {
  const entries = await readEntries(disk, file)
  let changed = false
  return {
    get: (path, stamp) => {
      const entry = entries.get(path)
      if (!entry || entry.size !== stamp.size || entry.modified !== stamp.modified) return null
      return entry.read - entry.modified > TOO_FRESH ? entry.facts : null
    },
    set: (path, { size, modified }, facts) => {
      entries.set(path, { size, modified, read: now(), facts })
      changed = true
    },
    save: async (paths) => {
      const kept = new Set(paths)
      for (const path of entries.keys()) if (!kept.has(path)) changed = entries.delete(path) || changed
      if (!changed) return
      const content = { format: 'concord/article-cache', version: VERSION, articles: Object.fromEntries(entries) }
      const written = await disk.writeAtomic(file, JSON.stringify(content), { expected: undefined })
      changed = !written.ok
    },
  }
}

async function readEntries(disk: Disk, file: string): Promise<Map<string, z.infer<typeof entrySchema>>> {
  const text = await disk.readText(file)
  if (!text.ok) return new Map()
  try {
    const parsed = cacheSchema.safeParse(JSON.parse(text.value))
    return new Map(parsed.success ? Object.entries(parsed.data.articles) : [])
  } catch {
    return new Map()
  }
}
