import { describe, expect, it } from 'vitest'
import { matchesKeys, type KeyPress } from './keys.ts'

function press(key: string, code: string, ...held: readonly ('ctrl' | 'meta' | 'alt' | 'shift')[]): KeyPress {
  const has = (name: (typeof held)[number]) => held.includes(name)
  return { key, code, ctrlKey: has('ctrl'), metaKey: has('meta'), altKey: has('alt'), shiftKey: has('shift') }
}

describe('matchesKeys', () => {
  it.each([
    ['Mod+K', press('k', 'KeyK', 'ctrl'), true],
    ['Mod+K', press('k', 'KeyK'), false],
    ['Mod+K', press('K', 'KeyK', 'ctrl', 'shift'), false],
    ['Mod+K', press('k', 'KeyK', 'ctrl', 'alt'), false],
    ['Mod+Shift+Z', press('Z', 'KeyZ', 'ctrl', 'shift'), true],
    ['Mod+Z', press('Z', 'KeyZ', 'ctrl', 'shift'), false],
    // A Russian and an Arabic board, a French one where Z and W change places.
    ['Mod+K', press('л', 'KeyK', 'ctrl'), true],
    ['Mod+Z', press('ئ', 'KeyZ', 'ctrl'), true],
    ['Mod+Z', press('z', 'KeyW', 'ctrl'), true],
    ['Mod+Z', press('w', 'KeyZ', 'ctrl'), false],
    ['Mod+1', press('&', 'Digit1', 'ctrl'), false],
    // A German board has ? and / above other keys.
    ['?', press('?', 'Minus', 'shift'), true],
    ['/', press('/', 'Digit7', 'shift'), true],
    ['/', press('/', 'Slash', 'ctrl'), false],
    ['Mod+,', press(',', 'Comma', 'ctrl'), true],
    ['F3', press('F3', 'F3'), true],
    ['F3', press('F3', 'F3', 'shift'), false],
    ['Shift+F3', press('F3', 'F3', 'shift'), true],
    ['Delete', press('Delete', 'Delete'), true],
  ])('%s: %o is %s', (keys, pressed, expected) => {
    expect(matchesKeys(pressed, keys, 'linux')).toBe(expected)
  })

  it('takes Cmd, and not Ctrl, on macOS', () => {
    expect(matchesKeys(press('k', 'KeyK', 'meta'), 'Mod+K', 'darwin')).toBe(true)
    expect(matchesKeys(press('k', 'KeyK', 'ctrl'), 'Mod+K', 'darwin')).toBe(false)
  })
})
