import type * as Electron from 'electron'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { clipboard, powerMonitor, screen, shell } from './desktop.ts'
import { dialog } from './dialog.ts'
import { absent, notImplemented } from './honest.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeImage } from './native-image.ts'
import { nativeTheme } from './native-theme.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { contentsList } from './web-contents.ts'

/** Everything that `import … from 'electron'` offers in the main process. The keys are checked against Electron's types. */
type MainNames = Exclude<
  keyof typeof Electron,
  'contextBridge' | 'ipcRenderer' | 'webFrame' | 'webUtils' | 'parentPort'
>

export const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents: {
    getAllWebContents: () => contentsList().map((one) => one.self),
    fromId: (id: number) => contentsList().find((one) => one.id === id)?.self,
    getFocusedWebContents: () => contentsList().find((one) => one.isFocused())?.self ?? null,
    fromDevToolsTargetId: () => notImplemented('webContents.fromDevToolsTargetId'),
    fromFrame: () => notImplemented('webContents.fromFrame'),
  },
  autoUpdater: absent('autoUpdater'),
  BaseWindow: absent('BaseWindow'),
  BrowserView: absent('BrowserView'),
  ClipboardItem: absent('ClipboardItem'),
  contentTracing: absent('contentTracing'),
  crashReporter: absent('crashReporter'),
  desktopCapturer: absent('desktopCapturer'),
  globalShortcut: absent('globalShortcut'),
  ImageView: absent('ImageView'),
  inAppPurchase: absent('inAppPurchase'),
  IpcMainServiceWorker: absent('IpcMainServiceWorker'),
  LanguageModelUtility: absent('LanguageModelUtility'),
  localAIHandler: absent('localAIHandler'),
  MessageChannelMain: absent('MessageChannelMain'),
  net: absent('net'),
  netLog: absent('netLog'),
  Notification: absent('Notification'),
  powerSaveBlocker: absent('powerSaveBlocker'),
  pushNotifications: absent('pushNotifications'),
  safeStorage: absent('safeStorage'),
  sharedTexture: absent('sharedTexture'),
  ShareMenu: absent('ShareMenu'),
  systemPreferences: absent('systemPreferences'),
  TouchBar: absent('TouchBar'),
  Tray: absent('Tray'),
  utilityProcess: absent('utilityProcess'),
  View: absent('View'),
  WebContentsView: absent('WebContentsView'),
  webFrameMain: absent('webFrameMain'),
  WebSocket: absent('WebSocket'),
} satisfies Record<MainNames, object>
