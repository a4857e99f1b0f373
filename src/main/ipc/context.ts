import type { BrowserWindow } from 'electron'
import type { Settings } from '../../ipc/shapes.ts'
import type { Desk } from '../desk.ts'
import type { SettingsStore } from '../settings.ts'
import type { PathTokens } from '../tokens.ts'

/** What every handler may use. */
export interface HandlerContext {
  readonly desk: Desk
  readonly settings: SettingsStore
  readonly tokens: PathTokens
  /** What of the settings is the system's: its own theme, the menu with its keys. */
  readonly applySettings: (settings: Settings) => void
  readonly window: () => BrowserWindow | null
}
