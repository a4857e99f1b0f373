import type { Attribute, Codebook, RelationType } from '../model/codebook.ts'
import { attributesOf } from './form.ts'
import { resolveId } from './lookup.ts'

/**
 * The relations that an annotation of this label may start, besides those that a link attribute of the label shows already.
 * In codebook order, retired ones left out.
 */
export function otherRelations(codebook: Codebook, label: string): RelationType[] {
  const own = resolveId(codebook, 'label', label)
  const shown = new Set(attributesOf(codebook, label).map((attribute) => attribute.relation && resolveId(codebook, 'relation', attribute.relation)))
  return codebook.relations.filter(
    ({ id, from, retired }) =>
      !retired && !shown.has(id) && (from.length === 0 || from.some((start) => resolveId(codebook, 'label', start) === own)),
  )
}

/** The relations that may lead from one label to all of these, the ones that attributes show among them; retired ones left out. */
export function relationsBetween(codebook: Codebook, from: string, to: readonly string[]): RelationType[] {
  return codebook.relations.filter((type) => !type.retired && names(codebook, type.from, from) && to.every((label) => mayEndAt(codebook, type, label)))
}

export function mayEndAt(codebook: Codebook, type: RelationType, label: string): boolean {
  return names(codebook, type.to, label)
}

/** An empty list names every label. */
function names(codebook: Codebook, labels: readonly string[], label: string): boolean {
  const own = resolveId(codebook, 'label', label)
  return labels.length === 0 || labels.some((id) => resolveId(codebook, 'label', id) === own)
}

/** A relation in the shape of a link attribute, so that one editor serves both. It is in no codebook and holds no value. */
export function asAttribute({ id, name, definition }: RelationType): Attribute {
  return { id: `relation:${id}`, name, help: definition, type: 'link', labels: [], stage: 'if_stated', relation: id }
}
