import { extname, join } from 'node:path'
import type { Codebook } from '../../../core/model/codebook.ts'
import { codebookSchema } from '../../../core/model/codebook.ts'
import type { Environment } from '../../../core/model/environment.ts'
import type { Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { importCodebook } from './codebook-file.ts'

/**
 * A codebook from anywhere: a codebook file (JSON or CSV), or the folder of another project, whose current codebook is taken. Kept as
 * it is, so that both projects name it by the same hash.
 */
export async function readCodebookFile(disk: Disk, path: string, environment: Environment): Promise<Result<Codebook>> {
  if (extname(path).toLowerCase() === '.csv') return importCodebook(disk, path, environment)
  const stat = await disk.stat(path)
  if (!stat.ok) return stat
  const file = stat.value?.kind === 'folder' ? join(path, 'codebook.json') : path
  const text = await disk.readText(file)
  return text.ok ? parseFile(codebookSchema, text.value, file) : text
}
