import type { KeyPress, Platform } from './keys.ts'

const HELD = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'Dead', 'Unidentified', 'Process', 'Compose'])

/** Whether only keys that are held down with others were pressed so far. */
export function isHeldKey({ key }: KeyPress): boolean {
  return HELD.has(key)
}

/**
 * The keys that a press stands for, in the writing of the action table, so that the same press is recognised again; `null` for
 * one that cannot be told apart from typing or from the system's own.
 */
export function recordKeys(press: KeyPress, platform: Platform): string | null {
  const [mod, other] = platform === 'darwin' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (other || isHeldKey(press)) return null
  const held = [mod && 'Mod', press.altKey && 'Alt', press.shiftKey && 'Shift'].filter((part) => part !== false)
  const key = keyName(press, held)
  if (key === null) return null
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  // A sign counts however the board produces it; a letter with Shift alone is a capital letter, and typing.
  if (isSign && held.every((part) => part === 'Shift')) return key
  if (key.length === 1 && held.length === 1 && held[0] === 'Shift') return null
  return [...held, key].join('+')
}

function keyName({ key, code }: KeyPress, held: readonly string[]): string | null {
  if (key === ' ' || key === '+') return null
  // What Alt or Shift makes of these two differs from board to board: they go by their place, as in the table.
  if ((code === 'Comma' || code === 'Period') && (held.includes('Alt') || held.length > 1)) return code
  if (key.length > 1) return key
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase()
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  if (place !== undefined && !/^[\x20-\x7e]$/.test(key)) return place
  // An `ä` has its capital; a sign has none.
  return key.toUpperCase().length === 1 ? key.toUpperCase() : null
}
