import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesKeys, type KeyPress } from './keys.ts'
import { recordKeys } from './record-keys.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

describe('recordKeys', () => {
  it.each([
    [press('k', 'KeyK', { ctrlKey: true }), 'Mod+K'],
    [press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+K'],
    [press('л', 'KeyK', { ctrlKey: true }), 'Mod+K'],
    [press('?', 'Minus', { shiftKey: true }), '?'],
    [press(',', 'Comma', { ctrlKey: true }), 'Mod+,'],
    [press(';', 'Comma', { altKey: true, shiftKey: true }), 'Alt+Shift+Comma'],
    [press('F8', 'F8', { shiftKey: true }), 'Shift+F8'],
    [press('ArrowUp', 'ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
    [press('ö', 'Semicolon', { ctrlKey: true }), 'Mod+Ö'],
    [press('j', 'KeyJ'), 'J'],
    [press('J', 'KeyJ', { shiftKey: true }), null],
    [press(' ', 'Space', { ctrlKey: true }), null],
    [press('Control', 'ControlLeft', { ctrlKey: true }), null],
    [press('k', 'KeyK', { metaKey: true }), null],
  ])('%o is %s', (pressed, keys) => {
    expect(recordKeys(pressed, 'linux')).toBe(keys)
  })

  it('takes Option on a Mac by the place on the board', () => {
    expect(recordKeys(press('ß', 'KeyS', { altKey: true }), 'darwin')).toBe('Alt+S')
  })

  it('writes only what the same press matches again', () => {
    const bool = fc.boolean()
    const pressed = fc.record({
      key: fc.oneof(fc.constantFrom('a', 'Z', '7', ',', '.', '?', '/', 'ß', 'ö', 'л', 'ئ', '∑', 'F5', 'Enter', 'ArrowLeft', 'Tab', 'Delete'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
      code: fc.constantFrom('KeyA', 'KeyZ', 'Digit7', 'Comma', 'Period', 'Slash', 'Minus', 'Semicolon', 'F5', 'Enter', ''),
      ctrlKey: bool, metaKey: bool, altKey: bool, shiftKey: bool,
    })
    fc.assert(
      fc.property(pressed, fc.constantFrom('linux' as const, 'darwin' as const), (one, platform) => {
        const keys = recordKeys(one, platform)
        if (keys !== null) expect(matchesKeys(one, keys, platform)).toBe(true)
      }),
    )
  })
})
