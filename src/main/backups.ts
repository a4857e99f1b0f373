import { problemOf } from './services/sets/problem.ts'
import type { Result } from '../core/result.ts'
import type { Desk } from './desk.ts'
import { backupFolder, listBackups, makeBackup, type Backup } from './services/backup/backup.ts'
import type { SettingsStore } from './settings.ts'
import type { Workspace } from './workspace/workspace.ts'

type BackupDesk = Pick<Desk, 'disk' | 'environment'>
type BackupSettings = Pick<SettingsStore, 'settings' | 'backupFolder'>

const HOUR = 3_600_000
const PERIODS = { never: Number.POSITIVE_INFINITY, hour: HOUR, day: 24 * HOUR } as const

/** Not while the project is being opened, and often enough that a day or an hour is not overlooked. */
const FIRST_LOOK = 30_000
const NEXT_LOOK = 10 * 60_000

export function backupsOf(settings: BackupSettings, { folder, opened }: Workspace): string {
  return backupFolder(folder, opened.project.id, settings.backupFolder)
}

/** Writes what is pending, then puts the project as it is on disk into a backup. */
export async function backupNow({ disk, environment }: BackupDesk, settings: BackupSettings, workspace: Workspace): Promise<Result<Backup | null>> {
  if (workspace.opened.readOnly === null) {
    const flushed = await workspace.annotations.flush()
    if (!flushed.ok) return flushed
  }
  return makeBackup(disk, environment, workspace.folder, backupsOf(settings, workspace), settings.settings.keeping.copies)
}

/** Makes a backup whenever one is due, until it is told to stop. What fails is listed as a problem, once. */
export function keepBackups(desk: BackupDesk, settings: BackupSettings, workspace: Workspace): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let said = false
  const look = async (): Promise<void> => {
    const failed = await makeIfDue(desk, settings, workspace)
    if (failed && !failed.ok && !said) {
      said = true
      workspace.problems.push(problemOf({ ...failed.error, message: `No backup was made: ${failed.error.message}` }, '.concord/backups'))
    }
    wait(NEXT_LOOK)
  }
  const wait = (ms: number): void => {
    if (!stopped) timer = setTimeout(() => void look(), ms).unref()
  }
  wait(FIRST_LOOK)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** Null: none is due. */
async function makeIfDue(desk: BackupDesk, settings: BackupSettings, workspace: Workspace): Promise<Result<unknown> | null> {
  const period = PERIODS[settings.settings.keeping.backups]
  if (period === Number.POSITIVE_INFINITY || (workspace.opened.readOnly !== null && settings.backupFolder === null)) return null
  const found = await listBackups(desk.disk, backupsOf(settings, workspace))
  if (!found.ok) return found
  const last = found.value[0]
  if (last && desk.environment.now() - Date.parse(last.at) < period) return null
  return backupNow(desk, settings, workspace)
}
