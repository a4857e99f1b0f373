import { folded } from '../codebook/inputs/narrow.ts'
import { quoteOf, type Annotation } from '../model/annotation.ts'
import type { Value } from '../model/value.ts'
import type { Codebook } from '../model/codebook.ts'
import { attributesOf } from '../codebook/form.ts'
import { resolveId, storedValue } from '../codebook/lookup.ts'

/** An annotation whose values may serve for another one, and those that it would fill. */
export interface Similar {
  readonly annotation: Annotation
  /** By attribute id: answers of a person's where the other has none. */
  readonly fills: Readonly<Record<string, Value>>
  /** 0 to 1: of the words of both, so many are in both. */
  readonly likeness: number
}

/**
 * Annotations of the same label that could fill empty fields of `target`: the likest words first, then the newest. What a
 * rule filled in counts as empty there and is not taken from here. Links are left out: they lead from one span to another.
 */
export function similarTo(target: Annotation, candidates: Iterable<Annotation>, codebook: Codebook): readonly Similar[] {
  const label = resolveId(codebook, 'label', target.label)
  const words = wordSet(target)
  const open = attributesOf(codebook, target.label, target).filter(({ id, type }) => {
    const value = storedValue(codebook, target.attributes, id)?.value
    return type !== 'link' && (value === undefined || value.state === 'default')
  })
  const found: Similar[] = []
  for (const annotation of candidates) {
    if (annotation.id === target.id || resolveId(codebook, 'label', annotation.label) !== label) continue
    const fills = Object.fromEntries(
      open.flatMap(({ id }) => {
        const value = storedValue(codebook, annotation.attributes, id)?.value
        return value && value.state !== 'default' ? [[id, value]] : []
      }),
    )
    if (Object.keys(fills).length > 0) found.push({ annotation, fills, likeness: likenessOf(words, wordSet(annotation)) })
  }
  return found.toSorted((a, b) => b.likeness - a.likeness || (a.annotation.modified < b.annotation.modified ? 1 : -1))
}

/** Chinese and Japanese have no blanks between words: there each character counts as one. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu

function wordSet(annotation: Annotation): ReadonlySet<string> {
  return new Set(folded(quoteOf(annotation)).match(WORD) ?? [])
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - both
  return all === 0 ? 0 : both / all
}
