import { describe, expect, it } from 'vitest'
import { keysHere, readingKeys } from '../../core/actions/fixed-keys.ts'
import { meaningOf, type KeyPress } from './keys.ts'

function press(keys: string): KeyPress {
  const parts = keys.split('+')
  const held = (name: string): boolean => parts.includes(name)
  return { key: parts.at(-1) ?? '', shiftKey: held('Shift'), ctrlKey: held('Ctrl'), altKey: held('Alt'), metaKey: held('Cmd') }
}
const onOthers = (keys: string, isRtl = false) => meaningOf(press(keys), false, isRtl)
const onMac = (keys: string, isRtl = false) => meaningOf(press(keys), true, isRtl)

describe('meaningOf', () => {
  it('knows the keys of Windows and Linux', () => {
    expect(onOthers('ArrowRight')).toEqual({ movement: 'next-grapheme', extend: false })
    expect(onOthers('Ctrl+Shift+ArrowLeft')).toEqual({ movement: 'previous-word', extend: true })
    expect(onOthers('Alt+ArrowRight')).toEqual({ movement: 'next-sentence', extend: false })
    expect(onOthers('Ctrl+ArrowDown')).toEqual({ movement: 'next-paragraph', extend: false })
    expect(onOthers('Shift+Home')).toEqual({ movement: 'line-start', extend: true })
    expect(onOthers('Ctrl+Shift+End')).toEqual({ movement: 'document-end', extend: true })
    expect(onOthers('Ctrl+a')).toBe('select-all')
  })

  it('knows the keys of a Mac', () => {
    expect(onMac('Alt+ArrowRight')).toEqual({ movement: 'next-word', extend: false })
    expect(onMac('Cmd+ArrowRight')).toEqual({ movement: 'line-end', extend: false })
    expect(onMac('Cmd+Shift+ArrowDown')).toEqual({ movement: 'document-end', extend: true })
    expect(onMac('Home')).toEqual({ movement: 'document-start', extend: false })
    expect(onMac('Alt+Cmd+ArrowLeft')).toEqual({ movement: 'previous-sentence', extend: false })
    expect(onMac('Cmd+a')).toBe('select-all')
  })

  it('turns left and right around in a right-to-left paragraph, and only those', () => {
    expect(onOthers('ArrowLeft', true)).toEqual({ movement: 'next-grapheme', extend: false })
    expect(onOthers('Ctrl+ArrowRight', true)).toEqual({ movement: 'previous-word', extend: false })
    expect(onOthers('Home', true)).toEqual({ movement: 'line-start', extend: false })
  })

  it('leaves all other keys to the app', () => {
    for (const keys of ['p', 'Enter', 'Tab', 'Escape', 'Ctrl+k', 'Ctrl+Alt+ArrowRight', 'Ctrl+Shift+a', 'Alt+Home']) {
      expect(onOthers(keys)).toBeNull()
    }
    expect(onMac('Ctrl+a')).toBeNull()
  })

  it('understands every key that the help sheet names for the text', () => {
    for (const entry of readingKeys) {
      for (const keys of keysHere(entry, 'linux')) expect(onOthers(keys.replace('Mod', 'Ctrl')), keys).not.toBeNull()
      for (const keys of keysHere(entry, 'darwin')) expect(onMac(keys.replace('Mod', 'Cmd')), keys).not.toBeNull()
    }
  })
})
