import { nameOfLabel } from '../../codebook/lookup.ts'
import type { Codebook } from '../../model/codebook.ts'

/** What one codebook has more than the one that it was made from, by names. */
export interface Gains {
  readonly labels: string[]
  readonly attributes: string[]
  readonly relations: string[]
  /** Attributes that were there, with the labels and values that they get. */
  readonly wider: { readonly attribute: string; readonly labels: string[]; readonly values: string[] }[]
}

export function gainsOf(before: Codebook, after: Codebook): Gains {
  const more = (kind: 'labels' | 'attributes' | 'relations') => {
    const known = new Set(before[kind].map(({ id }) => id))
    return after[kind].filter(({ id }) => !known.has(id)).map(({ name }) => name)
  }
  const wider = before.attributes.flatMap((attribute) => {
    const now = after.attributes.find(({ id }) => id === attribute.id)
    if (!now || now === attribute) return []
    const labels = now.labels.filter((label) => !attribute.labels.includes(label)).map((label) => nameOfLabel(after, label))
    const values = (now.values ?? []).filter(({ id }) => !attribute.values?.some((value) => value.id === id)).map(({ name }) => name)
    return [{ attribute: now.name, labels, values }]
  })
  return { labels: more('labels'), attributes: more('attributes'), relations: more('relations'), wider }
}
