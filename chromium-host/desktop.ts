import { spawn, spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type * as Electron from 'electron'
import { browser } from './browser.ts'
import { honest } from './honest.ts'
import { HostEvents } from './host-events.ts'

const isMac = process.platform === 'darwin'
const isWindows = process.platform === 'win32'

function start(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: !isWindows })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 || isWindows ? resolve() : reject(new Error(`${command} ended with ${code}`))))
    child.unref()
  })
}

function open(target: string): Promise<void> {
  if (isWindows) return start('explorer.exe', [target])
  return start(isMac ? 'open' : 'xdg-open', [target])
}

export const shell = honest('shell', {
  async openExternal(url: string): Promise<void> {
    await open(new URL(url).href)
  },
  async openPath(path: string): Promise<string> {
    if (!existsSync(path)) return `${path} does not exist.`
    return open(path).then(() => '', (error: unknown) => String(error))
  },
  showItemInFolder(path: string): void {
    const shown = isMac ? start('open', ['-R', path]) : isWindows ? start('explorer.exe', ['/select,', path]) : open(dirname(path))
    shown.catch((error: unknown) => console.error(`${path} cannot be shown in its folder: ${String(error)}`))
  },
  beep(): void {
    process.stderr.write('\u0007')
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>)

const copyTools = isMac ? [['pbcopy']] : isWindows ? [['clip']] : [['wl-copy'], ['xclip', '-selection', 'clipboard'], ['xsel', '-ib']]
const pasteTools = isMac
  ? [['pbpaste']]
  : isWindows
    ? [['powershell', '-NoProfile', '-Command', 'Get-Clipboard']]
    : [['wl-paste', '-n'], ['xclip', '-selection', 'clipboard', '-o'], ['xsel', '-ob']]
let lastText = ''

/** Runs the first of these tools that is there; null when none is. */
function firstOf(tools: string[][], input: string): string | null {
  for (const [command = '', ...args] of tools) {
    // xclip stays behind to serve the selection: its output must not be waited for.
    const stdio = ['pipe', input === '' ? 'pipe' : 'ignore', 'ignore'] as const
    const result = spawnSync(command, args, { input, encoding: 'utf8', timeout: 2000, stdio: [...stdio] })
    if (result.status === 0) return result.stdout ?? ''
  }
  return null
}

export const clipboard = honest('clipboard', {
  writeText(text: string): void {
    lastText = text
    firstOf(copyTools, text)
  },
  readText(): string {
    return firstOf(pasteTools, '') ?? lastText
  },
  clear(): void {
    clipboard.writeText('')
  },
})

class HostScreen extends HostEvents {
  constructor() {
    super('screen', [], ['display-added', 'display-removed', 'display-metrics-changed'])
  }
  getPrimaryDisplay(): Electron.Display {
    const { screen, workArea, scale } = browser.facts
    const { width, height } = screen
    const display = { id: 1, label: '', bounds: screen, workArea, scaleFactor: scale, rotation: 0, internal: true }
    const sizes = { size: { width, height }, workAreaSize: { width: workArea.width, height: workArea.height } }
    return { ...display, ...sizes } as Partial<Electron.Display> as Electron.Display
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()]
  }
  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay()
  }
  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay()
  }
}

export const screen = honest(
  'screen',
  new HostScreen() satisfies Pick<Electron.Screen, 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint'>,
)

/** Nothing of the machine's sleep reaches Node: the events never come. */
export const powerMonitor = honest('powerMonitor', new EventEmitter())
