import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import { assign, canTakeOver, conflictOf, isChanged, keymapSchema, keysOf, reset, type Keymap } from './keymap.ts'
import { actionTable, type ActionId } from './table.ts'

const ids = fc.constantFrom<ActionId>(...actionTable.map(({ id }) => id))
const keys = fc.constantFrom('Mod+K', 'F8', 'Mod+Alt+Y', 'F3', 'Alt+Shift+X', '?', 'Mod+Y', 'Mod+Shift+Z')
const steps = fc.array(fc.oneof(
  fc.record({ id: ids, keys: fc.option(keys) }).map(({ id, keys: to }) => (keymap: Keymap) => assign(keymap, id, to)),
  ids.map((id) => (keymap: Keymap) => reset(keymap, id)),
), { maxLength: 12 })

const around = (keymap: Keymap = {}) => ({ keymap, codebook: pledgesAndAgreements, platform: 'linux' as const })

describe('the keymap', () => {
  it('is the table where nothing was changed', () => {
    for (const { id, keys: usual } of actionTable) expect(keysOf(id, {})).toEqual(usual)
  })

  it('gives no key to two actions, whatever is assigned and reset', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const keymap = list.reduce((so, step) => step(so), {} as Keymap)
        expect(keymapSchema.safeParse(keymap).success).toBe(true)
        const all = actionTable.flatMap(({ id }) => keysOf(id, keymap))
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })

  it('does what was asked last', () => {
    fc.assert(
      fc.property(steps, ids, keys, (list, id, wanted) => {
        const keymap = list.reduce((so, step) => step(so), {} as Keymap)
        expect(keysOf(id, assign(keymap, id, wanted))).toEqual([wanted])
        expect(keysOf(id, assign(keymap, id, null))).toEqual([])
        expect(isChanged(id, reset(keymap, id))).toBe(false)
      }),
    )
  })

  it('forgets a change that leads back to the table', () => {
    expect(assign(assign({}, 'palette.open', 'Mod+Alt+Y'), 'palette.open', 'Mod+K')).toEqual({})
  })

  it('names who has the keys already', () => {
    expect(conflictOf('find.open', 'Mod+K', around())).toEqual({ kind: 'action', id: 'palette.open' })
    expect(conflictOf('palette.open', 'Mod+K', around())).toBeNull()
    expect(conflictOf('find.open', 'Mod+Alt+Y', around())).toBeNull()
    expect(conflictOf('find.open', 'P', around())).toEqual({ kind: 'label', name: 'Pledge' })
    expect(conflictOf('find.open', 'Mod+Shift+ArrowRight', around())).toEqual({ kind: 'reading', id: 'word' })
    expect(conflictOf('find.open', 'Alt+N', around())).toEqual({ kind: 'field', id: 'notStated' })
    expect(conflictOf('find.open', 'Mod+C', around())).toEqual({ kind: 'system' })
    expect(conflictOf('find.open', 'Mod+K', around(assign({}, 'palette.open', 'Mod+Alt+Y')))).toBeNull()
  })

  it('lets actions and labels give their keys up, and nothing else', () => {
    expect(canTakeOver({ kind: 'action', id: 'palette.open' })).toBe(true)
    expect(canTakeOver({ kind: 'label', name: 'Pledge' })).toBe(true)
    expect(canTakeOver({ kind: 'system' })).toBe(false)
    expect(canTakeOver({ kind: 'reading', id: 'word' })).toBe(false)
  })

  it('leaves the fixed keys out of the table', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      for (const { id, keys: usual } of actionTable) {
        for (const each of usual) {
          const found = conflictOf(id, each, { ...around(), platform })
          expect(found, `${each} of ${id} on ${platform}`).toBeNull()
        }
      }
    }
  })
})
