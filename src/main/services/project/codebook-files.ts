import { join } from 'node:path'
import { codebookVersion } from '../../../core/codebook/version.ts'
import { serialise } from '../../../core/model/canonical.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { codebookSchema } from '../../../core/model/codebook.ts'
import { codebookPath } from '../../../core/model/folder-name.ts'
import type { Result } from '../../../core/result.ts'
import { fail, ok } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'

/** Reads `codebook/<version>.json`; its bytes must have the hash that is its name (`codebook.hash`). */
export async function readCodebook(disk: Disk, folder: string, version: string): Promise<Result<Codebook>> {
  const path = codebookPath(version)
  const text = await readInside(disk, folder, path)
  if (!text.ok) return text
  if (sha256(text.value) === version) return parseFile(codebookSchema, text.value, path)
  return fail(
    'codebook.hash',
    `${path} was changed: its content does not have the hash that is its name.`,
    'Restore the file from a copy or from version control. To change the codebook, make a new version in Concord.',
    { where: { file: path, line: 1 } },
  )
}

/** Writes a version of the codebook under its hash, where it is not there yet, and answers the hash. */
export async function writeCodebookVersion(disk: Disk, folder: string, codebook: Codebook): Promise<Result<string>> {
  const version = codebookVersion(codebook, sha256)
  const path = join(folder, 'codebook', `${version}.json`)
  const there = await disk.readText(path)
  if (there.ok && sha256(there.value) === version) return ok(version)
  const written = await disk.writeAtomic(path, serialise(codebookSchema, codebook), {
    expected: there.ok ? undefined : null,
  })
  return written.ok ? ok(version) : written
}

export async function readInside(disk: Disk, folder: string, path: string): Promise<Result<string>> {
  const absolute = await resolveInside(disk, folder, path)
  return absolute.ok ? disk.readText(absolute.value) : absolute
}
