import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { browser } from './browser.ts'
import { honest } from './honest.ts'
import { openWindows } from './windows.ts'

class HostTheme extends EventEmitter implements Pick<
  Electron.NativeTheme,
  'shouldUseDarkColors' | 'themeSource' | 'shouldUseHighContrastColors' | 'shouldUseInvertedColorScheme' | 'inForcedColorsMode'
> {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  private source: 'system' | 'light' | 'dark' = 'system'

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? browser.facts.dark : this.source === 'dark'
  }
  get themeSource(): 'system' | 'light' | 'dark' {
    return this.source
  }
  set themeSource(source: 'system' | 'light' | 'dark') {
    const before = this.shouldUseDarkColors
    this.source = source
    for (const window of openWindows) window.setColorScheme(source === 'system' ? null : source)
    if (before !== this.shouldUseDarkColors) this.emit('updated', {})
  }
}

const theme = new HostTheme()
browser.on('dark', () => theme.themeSource === 'system' && theme.emit('updated', {}))

export const nativeTheme = honest('nativeTheme', theme)
