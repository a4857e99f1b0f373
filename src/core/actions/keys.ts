export type Platform = 'darwin' | 'win32' | 'linux'

const MAC: Record<string, string> = {
  Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↩', Delete: '⌦', Backspace: '⌫', Escape: '⎋', Period: '.', Comma: ',', PageUp: '⇞', PageDown: '⇟',
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→',
}

const OTHERS: Record<string, string> = {
  Mod: 'Ctrl', Escape: 'Esc', Period: '.', Comma: ',', PageUp: 'Page up', PageDown: 'Page down', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→',
}

function partsOf(keys: string): string[] {
  return keys.split('+').filter((part) => part !== '')
}

/** The caps to show for `Mod+Shift+Z`: `['⇧', '⌘', 'Z']` on macOS, `['Ctrl', 'Shift', 'Z']` elsewhere. */
export function keyCaps(keys: string, platform: Platform): string[] {
  const names = platform === 'darwin' ? MAC : OTHERS
  const parts = partsOf(keys)
  const ordered = platform === 'darwin' ? ['Ctrl', 'Alt', 'Shift', 'Mod'].filter((name) => parts.includes(name)) : null
  const arranged = ordered ? [...ordered, ...parts.filter((part) => !ordered.includes(part))] : parts
  return arranged.map((part) => names[part] ?? part)
}

/** In one piece, for a tooltip: `⇧⌘Z` or `Ctrl+Shift+Z`. */
export function keyText(keys: string, platform: Platform): string {
  return keyCaps(keys, platform).join(platform === 'darwin' ? '' : '+')
}

/** Whether a key is pressed with Mod, Alt or as a function key: those alone may be taken while somebody is typing. */
export function worksWhileTyping(keys: string): boolean {
  const parts = partsOf(keys)
  return parts.includes('Mod') || parts.includes('Alt') || parts.some((part) => /^F\d+$/.test(part))
}

/** Electron's accelerator, or null where a native menu would swallow a key that people type, or does not know it. */
export function acceleratorOf(keys: string): string | null {
  if (!worksWhileTyping(keys) || /[^\x21-\x7e]/.test(keys)) return null
  const names: Record<string, string> = { Mod: 'CommandOrControl', Enter: 'Return', Period: '.', Comma: ',', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' }
  return partsOf(keys).map((part) => names[part] ?? part).join('+')
}

/** The part of a keyboard event that decides what was pressed. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * Whether this was `Mod+Shift+Z` and nothing more. Letters go by what is typed, or, where the layout has no Latin letters,
 * by the place on the board. A sign such as `?` counts however the layout produces it (Shift+7, say).
 */
export function matchesKeys(press: KeyPress, keys: string, platform: Platform): boolean {
  const parts = partsOf(keys)
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  const [mod, other] = platform === 'darwin' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (mod !== wants('Mod') || other || press.altKey !== wants('Alt')) return false
  const sign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  if (press.shiftKey !== wants('Shift') && !(sign && parts.length === 1)) return false
  // By the place on the board: what Alt or Shift makes of these two differs from layout to layout.
  if (key === 'Period' || key === 'Comma') return press.code === key
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  if (!/^[A-Z0-9]$/.test(key) || /^[\x20-\x7e]$/.test(press.key)) return false
  return press.code === `Key${key}` || press.code === `Digit${key}`
}
