import type { Platform } from './keys.ts'

/**
 * Keys that no action can have, because something nearer to the person takes them first: the text, a field of the inspector,
 * the system. Shown in the help sheet and in docs/keys.md; the text's own meaning is in src/renderer/editor/keys.ts.
 */
export interface FixedKeys {
  readonly id: string
  readonly keys: Readonly<Record<'mac' | 'others', readonly string[]>>
}

const same = (...keys: readonly string[]) => ({ mac: keys, others: keys })

export const readingKeys = [
  { id: 'character', keys: same('ArrowLeft', 'ArrowRight') },
  { id: 'word', keys: { others: ['Mod+ArrowLeft', 'Mod+ArrowRight'], mac: ['Alt+ArrowLeft', 'Alt+ArrowRight'] } },
  { id: 'sentence', keys: { others: ['Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp', 'Alt+ArrowDown'], mac: ['Mod+Alt+ArrowLeft', 'Mod+Alt+ArrowRight', 'Mod+Alt+ArrowUp', 'Mod+Alt+ArrowDown'] } },
  { id: 'line', keys: same('ArrowUp', 'ArrowDown') },
  { id: 'paragraph', keys: { others: ['Mod+ArrowUp', 'Mod+ArrowDown'], mac: ['Alt+ArrowUp', 'Alt+ArrowDown'] } },
  { id: 'lineEnds', keys: { others: ['Home', 'End'], mac: ['Mod+ArrowLeft', 'Mod+ArrowRight'] } },
  { id: 'articleEnds', keys: { others: ['Mod+Home', 'Mod+End'], mac: ['Mod+ArrowUp', 'Mod+ArrowDown', 'Home', 'End'] } },
  { id: 'page', keys: same('PageUp', 'PageDown') },
  { id: 'everything', keys: same('Mod+A') },
] as const satisfies readonly FixedKeys[]

export const fieldKeys = [
  { id: 'walk', keys: same('Tab', 'Shift+Tab') },
  { id: 'confirm', keys: same('Enter') },
  { id: 'notStated', keys: same('Alt+N') },
  { id: 'notApplicable', keys: same('Alt+A') },
  { id: 'clear', keys: same('Alt+Backspace') },
  { id: 'help', keys: same('Alt+H') },
] as const satisfies readonly FixedKeys[]

/** What the window, the menus and the system take for themselves. */
const SYSTEM: FixedKeys['keys'] = {
  others: [
    'Mod+C', 'Mod+X', 'Mod+V', 'Mod+0', 'Mod+=', 'Mod+-', 'Mod+Q', 'Mod+W', 'Mod+R', 'Mod+T', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+R', 'Mod+Tab', 'Mod+Shift+Tab', 'Alt+Tab', 'Alt+F4',
    'F5', 'F11', 'F12', 'Shift+F10', 'ContextMenu', 'Mod+Alt+Delete',
  ],
  mac: ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+0', 'Mod+=', 'Mod+-', 'Mod+Q', 'Mod+W', 'Mod+R', 'Mod+H', 'Mod+Alt+H', 'Mod+M', 'Mod+Alt+M', 'Mod+Tab', 'Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5', 'F11'],
}

export type ReadingKeysId = (typeof readingKeys)[number]['id']
export type FieldKeysId = (typeof fieldKeys)[number]['id']

export type FixedOwner =
  | { readonly kind: 'reading'; readonly id: ReadingKeysId }
  | { readonly kind: 'field'; readonly id: FieldKeysId }
  | { readonly kind: 'system' }

export function keysHere({ keys }: FixedKeys, platform: Platform): readonly string[] {
  return platform === 'darwin' ? keys.mac : keys.others
}

/** Who needs these keys for itself; the text's also with Shift, which selects. */
export function fixedOwner(keys: string, platform: Platform): FixedOwner | null {
  if (keysHere({ id: '', keys: SYSTEM }, platform).includes(keys)) return { kind: 'system' }
  const plain = keys.replace('Shift+', '')
  const reading = readingKeys.find((entry) => keysHere(entry, platform).includes(entry.id === 'everything' ? keys : plain))
  if (reading) return { kind: 'reading', id: reading.id }
  const field = fieldKeys.find((entry) => keysHere(entry, platform).includes(keys))
  return field ? { kind: 'field', id: field.id } : null
}
