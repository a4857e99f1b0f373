import type * as Electron from 'electron'
import { parseAccelerator } from './accelerator.ts'
import { app } from './app.ts'
import type { PageAccelerator } from './page-side.ts'

/** Every item of the application menu, submenus included. */
export function allItems(menu: Electron.Menu | null): Electron.MenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...allItems(item.submenu ?? null)])
}

/** The keys of the application menu, for the pages. Hidden items keep theirs, as in Electron. */
export function applicationKeys(): PageAccelerator[] {
  return allItems(app.applicationMenu).flatMap((item, index) => {
    const text = item.accelerator
    if (typeof text !== 'string' || text === '' || !item.registerAccelerator) return []
    if (!item.visible && Reflect.get(item, 'acceleratorWorksWhenHidden') === false) return []
    return parseAccelerator(index, text) ?? []
  })
}

export function onMenuKey(id: number, window: Electron.BrowserWindow): void {
  const item = allItems(app.applicationMenu)[id]
  if (item?.enabled === true) item.click({ triggeredByAccelerator: true }, window, window.webContents)
}
