import { basename, join } from 'node:path'
import type { SourceFile } from '../../../core/formats/adapter.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'

/** Together with what is made of them, more than this does not fit into memory. */
const MOST_BYTES = 1024 * 1024 * 1024

/** The files that were chosen and those in the folders that were chosen, hidden ones and links left out. Paths are relative to what was chosen. */
export async function readSourceFiles(disk: Disk, chosen: readonly string[]): Promise<Result<SourceFile[]>> {
  const files: SourceFile[] = []
  let total = 0
  const take = async (absolute: string, path: string): Promise<Result<null>> => {
    const bytes = await disk.readBytes(absolute)
    if (!bytes.ok) return bytes
    total += bytes.value.length
    if (total > MOST_BYTES) return fail('import.tooLarge', 'What was chosen is larger than 1 GB.', 'Take it in parts.')
    files.push({ path, bytes: bytes.value })
    return ok(null)
  }
  for (const source of chosen) {
    const stat = await disk.stat(source)
    if (!stat.ok) return stat
    if (!stat.value) return fail('file.missing', `There is nothing at ${source}.`, 'Check the path.', { where: { file: source } })
    if (stat.value.kind !== 'folder') {
      const taken = await take(source, basename(source))
      if (!taken.ok) return taken
      continue
    }
    const walked = await disk.walk(source)
    if (!walked.ok) return walked
    for (const file of walked.value.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      if (file.kind !== 'file' || file.path.split('/').some((part) => part.startsWith('.'))) continue
      const taken = await take(join(source, ...file.path.split('/')), file.path)
      if (!taken.ok) return taken
    }
  }
  return ok(files)
}
