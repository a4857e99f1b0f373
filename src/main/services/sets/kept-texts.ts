import { join } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import type { ArticleText } from './set-file.ts'

/**
 * `.concord/texts/<hash>.txt`: the texts that were coded, so that after an article has been changed it is known what stood where.
 * Safe to delete: then more is asked.
 */
export interface KeptTexts {
  keep(article: ArticleText): Promise<void>
  /** The text with this hash; null: it was not kept, or is another by now. */
  recall(textSha256: string): Promise<string | null>
}

export function createKeptTexts(disk: Disk, folder: string): KeptTexts {
  const known = new Set<string>()
  const place = (hash: string) => join(folder, '.concord', 'texts', `${hash}.txt`)
  return {
    keep: async ({ text, textSha256 }) => {
      if (known.has(textSha256)) return
      const there = await disk.exists(place(textSha256))
      // A failure costs questions after a change of the article, nothing else.
      const kept = there.ok && (there.value || (await disk.writeAtomic(place(textSha256), text, { expected: undefined })).ok)
      if (kept) known.add(textSha256)
    },
    recall: async (textSha256) => {
      const read = await disk.readText(place(textSha256))
      return read.ok && sha256(read.value) === textSha256 ? read.value : null
    },
  }
}
