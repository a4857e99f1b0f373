import { Menu, type MenuItemConstructorOptions } from 'electron'
import { acceleratorOf } from '../core/actions/keys.ts'
import { keysOf, type Keymap } from '../core/actions/keymap.ts'
import { actionTable, menuGroups, type MenuGroup } from '../core/actions/table.ts'

const TITLES: Readonly<Record<MenuGroup, string>> = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  annotate: '&Annotate',
  go: '&Go',
  help: '&Help',
}

/** What the system itself does in a menu, at the end of it. */
function rolesOf(group: MenuGroup, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  switch (group) {
    case 'file':
      return [line, platform === 'darwin' ? { role: 'close' } : { role: 'quit' }]
    case 'edit':
      return [line, { role: 'copy' }, { role: 'cut' }, { role: 'paste' }, { role: 'selectAll' }]
    case 'view':
      return [line, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }]
    default:
      return []
  }
}

/** The menu bar, from the same list that feeds the shortcuts, the palette and the help sheet. */
export function menuTemplate(platform: NodeJS.Platform, keymap: Keymap, choose: (id: string) => void): MenuItemConstructorOptions[] {
  const menus = menuGroups.map(
    (group): MenuItemConstructorOptions => ({
      label: TITLES[group],
      ...(group === 'help' ? { role: 'help' as const } : {}),
      submenu: [...actionTable.filter((entry) => entry.menu === group).map((entry) => itemOf(entry, keymap, choose)), ...rolesOf(group, platform)],
    }),
  )
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus
}

function itemOf(entry: (typeof actionTable)[number], keymap: Keymap, choose: (id: string) => void): MenuItemConstructorOptions {
  const accelerator = keysOf(entry.id, keymap).map(acceleratorOf).find((key) => key !== null)
  return {
    label: entry.title,
    click: () => choose(entry.id),
    // The page handles the key itself, where it knows what has the focus; the menu only shows it.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  }
}

export function installMenu(keymap: Keymap, choose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, keymap, choose)))
}
