import { describe, expect, it } from 'vitest'
import { parseAccelerator } from './accelerator.ts'

const none = { ctrl: false, alt: false, shift: false, meta: false }

describe('parseAccelerator', () => {
  it.each([
    ['CommandOrControl+S', 'linux', { key: 's', ...none, ctrl: true }],
    ['CmdOrCtrl+Shift+Z', 'darwin', { key: 'z', ...none, meta: true, shift: true }],
    ['Ctrl++', 'linux', { key: '+', ...none, ctrl: true }],
    ['Ctrl+Plus', 'linux', { key: '+', ...none, ctrl: true }],
    ['Alt+Left', 'linux', { key: 'ArrowLeft', ...none, alt: true }],
    ['F11', 'linux', { key: 'F11', ...none }],
    ['Ctrl+,', 'linux', { key: ',', ...none, ctrl: true }],
    ['Shift+Space', 'linux', { key: ' ', ...none, shift: true }],
    ['Super+é', 'linux', { key: 'é', ...none, meta: true }],
  ] as const)('reads %s on %s', (text, platform, keys) => {
    expect(parseAccelerator(7, text, platform)).toEqual({ id: 7, ...keys })
  })

  it.each(['Ctrl', '', 'VolumeUp', 'Ctrl+K Ctrl+S', 'A+B'])('has no keys for %s', (text) => {
    expect(parseAccelerator(1, text, 'linux')).toBeNull()
  })
})
