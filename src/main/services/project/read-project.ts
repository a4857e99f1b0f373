import { join } from 'node:path'
import { z } from 'zod'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { codebookSchema } from '../../../core/model/codebook.ts'
import type { Project } from '../../../core/model/project.ts'
import { projectSchema } from '../../../core/model/project.ts'
import type { AppError, Result } from '../../../core/result.ts'
import { fail, ok } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { readCodebook, readInside, writeCodebookVersion } from './codebook-files.ts'

export interface OpenedProject {
  readonly folder: string
  readonly project: Project
  /** The version that is in force. */
  readonly codebook: Codebook
  /** Why nothing can be changed, in words, or null. */
  readonly readOnly: string | null
  /** What is wrong but does not keep the project from being opened. */
  readonly problems: readonly AppError[]
  /** SHA-256 of `concord.json` as read. */
  readonly sha256: string
}

/** Opens the project in a folder. Writes nothing but `.concord/`, to find out whether it can. */
export async function readProject(disk: Disk, folder: string): Promise<Result<OpenedProject>> {
  const text = await readInside(disk, folder, 'concord.json')
  if (!text.ok) return text.error.code === 'file.missing' ? noProject(folder) : text
  const parsed = parseFile(projectSchema, text.value, 'concord.json')
  const newer = parsed.ok || parsed.error.code !== 'file.newer' ? null : newerProject(text.value)
  if (!parsed.ok && !newer) return parsed
  const project = parsed.ok ? parsed.value : newer
  if (!project) return noProject(folder)
  const codebook = await readCodebook(disk, folder, project.codebook)
  if (!codebook.ok) return codebook
  const current = await readInside(disk, folder, 'codebook.json')
  const problems =
    current.ok && sha256(current.value) === project.codebook ? [] : [otherCodebook(current.ok ? null : current.error)]
  const readOnly = newer ? NEWER : await whyReadOnly(disk, folder)
  return ok({ folder, project, codebook: codebook.value, readOnly, problems, sha256: sha256(text.value) })
}

/** Makes `codebook` the version in force. Its `parent` must be the one that is in force now (`codebook.parent`). */
export async function saveCodebookVersion(
  disk: Disk,
  opened: OpenedProject,
  codebook: Codebook,
): Promise<Result<OpenedProject>> {
  const { folder, project } = opened
  if (opened.readOnly !== null)
    return fail('project.readOnly', `The codebook was not saved: ${opened.readOnly}`, 'Open a copy of the project.')
  if (codebook.parent !== project.codebook) {
    return fail(
      'codebook.parent',
      'The codebook was changed meanwhile, so this version was not saved.',
      'Discard your changes, which takes over the new version, and make them again.',
    )
  }
  const version = await writeCodebookVersion(disk, folder, codebook)
  // The version exists under its own name first; concord.json decides which one is in force.
  return version.ok ? putInForce(disk, opened, codebook, version.value) : version
}

/** Makes a version that is kept in `codebook/` the one in force, whatever it was made from. */
export async function adoptCodebookVersion(disk: Disk, opened: OpenedProject, version: string): Promise<Result<OpenedProject>> {
  if (opened.readOnly !== null)
    return fail('project.readOnly', `The codebook was not changed: ${opened.readOnly}`, 'Open a copy of the project.')
  const codebook = await readCodebook(disk, opened.folder, version)
  return codebook.ok ? putInForce(disk, opened, codebook.value, version) : codebook
}

async function putInForce(
  disk: Disk,
  opened: OpenedProject,
  codebook: Codebook,
  version: string,
): Promise<Result<OpenedProject>> {
  const { folder, project } = opened
  const changed: Project = { ...project, codebook: version }
  const paths = [
    await resolveInside(disk, folder, 'concord.json'),
    await resolveInside(disk, folder, 'codebook.json'),
  ] as const
  if (!paths[0].ok) return paths[0]
  if (!paths[1].ok) return paths[1]
  const written = await disk.writeAtomic(paths[0].value, serialise(projectSchema, changed), { expected: opened.sha256 })
  if (!written.ok) return written
  const current = await disk.writeAtomic(paths[1].value, serialise(codebookSchema, codebook), { expected: undefined })
  const problems = current.ok ? [] : [otherCodebook(current.error)]
  return ok({ ...opened, project: changed, codebook, problems, sha256: written.value.sha256 })
}

/** Changes what the project itself says, but not which codebook is in force. */
export async function changeProject(disk: Disk, opened: OpenedProject, change: Pick<Project, 'blind'>): Promise<Result<OpenedProject>> {
  if (opened.readOnly !== null) return fail('project.readOnly', `Nothing was changed: ${opened.readOnly}`, 'Open a copy of the project.')
  const path = await resolveInside(disk, opened.folder, 'concord.json')
  if (!path.ok) return path
  const project: Project = { ...opened.project, ...change }
  const written = await disk.writeAtomic(path.value, serialise(projectSchema, project), { expected: opened.sha256 })
  return written.ok ? ok({ ...opened, project, sha256: written.value.sha256 }) : written
}

/** Whether a folder says that it is a project. */
export function isProjectFolder(disk: Disk, folder: string): Promise<Result<boolean>> {
  return disk.exists(join(folder, 'concord.json'))
}

const NEWER = `it was written by a newer Concord (this one knows format version ${FORMAT_VERSION}). It can be read, but not changed.`

/** As much as an older app must understand of a newer `concord.json`. */
const newerSchema = z.object({
  id: z.string(),
  name: z.string(),
  created: z.string(),
  codebook: z.string().regex(/^[0-9a-f]{64}$/),
})

function newerProject(text: string): Project | null {
  const parsed = newerSchema.safeParse(JSON.parse(text))
  return parsed.success ? { format: 'concord/project', version: FORMAT_VERSION, ...parsed.data } : null
}

async function whyReadOnly(disk: Disk, folder: string): Promise<string | null> {
  const probe = await resolveInside(disk, folder, '.concord/.gitignore')
  // The cache is nobody else's business; a project under version control should not have to say so itself.
  const written = probe.ok ? await disk.writeAtomic(probe.value, '*\n', { expected: undefined }) : probe
  if (written.ok || !['file.permission', 'disk.readonly', 'path.outside'].includes(written.error.code)) return null
  return `the folder cannot be written to. It can be read, but not changed.`
}

export function noProject(folder: string) {
  return fail(
    'project.none',
    `${folder} is not a Concord project: it has no concord.json.`,
    'Choose the folder that holds concord.json, or make a new project.',
    {
      where: { file: folder },
    },
  )
}

function otherCodebook(error: AppError | null): AppError {
  return {
    code: 'codebook.current',
    message: error
      ? `codebook.json cannot be read: ${error.message}`
      : 'codebook.json is not the codebook that concord.json names; it was left as it is and is not used.',
    remedy:
      'Copy the file that concord.json names from the folder codebook/ to codebook.json. To change the codebook, make a new version in Concord.',
    retry: false,
    where: { file: 'codebook.json', line: 1 },
  }
}
