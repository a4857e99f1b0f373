// A tiny Electron app for the host's tests: it would run the same in Electron.
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session } from 'electron'
import { appendFileSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const here = import.meta.dirname
const required = createRequire(import.meta.url)('electron')
const log = (line) => process.env.FIXTURE_LOG && appendFileSync(process.env.FIXTURE_LOG, `${line}\n`)

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
app.enableSandbox()
const first = app.requestSingleInstanceLock({ from: process.pid })
if (!first) app.quit()
globalThis.fixture = { seconds: [], sameModule: required.app === app, menuClicks: 0, events: [] }
app.on('second-instance', (_, argv, cwd, data) => globalThis.fixture.seconds.push({ argv, cwd, data }))

function handle() {
  ipcMain.handle('echo', (_, value) => value)
  ipcMain.handle('describe', (_, value) => Object.prototype.toString.call(value))
  ipcMain.handle('fail', () => {
    throw new RangeError('no such article')
  })
  ipcMain.handle('uncloneable', () => () => 1)
  ipcMain.handle('sender', (event) => ({ url: event.senderFrame.url, id: event.sender.id, same: event.sender === window.webContents }))
  ipcMain.handle('open', () => dialog.showOpenDialog(window, { title: 'Add articles', properties: ['openFile', 'multiSelections'] }))
  ipcMain.handle('box', () => dialog.showMessageBox(window, { message: 'Sure', buttons: ['Yes', 'No'], cancelId: 1 }))
  ipcMain.on('ping', (event, value) => event.sender.send('pong', new Map([['value', value]]), undefined))
}

let window
function open() {
  window = new BrowserWindow({
    width: 1000,
    height: 700,
    show: false,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(({ url }) => {
    log(`open ${url}`)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event) => {
    log(`navigate ${event.url}`)
    event.preventDefault()
  })
  window.webContents.on('render-process-gone', (_, details) => log(`gone ${details.reason}`))
  window.on('close', (event) => {
    log('close')
    if (process.env.FIXTURE_VETO && !globalThis.fixture.vetoed) {
      globalThis.fixture.vetoed = true
      event.preventDefault()
      // At once, or after a while: an app that has nothing to save closes in the same turn.
      const wait = process.env.FIXTURE_VETO === 'now' ? Promise.resolve() : new Promise((done) => setTimeout(done, 200))
      wait.then(() => {
        log('saved')
        window.close()
      })
    }
  })
  window.on('closed', () => log('closed'))
  window.loadURL('app://fixture/index.html?start=1')
}

app.whenReady().then(() => {
  const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' }
  protocol.handle('app', (request) => {
    const name = new URL(request.url).pathname.slice(1)
    if (!['index.html', 'page.js', 'frame.html'].includes(name)) return new Response('not found', { status: 404 })
    const headers = { 'content-type': types[name.split('.')[1]], 'content-security-policy': "default-src 'self'; connect-src app://fixture https:" }
    return new Response(readFileSync(join(here, name)), { headers })
  })
  session.defaultSession.setPermissionRequestHandler((_, __, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith('app://fixture/') }))
  handle()
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'File', submenu: [{ id: 'save', label: 'Save', accelerator: 'CommandOrControl+S', click: () => (globalThis.fixture.menuClicks += 1) }] },
      { label: 'View', submenu: [{ id: 'wide', label: 'Wide', type: 'checkbox', accelerator: 'F6' }, { role: 'quit' }] },
    ]),
  )
  nativeTheme.on('updated', () => log(`dark ${nativeTheme.shouldUseDarkColors}`))
  open()
})
app.on('window-all-closed', () => {
  log('all closed')
  app.quit()
})
app.on('will-quit', () => log('will-quit'))
