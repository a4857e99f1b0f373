import type * as Electron from 'electron'
import { app } from './app.ts'
import { honest } from './honest.ts'
import { HostEvents } from './host-events.ts'
import { allItems } from './menu-keys.ts'
import { openWindows } from './windows.ts'

type Options = Electron.MenuItemConstructorOptions
type Click = (item: Electron.MenuItem, window: Electron.BaseWindow | undefined, event: Electron.KeyboardEvent) => void

/** Roles that the host carries out; those that it leaves out here are the browser's own (copy, undo, zoom, …). */
const roles: Readonly<Record<string, { keys?: string; run: (window: Electron.BrowserWindow | undefined) => void }>> = {
  quit: { keys: process.platform === 'win32' ? '' : 'CommandOrControl+Q', run: () => app.quit() },
  close: { keys: 'CommandOrControl+W', run: (window) => window?.close() },
  minimize: { keys: 'CommandOrControl+M', run: (window) => window?.minimize() },
  reload: { keys: 'CommandOrControl+R', run: (window) => window?.reload() },
  forcereload: { keys: 'Shift+CommandOrControl+R', run: (window) => window?.reload() },
  togglefullscreen: {
    keys: process.platform === 'darwin' ? 'Control+Command+F' : 'F11',
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  about: { run: () => app.showAboutPanel() },
}
let lastCommand = 0

class HostMenuItem implements Pick<
  Electron.MenuItem,
  'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked' | 'accelerator' | 'registerAccelerator' | 'click' | 'role'
  | 'submenu' | 'commandId' | 'sublabel' | 'toolTip'
> {
  id: string
  label: string
  sublabel: string
  toolTip: string
  type: Electron.MenuItem['type']
  enabled: boolean
  visible: boolean
  checked: boolean
  registerAccelerator: boolean
  acceleratorWorksWhenHidden: boolean
  accelerator: string
  role: NonNullable<Electron.MenuItem['role']>
  submenu: Electron.Menu
  menu: Electron.Menu | undefined = undefined
  readonly userAccelerator = null
  readonly icon = undefined
  readonly sharingItem = undefined
  readonly commandId = (lastCommand += 1)
  click: (event: Electron.KeyboardEvent, window: Electron.BaseWindow | undefined, contents?: Electron.WebContents) => void

  constructor(options: Options) {
    const role = options.role?.toLowerCase() ?? ''
    const known = roles[role]
    this.id = options.id ?? ''
    this.label = options.label ?? options.role ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.registerAccelerator = options.registerAccelerator ?? true
    this.acceleratorWorksWhenHidden = options.acceleratorWorksWhenHidden ?? true
    this.accelerator = (typeof options.accelerator === 'string' ? options.accelerator : undefined) ?? known?.keys ?? ''
    this.role = role as NonNullable<Electron.MenuItem['role']>
    const given = options.submenu
    const submenu = Array.isArray(given) ? HostMenu.buildFromTemplate(given) : given
    this.submenu = submenu as Electron.Menu
    this.click = (event, window) => {
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.choose()
      if (known !== undefined) return known.run(window as Electron.BrowserWindow | undefined)
      const handler = options.click as Click | undefined
      handler?.(this.self, window, event)
    }
    this.self = honest('MenuItem', this) as unknown as Electron.MenuItem
    return this.self as unknown as this
  }
  self: Electron.MenuItem

  private choose(): void {
    for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = item.id === this.id
    this.checked = true
  }
}

class HostMenu extends HostEvents implements Pick<Electron.Menu, 'items' | 'append' | 'insert' | 'getMenuItemById'> {
  items: Electron.MenuItem[] = []

  constructor() {
    super('Menu', [], ['menu-will-show', 'menu-will-close'])
    return honest('Menu', this)
  }
  append(item: Electron.MenuItem): void {
    this.insert(this.items.length, item)
  }
  insert(position: number, item: Electron.MenuItem): void {
    this.items.splice(position, 0, item)
    Reflect.set(item, 'menu', this)
  }
  getMenuItemById(id: string): Electron.MenuItem | null {
    return allItems(this as unknown as Electron.Menu).find((item) => item.id === id) ?? null
  }

  static buildFromTemplate(template: (Options | Electron.MenuItem)[]): Electron.Menu {
    const menu = new HostMenu()
    for (const one of template) {
      menu.append(one instanceof HostMenuItem ? (one as unknown as Electron.MenuItem) : new HostMenuItem(one as Options).self)
    }
    return menu as unknown as Electron.Menu
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    app.applicationMenu = menu
    for (const window of openWindows) window.refreshMenu()
  }
  static getApplicationMenu(): Electron.Menu | null {
    return app.applicationMenu
  }
}

export const Menu = honest('Menu', HostMenu)
export const MenuItem = honest('MenuItem', HostMenuItem)
