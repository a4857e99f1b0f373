import { describe, expect, it, vi } from 'vitest'
import type { Keymap } from '../core/actions/keymap.ts'
import type { Language } from '../core/language.ts'
import { actionTable } from '../core/actions/table.ts'

vi.mock('electron', () => ({ Menu: {} }))
const { menuTemplate } = await import('./menu.ts')

function itemsOf(platform: NodeJS.Platform, choose: (id: string) => void = () => undefined, keymap: Keymap = {}, language: Language = 'en') {
  return menuTemplate(platform, { keymap, language }, choose).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
}

describe('menuTemplate', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('holds every action of the table that has a menu, on %s', (platform) => {
    const titles = itemsOf(platform).map((item) => item.label)
    for (const entry of actionTable) if (entry.menu) expect(titles).toContain(entry.title)
  })

  it('names the action that was chosen', () => {
    const chosen: string[] = []
    const item = itemsOf('linux', (id) => chosen.push(id)).find((candidate) => candidate.label === 'Undo')
    const click = item?.click as (() => void) | undefined
    click?.()
    expect(chosen).toEqual(['edit.undo'])
  })

  it('shows the keys that the person has set, and none for keys that no menu can show', () => {
    const items = itemsOf('linux', undefined, { 'palette.open': ['Mod+J'], 'edit.undo': [], 'find.open': ['Mod+Ö'] })
    const shown = (label: string) => items.find((item) => item.label === label)?.accelerator
    expect(shown('Search or command…')).toBe('CommandOrControl+J')
    expect(shown('Undo')).toBeUndefined()
    expect(shown('Find in article')).toBeUndefined()
  })

  it('is in German where that is the language, the system’s own items too', () => {
    const labels = itemsOf('linux', undefined, {}, 'de').filter((item) => item.type !== 'separator').map((item) => item.label)
    expect(labels).toEqual(expect.arrayContaining(['Rückgängig', 'Einfügen', 'Projekt öffnen …', 'Beenden']))
    expect(labels).not.toContain(undefined)
  })

  it('shows keys and leaves them to the page', () => {
    for (const item of itemsOf('linux')) if (item.accelerator) expect(item.registerAccelerator).toBe(false)
  })
})
