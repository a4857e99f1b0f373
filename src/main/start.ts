import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import log from 'electron-log/main'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { languageOf } from '../core/language.ts'
import { sameJson } from '../core/model/equal.ts'
import type { AppError } from '../core/result.ts'
import type { Handlers } from '../ipc/derive.ts'
import type { Settings } from '../ipc/shapes.ts'
import { Desk } from './desk.ts'
import { agreementHandlers } from './ipc/agreement-handlers.ts'
import { annotationHandlers } from './ipc/annotation-handlers.ts'
import { appHandlers } from './ipc/app-handlers.ts'
import { articleHandlers } from './ipc/article-handlers.ts'
import { bundleHandlers } from './ipc/bundle-handlers.ts'
import { codebookHandlers } from './ipc/codebook-handlers.ts'
import { exportHandlers } from './ipc/export-handlers.ts'
import { importHandlers } from './ipc/import-handlers.ts'
import { historyHandlers } from './ipc/history-handlers.ts'
import { occurrenceHandlers } from './ipc/occurrence-handlers.ts'
import { projectHandlers } from './ipc/project-handlers.ts'
import { roundHandlers } from './ipc/round-handlers.ts'
import { reviewHandlers } from './ipc/review-handlers.ts'
import { searchHandlers } from './ipc/search-handlers.ts'
import { routeRequests, sendEvent } from './ipc/router.ts'
import { installMenu, type MenuLook } from './menu.ts'
import { developmentOrigin } from './origin.ts'
import { serveRenderer } from './scheme.ts'
import { lockDown } from './security.ts'
import { createAgreementService } from './services/agreement/agreement-service.ts'
import { createIntakeService } from './services/interchange/intake/intake-service.ts'
import { createExtractor } from './services/extract/extractor.ts'
import { createOutgoingService } from './services/interchange/outgoing/outgoing-service.ts'
import { createSearchService } from './services/search/search-service.ts'
import { SettingsStore } from './settings.ts'
import { PathTokens } from './tokens.ts'
import { openWindow } from './window.ts'
import { Searcher } from './workspace/searcher.ts'

export interface StartOptions {
  readonly rendererRoot: string
  /** Where the built workers are. */
  readonly workers: string
  /** Folders that the system asked to open before the app was ready; grows. */
  readonly opened: readonly string[]
}

/** How long closing waits for the last save. What is not in the sets by then is in the journal. */
const LONGEST_GOODBYE = 8_000

/** Wires everything together once the app is ready. */
export async function startApp({ rendererRoot, workers, opened }: StartOptions): Promise<void> {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log')
  log.transports.console.level = 'warn'
  const development = developmentOrigin(app.isPackaged, process.env)
  lockDown(development)
  serveRenderer(rendererRoot)

  const settings = new SettingsStore()
  const tokens = new PathTokens()
  let window: BrowserWindow | null = null
  const searcher = new Searcher(
    createSearchService({ script: join(workers, 'search.js'), onProgress: (done, total) => sendEvent(window, 'work.progress', { kind: 'search', done, total }) }),
  )
  const desk = new Desk({
    settings,
    userData: app.getPath('userData'),
    send: (name, payload) => {
      searcher.heard(name, payload)
      return sendEvent(window, name, payload)
    },
  })
  let shown: MenuLook | null = null
  const applySettings = ({ theme, keys, language }: Settings) => {
    nativeTheme.themeSource = theme
    // Not with each width of a pane: a menu that is made anew closes while it is open.
    const look: MenuLook = { keymap: keys, language: languageOf(language, [app.getLocale()]) }
    if (shown && sameJson(shown, look)) return
    shown = look
    installMenu(look, (id) => sendEvent(window, 'menu.action', { id }))
  }

  const context = { desk, settings, tokens, applySettings, window: () => window }
  const handlers: Handlers = {
    ...appHandlers(context),
    ...projectHandlers(context),
    ...articleHandlers(context, createExtractor(join(workers, 'extract.js'))),
    ...annotationHandlers(context),
    ...occurrenceHandlers(context),
    ...codebookHandlers(context),
    ...reviewHandlers(context),
    ...bundleHandlers(context),
    ...roundHandlers(context, createAgreementService(join(workers, 'agreement.js'))),
    ...agreementHandlers(context, createAgreementService(join(workers, 'agreement.js'))),
    ...historyHandlers(context),
    ...exportHandlers(context, createOutgoingService(desk.disk, join(workers, 'outgoing.js'))),
    ...importHandlers(context, createIntakeService(join(workers, 'intake.js'))),
    ...searchHandlers(context, searcher),
  }
  routeRequests({ handlers, tokens, development, onUnexpected: (name, error) => log.error(`request ${name}`, error), onRefused: (name) => log.warn(`refused: ${name}`) })
  applySettings(settings.settings)

  const show = () => {
    window = openWindow({ settings, development, beforeClose: () => desk.settle(LONGEST_GOODBYE) })
    offerReload(window)
  }
  const tell = ({ message, remedy }: AppError) => {
    log.warn(message)
    if (!window || window.isDestroyed()) return
    dialog.showMessageBox(window, { type: 'error', message, detail: remedy }).catch((error: unknown) => log.error(error))
  }

  const refused = await openFirst(desk, settings, [...opened, ...foldersOf(process.argv)])
  show()
  if (refused) tell(refused)

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show()
  })
  app.on('second-instance', (_event, argv) => {
    if (window && !window.isDestroyed()) {
      if (window.isMinimized()) window.restore()
      window.focus()
    }
    void openLater(desk, foldersOf(argv), tell)
  })
  goodbyeAfterSaving(desk)
}

/** Folders named on the command line; an unpackaged app's own folder stands there too. */
function foldersOf(argv: readonly string[]): string[] {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-') && !/\.(c|m)?js$/.test(argument))
  return named.map((argument) => resolve(argument)).filter((folder) => folder !== resolve(app.getAppPath()))
}

/** Opens the first folder that can be opened, and answers why an earlier one could not. */
async function openFirst(desk: Desk, settings: SettingsStore, folders: readonly string[]): Promise<AppError | null> {
  let refused: AppError | null = null
  for (const folder of [...folders, settings.last].filter((name) => name !== null)) {
    const there = await stat(folder).catch(() => null)
    if (!there?.isDirectory()) continue
    const opened = await desk.open(folder)
    if (opened.ok) break
    refused ??= opened.error
  }
  return refused
}

async function openLater(desk: Desk, folders: readonly string[], tell: (error: AppError) => void): Promise<void> {
  const [folder] = folders
  if (folder === undefined) return
  await desk.askWindow()
  const opened = await desk.open(folder)
  if (opened.ok) desk.announce(opened.value)
  else tell(opened.error)
}

/** A window whose renderer died loses nothing, since main holds the sets: it can be loaded again. */
function offerReload(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    log.error('the window stopped', details.reason)
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The window stopped working.',
        detail: 'Nothing is lost: every gesture is kept. Load the window again to go on.',
        buttons: ['Load again', 'Close'],
      })
      .then(({ response }) => {
        if (window.isDestroyed()) return
        if (response === 0) window.webContents.reload()
        else window.destroy()
      })
  })
}

function goodbyeAfterSaving(desk: Desk): void {
  let settled = false
  app.on('before-quit', (event) => {
    if (settled) return
    event.preventDefault()
    void desk.askWindow().then(() => desk.close(LONGEST_GOODBYE)).finally(() => {
      settled = true
      app.quit()
    })
  })
}
