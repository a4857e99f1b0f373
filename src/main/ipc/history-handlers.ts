import { ok, type Result } from '../../core/result.ts'
import type { Backups } from '../../ipc/history-shapes.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { backupNow, backupsOf } from '../backups.ts'
import { locationOf } from '../desk.ts'
import { backupFolder, listBackups, restoreBackup } from '../services/backup/backup.ts'
import { historyAt, historyOf, restoreHistory } from '../workspace/set-history.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { byId } from './changes.ts'
import type { HandlerContext } from './context.ts'
import { choosePaths } from './dialogs.ts'

/** Earlier states of sets, and backups of the whole project. */
export function historyHandlers({ desk, settings, tokens, window }: HandlerContext): SomeHandlers<'history'> & SomeHandlers<'backups'> {
  const list = async (workspace: Workspace): Promise<Result<Backups>> => {
    const place = backupFolder(workspace.folder, workspace.opened.project.id, settings.backupFolder)
    const found = await listBackups(desk.disk, place)
    return found.ok ? ok({ location: locationOf(place), chosen: settings.backupFolder !== null, backups: found.value.map((each) => ({ ...each })) }) : found
  }
  return {
    'history.list': async ({ article }) => {
      const workspace = desk.require()
      return workspace.ok ? historyOf(workspace.value, desk.disk, article) : workspace
    },
    'history.at': async ({ article, revision }) => {
      const workspace = desk.require()
      return workspace.ok ? historyAt(workspace.value, desk.disk, article, revision) : workspace
    },
    'history.restore': async ({ article, revision, ids }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const restored = await restoreHistory(workspace.value, desk.disk, desk.environment, article, revision, ids)
      return restored.ok ? ok(restored.value.map(byId)) : restored
    },
    'backups.list': async () => {
      const workspace = desk.require()
      return workspace.ok ? list(workspace.value) : workspace
    },
    'backups.make': async () => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const made = await backupNow(desk, settings, workspace.value)
      if (!made.ok) return made
      const shown = await list(workspace.value)
      return shown.ok ? ok({ made: made.value?.name ?? null, list: shown.value }) : shown
    },
    'backups.restore': async ({ name }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const restored = await restoreBackup(desk.disk, workspace.value.folder, backupsOf(settings, workspace.value), name)
      return restored.ok ? ok({ token: tokens.give([restored.value]), location: locationOf(restored.value) }) : restored
    },
    'backups.place': async ({ inside }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const [folder] = inside ? [null] : await choosePaths(window(), { title: 'Where to keep backups', properties: ['openDirectory', 'createDirectory'] })
      if (folder === undefined) return ok(null)
      settings.backupFolder = folder
      return list(workspace.value)
    },
  }
}
