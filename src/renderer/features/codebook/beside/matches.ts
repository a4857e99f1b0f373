import { carries } from '../../../../core/codebook/form.ts'
import type { Attribute, Codebook, Label } from '../../../../core/model/codebook.ts'
import { fold } from '../../../../core/query/article-list.ts'

export interface Found {
  readonly labels: readonly Label[]
  readonly attributes: readonly Attribute[]
  /** With the number that the rule has in the whole list. */
  readonly rules: readonly (Codebook['rules'][number] & { readonly number: number })[]
  readonly examples: Codebook['examples']
}

/**
 * What has every word of the query, in the codebook's order, the current label and its attributes first. Nothing asked:
 * everything. Case and accents do not matter.
 */
export function matches(codebook: Codebook, query: string, current: string | null): Found {
  const words = fold(query).split(/\s+/).filter((word) => word !== '')
  const has = (...texts: readonly (string | undefined)[]) => {
    const text = fold(texts.join('\n'))
    return words.every((word) => text.includes(word))
  }
  const first = <T>(items: readonly T[], isFirst: (item: T) => boolean) => [...items.filter(isFirst), ...items.filter((item) => !isFirst(item))]
  const labels = codebook.labels.filter(
    ({ name, definition, include, exclude, examples, retired }) =>
      retired !== true && has(name, definition, ...include, ...exclude, ...examples.flatMap(({ text, note }) => [text, note])),
  )
  const attributes = codebook.attributes.filter(
    ({ name, help, values, retired }) => retired !== true && has(name, help, ...(values ?? []).flatMap((value) => (value.retired === true ? [] : [value.name, value.definition]))),
  )
  return {
    labels: first(labels, ({ id }) => id === current),
    attributes: first(attributes, (attribute) => current !== null && carries(codebook, attribute, current)),
    rules: codebook.rules.map((rule, index) => ({ ...rule, number: index + 1 })).filter(({ text }) => has(text)),
    examples: codebook.examples.filter(({ text, coding }) => has(text, coding)),
  }
}
