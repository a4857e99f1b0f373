import { z } from 'zod'
import { labelByKey } from '../codebook/lookup.ts'
import type { Codebook } from '../model/codebook.ts'
import { fixedOwner, type FixedOwner } from './fixed-keys.ts'
import type { Platform } from './keys.ts'
import { actionEntry, actionTable, isActionId, type ActionId } from './table.ts'

const keysSchema = z.string().regex(/^((Mod|Alt|Shift)\+)*[^\s+]+$/)

/** What a person has changed: by action the keys in place of the table's, none for an action without a key. */
export const keymapSchema = z.record(z.string(), z.array(keysSchema).max(4))
export type Keymap = z.infer<typeof keymapSchema>

/** The keys of an action as they are now; the first is the one that is shown. */
export function keysOf(id: ActionId, keymap: Keymap): readonly string[] {
  return keymap[id] ?? actionEntry(id).keys
}

/** Whether its keys mean it in this tab; those of most actions do in all. */
export function hasKeysIn(id: ActionId, tab: string): boolean {
  const { where } = actionEntry(id)
  return where === undefined || where === tab
}

export function isChanged(id: ActionId, keymap: Keymap): boolean {
  return keymap[id] !== undefined
}

/** Who has these keys already. Actions and labels can give theirs up; what is fixed cannot. */
export type KeyConflict =
  | { readonly kind: 'action'; readonly id: ActionId }
  | { readonly kind: 'label'; readonly name: string }
  | FixedOwner

interface Surroundings {
  readonly keymap: Keymap
  /** Of the open project: its labels have keys. */
  readonly codebook: Codebook | null
  readonly platform: Platform
}

/** What stands in the way of giving these keys to an action. */
export function conflictOf(id: ActionId, keys: string, { keymap, codebook, platform }: Surroundings): KeyConflict | null {
  const fixed = fixedOwner(keys, platform)
  if (fixed) return fixed
  const others = actionTable.filter((entry) => entry.id !== id && keysOf(entry.id, keymap).includes(keys))
  // Letters mean labels in one tab and decisions in another: who has them everywhere comes first.
  const other = others.find((entry) => actionEntry(entry.id).where === undefined)
  if (other) return { kind: 'action', id: other.id }
  const label = codebook && keys.length === 1 && actionEntry(id).where === undefined ? labelByKey(codebook, keys.toLowerCase()) : undefined
  if (label) return { kind: 'label', name: label.name }
  return others[0] ? { kind: 'action', id: others[0].id } : null
}

export function canTakeOver(conflict: KeyConflict): boolean {
  return conflict.kind === 'action' || conflict.kind === 'label'
}

/** Gives an action other keys, or none; whichever action had them loses them. */
export function assign(keymap: Keymap, id: ActionId, keys: string | null): Keymap {
  const losing = keys === null ? [] : actionTable.filter((entry) => entry.id !== id && keysOf(entry.id, keymap).includes(keys))
  const lost = losing.map((entry): [string, string[]] => [entry.id, keysOf(entry.id, keymap).filter((each) => each !== keys)])
  return withoutUsual({ ...keymap, ...Object.fromEntries(lost), [id]: keys === null ? [] : [keys] })
}

/** The table's keys again; an action that has taken one of them since loses it. */
export function reset(keymap: Keymap, id: ActionId): Keymap {
  const back = actionEntry(id).keys
  const others = Object.entries(keymap).filter(([other]) => other !== id).map(([other, keys]): [string, string[]] => [other, keys.filter((each) => !back.includes(each))])
  return withoutUsual(Object.fromEntries(others))
}

/** What is as the table has it is no change. */
function withoutUsual(keymap: Keymap): Keymap {
  const isUsual = (id: string, keys: readonly string[]) => isActionId(id) && actionEntry(id).keys.join(' ') === keys.join(' ')
  return Object.fromEntries(Object.entries(keymap).filter(([id, keys]) => !isUsual(id, keys)))
}
