import { resolveId } from '../../../../core/codebook/lookup.ts'
import { itemsOf } from '../../../../core/codebook/edits/items.ts'
import { merge, mergeValues } from '../../../../core/codebook/edits/merge.ts'
import { retire, retireValue } from '../../../../core/codebook/edits/retire.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import { fail, type Result } from '../../../../core/result.ts'
import type { AnnotatorUses } from '../../../../ipc/shapes.ts'
import type { CodebookSubject } from '../../../session/view.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly retired?: boolean | undefined
}

/** What it is one of: labels, attributes, relations, or the values of one attribute. */
export function siblings(codebook: Codebook, { what, of }: CodebookSubject): readonly Named[] {
  if (what === 'value') return codebook.attributes.find(({ id }) => id === of)?.values ?? []
  return itemsOf(codebook, what)
}

export function mergeSubject(codebook: Codebook, { what, id, of }: CodebookSubject, to: string): Result<Codebook> {
  if (what === 'value') return mergeValues(codebook, of ?? '', id, to)
  if (what === 'sector') return fail('codebook.merge', 'Sectors stand in the entities and are not merged.', 'Retire the sector instead.')
  return merge(codebook, what, id, to)
}

export function retireSubject(codebook: Codebook, { what, id, of }: CodebookSubject): Codebook {
  return what === 'value' ? retireValue(codebook, of ?? '', id) : retire(codebook, what, id)
}

/** How many records of an annotator are read as it, those of earlier merges too. */
export function countOf(codebook: Codebook, { what, id, of }: CodebookSubject): (uses: AnnotatorUses['uses']) => number {
  const sum = (table: Readonly<Record<string, number>>, kind: 'label' | 'attribute' | 'relation' | 'value', attribute?: string) =>
    Object.entries(table).reduce((total, [stored, count]) => total + (resolveId(codebook, kind, stored, attribute) === id ? count : 0), 0)
  switch (what) {
    case 'label':
      return ({ labels }) => sum(labels, 'label')
    case 'attribute':
      return ({ attributes }) => sum(attributes, 'attribute')
    case 'relation':
      return ({ relations }) => sum(relations, 'relation')
    case 'sector':
      return ({ entities }) => entities.reduce((total, entity) => total + (entity.sector === id ? entity.count : 0), 0)
    case 'value':
      return ({ values }) =>
        Object.entries(values).reduce((total, [attribute, table]) => total + (resolveId(codebook, 'attribute', attribute) === of ? sum(table, 'value', of ?? undefined) : 0), 0)
  }
}
