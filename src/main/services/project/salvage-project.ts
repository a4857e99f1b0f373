import { basename } from 'node:path'
import { emptyCodebook } from '../../../core/codebook/empty.ts'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import { codebookSchema, type Codebook } from '../../../core/model/codebook.ts'
import { projectSchema, type Project } from '../../../core/model/project.ts'
import { err, ok, type AppError, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { codebookVersions } from './codebook-versions.ts'
import { readCodebook, readInside } from './codebook-files.ts'
import { readProject, type OpenedProject } from './read-project.ts'

/**
 * Opens the project in a folder also when `concord.json` or the codebook in force is damaged, with what is sound: the files stay as they
 * are, and where it is not certain what was meant, nothing can be changed until they are mended.
 */
export async function openProjectFiles(disk: Disk, folder: string): Promise<Result<OpenedProject>> {
  const read = await readProject(disk, folder)
  return read.ok ? read : salvage(disk, folder, read.error)
}

async function salvage(disk: Disk, folder: string, error: AppError): Promise<Result<OpenedProject>> {
  const text = await readInside(disk, folder, 'concord.json')
  // No project, a newer one, or a disk that cannot be read: nothing here is damaged.
  if (!text.ok && text.error.code !== 'file.encoding') return err(error)
  if (error.code === 'file.newer') return err(error)
  const marker = text.ok ? text.value : ''
  const said = parseFile(projectSchema, marker, 'concord.json')
  const codebook = await bestCodebook(disk, folder, said.ok ? said.value.codebook : null)
  const isCertain = said.ok && codebook.version === said.value.codebook
  const project: Project = said.ok
    ? { ...said.value, codebook: codebook.version }
    : { format: 'concord/project', version: FORMAT_VERSION, id: `damaged-${sha256(folder).slice(0, 24)}`, name: basename(folder), created: '1970-01-01T00:00:00.000Z', codebook: codebook.version }
  return ok({ folder, project, codebook: codebook.codebook, readOnly: isCertain ? null : DAMAGED, problems: [error], sha256: sha256(marker) })
}

const DAMAGED = 'concord.json or the codebook that it names is damaged. What is sound can be read, but not changed. Restore the file from a backup or from version control, and open the project again.'

/** The codebook in force under its other name, else the version made last, else an empty one. */
async function bestCodebook(disk: Disk, folder: string, wanted: string | null): Promise<{ codebook: Codebook; version: string }> {
  const current = await readInside(disk, folder, 'codebook.json')
  const parsed = current.ok ? parseFile(codebookSchema, current.value, 'codebook.json') : null
  const version = current.ok ? sha256(current.value) : ''
  if (parsed?.ok && (wanted === null || version === wanted)) return { codebook: parsed.value, version }
  const kept = await codebookVersions(disk, folder, wanted ?? version)
  const last = kept.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))[0]
  const read = last ? await readCodebook(disk, folder, last.version) : null
  if (last && read?.ok) return { codebook: read.value, version: last.version }
  if (parsed?.ok) return { codebook: parsed.value, version }
  return { codebook: emptyCodebook(basename(folder), 'damaged'), version: '0'.repeat(64) }
}
