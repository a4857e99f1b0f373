import type { Adapter, SourceFile } from './adapter.ts'
import { pushTo } from './push-to.ts'

export interface SourceGroup {
  readonly adapter: Adapter
  /** What belongs together: given to `parse` as it is. */
  readonly files: readonly SourceFile[]
}

export interface Detected {
  readonly groups: readonly SourceGroup[]
  /** Files that no format knows and that accompany none. */
  readonly left: readonly SourceFile[]
}

/** Recognises files by their content and puts together what belongs together. */
export function detectFormats(files: readonly SourceFile[], adapters: readonly Adapter[]): Detected {
  const readers = adapters.filter(({ parse }) => parse !== undefined)
  const found = new Map<Adapter, SourceFile[]>()
  for (const file of files) {
    const best = bestFor(file, files, readers)
    if (best) pushTo(found, best, file)
  }
  const groups = [...found].flatMap(([adapter, mine]) => groupFiles(adapter, mine, files))
  const used = new Set(groups.flatMap((group) => group.files.map(({ path }) => path)))
  return { groups, left: files.filter(({ path }) => !used.has(path)) }
}

export function groupFiles(adapter: Adapter, mine: readonly SourceFile[], all: readonly SourceFile[]): SourceGroup[] {
  const groups = adapter.group?.(mine, all) ?? mine.map((file) => [file])
  return groups.map((files) => ({ adapter, files }))
}

/** Of equals, the first. */
function bestFor(file: SourceFile, all: readonly SourceFile[], adapters: readonly Adapter[]): Adapter | null {
  let best: Adapter | null = null
  let certainty = 0
  for (const adapter of adapters) {
    const found = adapter.detect(file, all)
    if (found > certainty) [best, certainty] = [adapter, found]
  }
  return best
}
