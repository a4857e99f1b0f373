import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron'
import { START_PAGE } from './origin.ts'
import type { SettingsStore } from './settings.ts'

const SMALLEST = { width: 720, height: 560 }
const USUAL = { width: 1440, height: 900 }
/** The paper of each theme, so that no white flashes before the first frame. */
const PAPER = { light: '#faf8f4', dark: '#1f2023' }

export interface WindowOptions {
  readonly settings: SettingsStore
  readonly development: string | null
  /** Resolves when everything is on disk, or when the bound is over. */
  readonly beforeClose: () => Promise<void>
}

/** The app's one window: hidden until it has something to show, where it was left if that display still exists. */
export function openWindow({ settings, development, beforeClose }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = settings.window
  const window = new BrowserWindow({
    ...(bounds && isVisible(bounds, screen.getAllDisplays()) ? bounds : USUAL),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Concord',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  const keepBounds = () => {
    settings.window = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
  }
  closeWhenSaved(window, keepBounds, beforeClose)
  void window.loadURL(development ? `${development}/index.html` : START_PAGE)
  return window
}

function closeWhenSaved(window: BrowserWindow, keepBounds: () => void, beforeClose: () => Promise<void>): void {
  let saved = false
  window.on('close', (event) => {
    keepBounds()
    if (saved) return
    event.preventDefault()
    void beforeClose().finally(() => {
      saved = true
      if (!window.isDestroyed()) window.close()
    })
  })
}

/** Whether enough of a rectangle lies on a display to grab it. DIP. */
export function isVisible(bounds: Rectangle, displays: readonly { readonly workArea: Rectangle }[]): boolean {
  return displays.some(({ workArea }) => {
    const width = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const height = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
    return width >= 100 && height >= 100
  })
}
