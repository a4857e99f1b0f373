import type { BrowserWindow } from 'electron'
import type { Desk } from '../desk.ts'
import type { SettingsStore } from '../settings.ts'
import type { PathTokens } from '../tokens.ts'

/** What every handler may use. */
export interface HandlerContext {
  readonly desk: Desk
  readonly settings: SettingsStore
  readonly tokens: PathTokens
  readonly window: () => BrowserWindow | null
}
