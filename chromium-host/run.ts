/** `node chromium-host/run.ts APP_FOLDER [arguments…]`: runs an Electron app's main process in Node. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { listenToParent } from './control.ts'
import { electron } from './electron.ts'
import { provide } from './register.mjs'

const folder = resolve(process.argv[2] ?? '.')
// As under Electron: the binary, the app's folder, the arguments.
process.argv.splice(1, 1)
Object.defineProperty(process, 'type', { value: 'browser' })
provide(Object.keys(electron))

let signals = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    signals += 1
    if (signals === 1) app.quit()
    else process.exit(130)
  })
}
// Electron tells of an uncaught error and lives on; the app may listen itself.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') === 1) console.error('A JavaScript error occurred in the main process', error)
})
process.on('unhandledRejection', (reason) => {
  if (process.listenerCount('unhandledRejection') === 1) console.error('Unhandled promise rejection:', reason)
})

app.begin(folder)
listenToParent()
const { main = 'index.js' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main?: string }
try {
  await import(pathToFileURL(join(folder, main)).href)
  await app.start()
} catch (error) {
  console.error(error)
  app.exit(1)
}
