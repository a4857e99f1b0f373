import { join } from 'node:path'
import { z } from 'zod'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { Disk } from '../disk/disk.ts'
import { inParallel } from '../articles/in-parallel.ts'
import { readCodebook } from './codebook-files.ts'

/** Who made a version, when, and which one it brought back; older versions do not say. Kept as `extra.concord`. */
export const notedSchema = z.object({ at: z.string().optional(), by: z.string().optional(), back_to: z.string().optional() })

export interface CodebookVersion {
  readonly version: string
  readonly parent: string | null
  readonly change: string
  readonly at: string | null
  readonly by: string | null
  /** The version that this one went back to. */
  readonly backTo: string | null
}

const READERS = 8

/** Every version that is kept, the current one first, then each before the one it was made from. Damaged ones are left out. */
export async function codebookVersions(disk: Disk, folder: string, current: string): Promise<CodebookVersion[]> {
  const entries = await disk.list(join(folder, 'codebook'))
  const names = (entries.ok ? entries.value : []).flatMap(({ name, kind }) => (kind === 'file' && /^[0-9a-f]{64}\.json$/.test(name) ? [name.slice(0, 64)] : []))
  const read = await inParallel(names, READERS, async (version) => {
    const codebook = await readCodebook(disk, folder, version)
    return codebook.ok ? describe(version, codebook.value) : null
  })
  return inOrder(read.filter((version) => version !== null), current)
}

function describe(version: string, { parent, change, extra }: Codebook): CodebookVersion {
  const noted = notedSchema.safeParse(extra?.['concord'])
  const { at = null, by = null, back_to: backTo = null } = noted.success ? noted.data : {}
  return { version, parent, change, at, by, backTo }
}

/** Versions of other branches, as when two people changed the codebook at once, come after the current line. */
function inOrder(versions: readonly CodebookVersion[], current: string): CodebookVersion[] {
  const left = new Map(versions.map((each) => [each.version, each]))
  const line: CodebookVersion[] = []
  for (let next = left.get(current); next; next = left.get(next.parent ?? '')) {
    line.push(next)
    left.delete(next.version)
  }
  const others = [...left.values()].sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))
  return [...line, ...others]
}
