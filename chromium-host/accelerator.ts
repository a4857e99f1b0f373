import type { PageAccelerator } from './page-side.ts'

const names: Readonly<Record<string, string>> = {
  plus: '+', space: ' ', tab: 'Tab', backspace: 'Backspace', delete: 'Delete', insert: 'Insert', return: 'Enter',
  enter: 'Enter', up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight', home: 'Home', end: 'End',
  pageup: 'PageUp', pagedown: 'PageDown', escape: 'Escape', esc: 'Escape',
}

/** `CmdOrCtrl+Shift+S` as the keys of a keydown event; null for a key that a page cannot see. */
export function parseAccelerator(id: number, text: string, platform = process.platform): PageAccelerator | null {
  const mac = platform === 'darwin'
  const keys = { ctrl: false, alt: false, shift: false, meta: false }
  // `Ctrl++` ends in the key itself.
  const parts = text.endsWith('++') ? [...text.slice(0, -2).split('+'), '+'] : text.split('+')
  let key = ''
  for (const part of parts) {
    const lower = part.toLowerCase()
    if (['commandorcontrol', 'cmdorctrl'].includes(lower)) keys[mac ? 'meta' : 'ctrl'] = true
    else if (['control', 'ctrl'].includes(lower)) keys.ctrl = true
    else if (['command', 'cmd', 'super', 'meta'].includes(lower)) keys.meta = true
    else if (['alt', 'option', 'altgr'].includes(lower)) keys.alt = true
    else if (lower === 'shift') keys.shift = true
    else if (key !== '') return null
    else if (/^f([1-9]|1\d|2[0-4])$/.test(lower)) key = lower.toUpperCase()
    else if ([...lower].length === 1) key = lower
    else if (names[lower] === undefined) return null
    else key = names[lower]
  }
  return key === '' ? null : { id, key, ...keys }
}
