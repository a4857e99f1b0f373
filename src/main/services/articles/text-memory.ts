import type { FileStamp } from './article-cache.ts'
import { TOO_FRESH } from './article-cache.ts'
import type { ArticleText } from './article-store.ts'

/** The texts that were asked for last, believed as long as size and time of their files are the same. */
export interface TextMemory {
  get(path: string, stamp: FileStamp): ArticleText | null
  /** `stamp`: from before the file was read; `read`: when it was, in milliseconds since the epoch. */
  set(path: string, stamp: FileStamp, read: number, text: ArticleText): void
}

/** Every gesture asks for its article's text twice; more than these few are in nobody's hands at once. */
const MOST = 4

export function createTextMemory(): TextMemory {
  const entries = new Map<string, { readonly stamp: FileStamp; readonly text: ArticleText }>()
  return {
    get: (path, stamp) => {
      const entry = entries.get(path)
      if (!entry || entry.stamp.size !== stamp.size || entry.stamp.modified !== stamp.modified) return null
      entries.delete(path)
      entries.set(path, entry)
      return entry.text
    },
    set: (path, stamp, read, text) => {
      entries.delete(path)
      if (read - stamp.modified <= TOO_FRESH) return
      entries.set(path, { stamp, text })
      const [oldest] = entries.keys()
      if (entries.size > MOST && oldest !== undefined) entries.delete(oldest)
    },
  }
}
