import { describe, expect, it } from 'vitest'
import { fixedOwner } from './fixed-keys.ts'
import { acceleratorOf, keyText, worksWhileTyping } from './keys.ts'
import { actionTable, type ActionEntry } from './table.ts'

const table: readonly ActionEntry[] = actionTable

describe('the action table', () => {
  it('names every action once', () => {
    expect(new Set(table.map((entry) => entry.id)).size).toBe(table.length)
  })

  it('gives no key to two actions', () => {
    const taken = new Map<string, string>()
    for (const entry of table) {
      for (const keys of entry.keys) {
        expect(taken.get(keys), `${keys} is taken by`).toBeUndefined()
        taken.set(keys, entry.id)
      }
    }
  })

  it.each(['darwin', 'linux', 'win32'] as const)('takes no key on %s that the text, a field or the system needs', (platform) => {
    const owned = table.flatMap((entry) => entry.keys).filter((keys) => fixedOwner(keys, platform) !== null)
    expect(owned).toEqual([])
  })

  it('leaves letters and digits alone, which belong to labels', () => {
    for (const entry of table.filter(({ where }) => where === undefined)) {
      for (const keys of entry.keys.filter((candidate) => !worksWhileTyping(candidate))) expect(keys).not.toMatch(/^[\p{L}\p{N}]$/u)
    }
  })

  it('words titles in sentence case without exclamation marks', () => {
    for (const { title } of table) expect(title).toMatch(/^\p{Lu}[^!]*$/u)
  })
})

describe('keys', () => {
  it.each([
    ['Mod+Shift+Z', '⇧⌘Z', 'Ctrl+Shift+Z', 'CommandOrControl+Shift+Z'],
    ['Mod+,', '⌘,', 'Ctrl+,', 'CommandOrControl+,'],
    ['Mod+Enter', '⌘↩', 'Ctrl+Enter', 'CommandOrControl+Return'],
    ['F8', 'F8', 'F8', 'F8'],
    ['?', '?', '?', null],
    ['Delete', '⌦', 'Delete', null],
  ])('%s', (keys, mac, others, accelerator) => {
    expect(keyText(keys, 'darwin')).toBe(mac)
    expect(keyText(keys, 'linux')).toBe(others)
    expect(acceleratorOf(keys)).toBe(accelerator)
  })
})
