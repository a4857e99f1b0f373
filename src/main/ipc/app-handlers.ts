import { stat } from 'node:fs/promises'
import { app, shell } from 'electron'
import { join } from 'node:path'
import { ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import type { AppInfo, RecentProject } from '../../ipc/shapes.ts'
import { locationOf } from '../desk.ts'
import type { SettingsStore } from '../settings.ts'
import type { HandlerContext } from './context.ts'

export function appHandlers({ desk, settings, applySettings }: HandlerContext): SomeHandlers<'app'> & SomeHandlers<'settings'> {
  return {
    'app.info': async () =>
      ok({
        version: app.getVersion(),
        platform: platformOf(process.platform),
        settings: settings.settings,
        recent: await recentProjects(settings),
        project: desk.workspace && desk.view(desk.workspace),
      }),
    'app.openExternalDocs': async () => {
      // The guide is a file that came with the app; nothing is asked of the network.
      await shell.openPath(join(app.getAppPath(), 'docs', 'user-guide.md'))
      return ok(null)
    },
    'app.settled': async () => {
      desk.windowSettled()
      return ok(null)
    },
    'settings.update': async (change) => {
      const next = settings.update(change)
      applySettings(next)
      desk.send('settings.changed', next)
      return ok(next)
    },
  }
}

function platformOf(platform: NodeJS.Platform): AppInfo['platform'] {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux'
}

export async function recentProjects(settings: SettingsStore): Promise<RecentProject[]> {
  return Promise.all(
    settings.recent.map(async ({ id, name, folder, opened }) => ({
      id,
      name,
      location: locationOf(folder),
      opened,
      missing: !(await stat(join(folder, 'concord.json')).catch(() => null)),
    })),
  )
}
