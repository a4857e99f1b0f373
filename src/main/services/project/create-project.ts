import { join } from 'node:path'
import { codebookVersion } from '../../../core/codebook/version.ts'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { codebookSchema } from '../../../core/model/codebook.ts'
import type { Environment } from '../../../core/model/environment.ts'
import { newId, timestamp } from '../../../core/model/environment.ts'
import type { Project } from '../../../core/model/project.ts'
import { projectSchema } from '../../../core/model/project.ts'
import type { Result } from '../../../core/result.ts'
import { fail, ok } from '../../../core/result.ts'
import { safePath } from '../articles/place-for.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { writeCodebookVersion } from './codebook-files.ts'

export interface NewProject {
  readonly name: string
  /** Who will annotate, where the app does not know yet; kept as `extra.concord.annotator`. */
  readonly annotator?: string
  readonly codebook: Codebook
  readonly environment: Environment
}

/** Makes a project in a new folder inside `parentFolder`, named after the project; answers the folder. */
export async function createProject(
  disk: Disk,
  parentFolder: string,
  project: NewProject,
): Promise<Result<{ folder: string; project: Project }>> {
  const folderName = safePath(
    project.name
      .trim()
      .replace(/[/\\]|^\.+/g, '_')
      .slice(0, 60),
  )
  if (folderName === null)
    return fail('project.name', 'A project needs a name.', 'Give it a name of at least one letter or digit.')
  return createProjectAt(disk, join(parentFolder, folderName), project)
}

/**
 * The same in exactly this folder, which must not be there or be empty. `concord.json` comes last: what is cut short is
 * no project.
 */
export async function createProjectAt(
  disk: Disk,
  folder: string,
  { name, annotator, codebook, environment }: NewProject,
): Promise<Result<{ folder: string; project: Project }>> {
  if (name.trim() === '')
    return fail('project.name', 'A project needs a name.', 'Give it a name of at least one letter or digit.')
  const stat = await disk.stat(folder)
  if (!stat.ok) return stat
  if (stat.value) {
    if (stat.value.kind !== 'folder') return taken(folder, 'a file is there')
    const entries = await disk.list(folder)
    if (!entries.ok) return entries
    if (entries.value.some((entry) => entry.name === 'concord.json')) return taken(folder, 'it is a project already')
    if (entries.value.some((entry) => !entry.name.startsWith('.'))) return taken(folder, 'the folder is not empty')
  }
  const made = await disk.makeFolder(join(folder, 'articles'))
  if (!made.ok) return made
  const version = await writeCodebookVersion(disk, folder, codebook)
  if (!version.ok) return version
  const current = await disk.writeAtomic(join(folder, 'codebook.json'), serialise(codebookSchema, codebook), {
    expected: null,
  })
  if (!current.ok) return current
  const project: Project = {
    format: 'concord/project',
    version: FORMAT_VERSION,
    id: newId(environment),
    name: name.trim(),
    created: timestamp(environment.now()),
    codebook: codebookVersion(codebook, sha256),
    ...(annotator === undefined ? {} : { extra: { concord: { annotator } } }),
  }
  const written = await disk.writeAtomic(join(folder, 'concord.json'), serialise(projectSchema, project), {
    expected: null,
  })
  return written.ok ? ok({ folder, project }) : written
}

function taken(folder: string, why: string) {
  return fail('project.taken', `No project was made at ${folder}: ${why}.`, 'Choose another name or another folder.', {
    where: { file: folder },
  })
}
