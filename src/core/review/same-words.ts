import { resolveId } from '../codebook/lookup.ts'
import { folded } from '../codebook/inputs/narrow.ts'
import { quoteOf, type Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import { collapseBlank } from '../text/trim.ts'
import type { Choice } from './decide.ts'
import type { AnnotationItem, Item } from './differences.ts'
import type { ReviewItem } from './review-article.ts'
import type { Planned } from './rules.ts'

/** A quote as it is compared with others: without case, accents and widths of blanks. */
export function foldedQuote(quote: string): string {
  return folded(collapseBlank(quote))
}

/**
 * What makes two items the same question: words and labels of their versions, how these differ, and who answers what where answers
 * do. Items of other articles with the same key can be decided together. Null for relations, and for what nobody has.
 */
export function sameWordsKey(item: Item | null, codebook: Codebook): string | null {
  if (item?.kind !== 'annotation') return null
  const versions = item.members.map(({ record }) => versionKey(record, codebook)).toSorted()
  const answers = item.attributes.flatMap(({ attribute, outcome, answers: given }) =>
    outcome === 'differs' ? [[attribute, given.map((meaning, index) => [item.members[index]?.annotator, meaning?.answer, meaning?.keys])]] : [],
  )
  return JSON.stringify([item.aspects, versions, answers])
}

function versionKey(record: Annotation, codebook: Codebook): string {
  return JSON.stringify([resolveId(codebook, 'label', record.label), foldedQuote(quoteOf(record))])
}

/** The open items that ask the same as `item`, with the choice that was made on it; the item itself is not among them. */
export function planSameWords(item: AnnotationItem, choice: Choice, candidates: readonly ReviewItem[], codebook: Codebook): Planned[] {
  const key = sameWordsKey(item, codebook)
  return candidates.flatMap(({ key: other, item: there, status }): Planned[] => {
    if (there?.kind !== 'annotation' || (other === item.key && there.start === item.start) || status !== 'open' || sameWordsKey(there, codebook) !== key) return []
    const moved = transfer(choice, item, there, codebook)
    return moved ? [{ kind: 'annotation', key: other, item: there, choice: moved }] : []
  })
}

/** The same choice on another item: whoever has the same label on the same words there. What was edited by hand stays where it is. */
function transfer(choice: Choice, from: AnnotationItem, to: AnnotationItem, codebook: Codebook): Choice | null {
  if (choice.kind === 'nothing' || choice.kind === 'later') return choice
  if (choice.kind === 'edit') return null
  const version = (item: AnnotationItem, annotator: string): string | undefined => {
    const record = item.members.find((member) => member.annotator === annotator)?.record
    return record && versionKey(record, codebook)
  }
  const counterpart = (annotator: string): string | undefined => {
    const meant = version(from, annotator)
    if (version(to, annotator) === meant) return annotator
    return to.members.find((member) => versionKey(member.record, codebook) === meant)?.annotator
  }
  if (choice.kind === 'take') {
    const annotator = counterpart(choice.annotator)
    return annotator === undefined ? null : { kind: 'take', annotator }
  }
  const base = counterpart(choice.base)
  const relabelled = choice.label === undefined ? undefined : counterpart(choice.label)
  const words = typeof choice.boundaries === 'object' ? counterpart(choice.boundaries.of) : choice.boundaries
  const attributes = Object.entries(choice.attributes ?? {}).map(([id, annotator]) => [id, counterpart(annotator)] as const)
  if (base === undefined || (choice.label !== undefined && relabelled === undefined) || (choice.boundaries !== undefined && words === undefined)) return null
  const given = attributes.flatMap(([id, annotator]) => (annotator === undefined ? [] : [[id, annotator] as const]))
  if (given.length < attributes.length) return null
  return {
    kind: 'combine',
    base,
    label: relabelled,
    boundaries: words === undefined ? undefined : words === 'union' || words === 'intersection' ? words : { of: words },
    attributes: choice.attributes && Object.fromEntries(given),
  }
}
