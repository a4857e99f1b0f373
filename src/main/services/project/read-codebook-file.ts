import { join } from 'node:path'
import type { Codebook } from '../../../core/model/codebook.ts'
import { codebookSchema } from '../../../core/model/codebook.ts'
import type { Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'

/**
 * A codebook from anywhere: a codebook file, or the folder of another project, whose current codebook is taken. Kept as
 * it is, so that both projects name it by the same hash.
 */
export async function readCodebookFile(disk: Disk, path: string): Promise<Result<Codebook>> {
  const stat = await disk.stat(path)
  if (!stat.ok) return stat
  const file = stat.value?.kind === 'folder' ? join(path, 'codebook.json') : path
  const text = await disk.readText(file)
  return text.ok ? parseFile(codebookSchema, text.value, file) : text
}
