import type { RequestInput } from '../../../ipc/contract.ts'
import type { BundlePreview } from '../../../ipc/bundle-shapes.ts'

type Unknown = BundlePreview['codebook']['unknown'][number]
type Choices = Extract<RequestInput<'bundle.apply'>['choices']['codebook'], { how: 'map' }>['mapping']

/** By what it is about: `add`, `leave`, or `as:` and the id that it is read as. */
export type Mapping = Readonly<Record<string, string>>

export function choiceKey({ kind, attribute, id }: Unknown): string {
  return JSON.stringify([kind, attribute, id])
}

export function suggestedFor({ suggestion, described }: Unknown): string {
  return suggestion === null ? (described ? 'add' : 'leave') : `as:${suggestion}`
}

export function mappingOf(unknown: readonly Unknown[], mapping: Mapping): NonNullable<Choices> {
  return unknown.map((item) => {
    const { kind, attribute, id } = item
    const chosen = mapping[choiceKey(item)] ?? suggestedFor(item)
    if (chosen.startsWith('as:')) return { kind, attribute, id, how: 'read_as', to: chosen.slice('as:'.length) }
    return { kind, attribute, id, how: chosen === 'add' ? 'add' : 'leave' }
  })
}
