import { basename, dirname, join } from 'node:path'
import { timestamp, type Environment } from '../../../core/model/environment.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { pathProblem } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { unpack } from '../bundle/unpack.ts'
import { writeZip, type ZipFile } from '../bundle/write-zip.ts'
import { readBundleDirectory, ZIP_LIMITS } from '../bundle/zip-directory.ts'

export interface Backup {
  readonly name: string
  /** As in files. */
  readonly at: string
  /** Bytes. */
  readonly size: number
}

/** A backup holds a whole project, articles and all: it may be larger than what colleagues send, and is the person's own. */
const LIMITS = { ...ZIP_LIMITS, total: 2 * 1024 * 1024 * 1024, ratio: 2000 }
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.zip$/

/** Where the backups of a project lie: below the folder that a person chose, by the project's name and id, else inside the project. */
export function backupFolder(folder: string, projectId: string, chosen: string | null): string {
  return chosen === null ? join(folder, '.concord', 'backups') : join(chosen, `${basename(folder)} ${sha256(projectId).slice(0, 8)}`)
}

/** The latest first. */
export async function listBackups(disk: Disk, backups: string): Promise<Result<Backup[]>> {
  const there = await disk.exists(backups)
  if (!there.ok) return there
  const entries = there.value ? await disk.list(backups) : ok([])
  if (!entries.ok) return entries
  const found: Backup[] = []
  for (const { name, kind } of entries.value) {
    const parts = NAME.exec(name)
    if (kind !== 'file' || !parts) continue
    const stat = await disk.stat(join(backups, name))
    if (stat.ok && stat.value) found.push({ name, at: `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}.${parts[5]}Z`, size: stat.value.size })
  }
  return ok(found.sort((a, b) => (a.name < b.name ? 1 : -1)))
}

/**
 * Puts every file of the project into one zip, reads it back, and only then lets the oldest go, so that `keep` are left. Null: nothing has
 * changed since the last one.
 */
export async function makeBackup(disk: Disk, environment: Environment, folder: string, backups: string, keep: number): Promise<Result<Backup | null>> {
  const walked = await disk.walk(folder)
  if (!walked.ok) return walked
  const files: ZipFile[] = []
  let total = 0
  for (const { path, kind } of walked.value) {
    if (kind !== 'file') continue
    const bytes = await disk.readBytes(join(folder, ...path.split('/')))
    if (!bytes.ok) return bytes
    total += bytes.value.length
    if (total > LIMITS.total || files.length >= LIMITS.entries) return fail('backup.large', 'The project is too large for a backup in one file.', 'Copy its folder with the means of your system.')
    files.push({ name: path, bytes: bytes.value })
  }
  const zip = await writeZip(files)
  const before = await listBackups(disk, backups)
  if (!before.ok) return before
  const last = before.value[0] ? await disk.readBytes(join(backups, before.value[0].name)) : null
  if (last?.ok && sha256(last.value) === sha256(zip)) return ok(null)
  const at = timestamp(environment.now())
  const name = `${at.replaceAll(/[:.]/g, '-')}.zip`
  const written = await disk.writeAtomic(join(backups, name), zip, { expected: null })
  if (!written.ok) return written
  const read = await disk.readBytes(join(backups, name))
  if (!read.ok) return read
  const whole = await filesIn(read.value)
  if (!whole.ok) return whole
  for (const { name: old } of before.value.slice(Math.max(0, keep - 1))) await disk.remove(join(backups, old))
  return ok({ name, at, size: zip.length })
}

/** Puts a backup into a new folder beside the project, as a project of the same name with its day; nothing that is there is touched. */
export async function restoreBackup(disk: Disk, folder: string, backups: string, name: string): Promise<Result<string>> {
  const parts = NAME.exec(name)
  if (!parts) return fail('backup.gone', 'This backup is no longer there.', 'Look at the list again.')
  const zip = await disk.readBytes(join(backups, name))
  if (!zip.ok) return zip
  const files = await filesIn(zip.value)
  if (!files.ok) return files
  if (!files.value.some((file) => file.name === 'concord.json')) return fail('backup.damaged', 'This backup has no project in it.', 'Choose another one.')
  const target = await freeFolder(disk, `${folder} (backup ${parts[1]} ${parts[2]}.${parts[3]}`)
  if (!target.ok) return target
  // `concord.json` comes last: what is cut short is no project.
  const inOrder = files.value.toSorted((a, b) => Number(a.name === 'concord.json') - Number(b.name === 'concord.json'))
  for (const file of inOrder) {
    const written = await disk.writeAtomic(join(target.value, ...file.name.split('/')), file.bytes, { expected: null })
    if (!written.ok) return written
  }
  return target
}

async function filesIn(zip: Uint8Array): Promise<Result<ZipFile[]>> {
  const entries = readBundleDirectory(zip, LIMITS)
  if (!entries.ok) return entries
  const files: ZipFile[] = []
  for (const entry of entries.value) {
    if (pathProblem(entry.name) !== null) return fail('backup.damaged', `The backup names a file that no project has: ${entry.name}.`, 'Choose another backup.')
    const bytes = await unpack(zip, entry)
    if (!bytes.ok) return bytes
    files.push({ name: entry.name, bytes: bytes.value })
  }
  return ok(files)
}

async function freeFolder(disk: Disk, stem: string): Promise<Result<string>> {
  for (let count = 1; ; count += 1) {
    const path = join(dirname(stem), `${basename(stem)}${count === 1 ? '' : `, ${count}`})`)
    const there = await disk.exists(path)
    if (!there.ok) return there
    if (!there.value) return ok(path)
  }
}
