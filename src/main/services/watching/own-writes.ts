import type { Disk } from '../disk/disk.ts'

/** What the app itself wrote last at each place, so that it can be told from what came. */
export interface OwnWrites {
  /** The same disk, with an eye on what is written. */
  readonly disk: Disk
  /** `sha256` of what is there now; null: there is nothing. */
  isOwn(path: string, sha256: string | null): boolean
}

export function watchOwnWrites(disk: Disk): OwnWrites {
  const written = new Map<string, string | null>()
  return {
    disk: {
      ...disk,
      writeAtomic: async (path, content, options) => {
        const answer = await disk.writeAtomic(path, content, options)
        if (answer.ok) written.set(path, answer.value.sha256)
        return answer
      },
      copyIn: async (source, target) => {
        const answer = await disk.copyIn(source, target)
        if (answer.ok) written.set(target, answer.value.sha256)
        return answer
      },
      remove: async (path) => {
        const answer = await disk.remove(path)
        if (answer.ok) written.set(path, null)
        return answer
      },
    },
    isOwn: (path, sha256) => {
      if (!written.has(path)) return false
      if (written.get(path) === sha256) return true
      // Somebody else has written there since: were they to bring back what the app wrote, it would be news.
      written.delete(path)
      return false
    },
  }
}
