import { app } from 'electron'
import { join } from 'node:path'
import { startApp } from './start.ts'
import { registerScheme } from './scheme.ts'

// Everything that must come before the app is ready stands here, at the top level, before any await.
app.setName('Concord')
app.setAppUserModelId('org.concord.desktop')
app.enableSandbox()
registerScheme()

if (app.requestSingleInstanceLock()) {
  const opened: string[] = []
  // macOS hands over a folder before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opened.push(path)
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  void app.whenReady().then(() =>
    startApp({ rendererRoot: join(import.meta.dirname, '../renderer'), workers: join(import.meta.dirname, 'workers'), opened }),
  )
} else {
  // The first start was told of this one's arguments.
  app.quit()
}
