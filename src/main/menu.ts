import { Menu, type MenuItemConstructorOptions } from 'electron'
import { acceleratorOf } from '../core/actions/keys.ts'
import { keysOf, type Keymap } from '../core/actions/keymap.ts'
import { actionTable, menuGroups, type MenuGroup } from '../core/actions/table.ts'
import type { Language } from '../core/language.ts'
import { menuTexts } from './menu-texts.ts'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** What of the settings the menu shows. */
export interface MenuLook {
  readonly keymap: Keymap
  readonly language: Language
}

/** What the system itself does in a menu, at the end of it. */
function rolesOf(group: MenuGroup, platform: NodeJS.Platform, language: Language): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const item = (role: Role): MenuItemConstructorOptions => {
    const label = menuTexts[language].roles[role]
    return label === undefined ? { role } : { role, label }
  }
  switch (group) {
    case 'file':
      return [line, item(platform === 'darwin' ? 'close' : 'quit')]
    case 'edit':
      return [line, item('copy'), item('cut'), item('paste'), item('selectAll')]
    case 'view':
      return [line, item('resetZoom'), item('zoomIn'), item('zoomOut'), item('togglefullscreen')]
    default:
      return []
  }
}

/** The menu bar, from the same list that feeds the shortcuts, the palette and the help sheet. */
export function menuTemplate(platform: NodeJS.Platform, { keymap, language }: MenuLook, choose: (id: string) => void): MenuItemConstructorOptions[] {
  const menus = menuGroups.map(
    (group): MenuItemConstructorOptions => ({
      label: menuTexts[language].groups[group],
      ...(group === 'help' ? { role: 'help' as const } : {}),
      submenu: [...actionTable.filter((entry) => entry.menu === group).map((entry) => itemOf(entry, { keymap, language }, choose)), ...rolesOf(group, platform, language)],
    }),
  )
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus
}

function itemOf(entry: (typeof actionTable)[number], { keymap, language }: MenuLook, choose: (id: string) => void): MenuItemConstructorOptions {
  const accelerator = keysOf(entry.id, keymap).map(acceleratorOf).find((key) => key !== null)
  return {
    label: menuTexts[language].title(entry.id),
    click: () => choose(entry.id),
    // The page handles the key itself, where it knows what has the focus; the menu only shows it.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  }
}

export function installMenu(look: MenuLook, choose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, look, choose)))
}
