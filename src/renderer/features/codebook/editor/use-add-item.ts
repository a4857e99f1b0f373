import { freeLook, freshId, takenIds } from '../../../../core/codebook/edits/fresh.ts'
import { putItem, type ItemKind, type Items } from '../../../../core/codebook/edits/items.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import { useSession } from '../../../session/context.tsx'
import type { Editing } from './use-codebook.ts'

type Makers = { readonly [K in ItemKind]: (codebook: Codebook, id: string, name: string) => Items[K] }

/** What a new one is before anything else is said about it. */
const MAKERS: Makers = {
  label: ({ labels }, id, name) => ({ id, name, ...freeLook(labels), kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true }),
  attribute: ({ labels }, id, name) => ({ id, name, help: '', type: 'text', labels: labels.filter(({ kind, retired }) => kind === 'event' && retired !== true).map((label) => label.id), stage: 'now' }),
  relation: (_, id, name) => ({ id, name, definition: '', from: [], to: [] }),
  rule: (_, id, text) => ({ id, text }),
  example: (_, id, text) => ({ id, text, coding: '' }),
  sector: (_, id, name) => ({ id, name }),
  entity: (_, id, name) => ({ id, name, aliases: [] }),
}

/** Adds one by its name, from which its id is made for good, and shows it. */
export function useAddItem({ codebook, edit, show }: Editing): (kind: ItemKind, name: string) => void {
  const { environment } = useSession()
  return (kind, name) => {
    const stem = kind === 'rule' ? 'rule' : kind === 'example' ? 'example' : name
    const id = freshId(stem, takenIds(codebook, kind), environment)
    edit((book) => put(book, kind, id, name))
    show({ kind, id })
  }
}

function put<K extends ItemKind>(codebook: Codebook, kind: K, id: string, name: string): Codebook {
  return putItem(codebook, kind, MAKERS[kind](codebook, id, name))
}
