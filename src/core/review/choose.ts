import type { CommandContext } from '../annotating/commands.ts'
import { anchorOf, defaultsContext, type Anchor } from '../annotating/make-annotation.ts'
import { refreshDefaults } from '../codebook/defaults.ts'
import { resolveId, storedValue } from '../codebook/lookup.ts'
import { attributesAfterRelabel } from '../codebook/relabel.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Range } from '../text/ranges.ts'
import type { Member } from './cluster.ts'
import { intersectionOf, unionOf } from './spans.ts'

/** Whose words are marked: one annotator's, everything that anybody marked, or what all marked. */
export type BoundaryChoice = { readonly of: string } | 'union' | 'intersection'

/** Annotators are named by key, attributes by id. */
export type AnnotationChoice =
  | { readonly kind: 'take'; readonly annotator: string }
  /** One annotator's record with parts of others': what is not named comes from `base`. */
  | {
      readonly kind: 'combine'
      readonly base: string
      readonly label?: string | undefined
      readonly boundaries?: BoundaryChoice | undefined
      /** By attribute: whose answer is taken, also where that is none. */
      readonly attributes?: Readonly<Record<string, string>> | undefined
    }
  /** As the reviewer has it now. `ranges` need not be tidy. */
  | { readonly kind: 'edit'; readonly label: string; readonly ranges: readonly Range[]; readonly attributes: Annotation['attributes']; readonly note?: string | undefined }

/** The record that is chosen; its id and times are still those of the record that it starts from. */
export function outcomeAnnotation(context: CommandContext, members: readonly Member[], choice: AnnotationChoice): Result<Annotation> {
  const of = (annotator: string): Annotation | undefined => members.find((member) => member.annotator === annotator)?.record
  if (choice.kind === 'take') {
    const taken = of(choice.annotator)
    return taken ? ok(taken) : noSuchRecord()
  }
  if (choice.kind === 'edit') return edited(context, members, choice)
  const base = of(choice.base)
  const labelled = choice.label === undefined ? base : of(choice.label)
  if (!base || !labelled) return noSuchRecord()
  const anchor = boundariesOf(context.text, members, base, choice.boundaries)
  if (!anchor.ok) return anchor
  let { attributes } = base
  const about = (): ReturnType<typeof defaultsContext> => defaultsContext(context, anchor.value, attributes)
  const same = resolveId(context.codebook, 'label', base.label) === resolveId(context.codebook, 'label', labelled.label)
  if (!same) attributes = attributesAfterRelabel(context.codebook, base, labelled.label, about())
  for (const [id, annotator] of Object.entries(choice.attributes ?? {})) {
    const from = of(annotator)
    if (!from) return noSuchRecord()
    attributes = withAnswerOf(context.codebook, attributes, id, from)
  }
  const moved = choice.boundaries !== undefined || choice.attributes !== undefined
  if (moved) attributes = refreshDefaults(context.codebook, { label: labelled.label, attributes }, about())
  return ok({ ...base, ...anchor.value, label: labelled.label, attributes })
}

function edited(context: CommandContext, members: readonly Member[], { label, ranges, attributes, note }: Extract<AnnotationChoice, { kind: 'edit' }>): Result<Annotation> {
  const anchor = anchorOf(context.text, ranges)
  if (!anchor) return fail('selection.blank', 'The span would hold nothing but blanks.', 'Keep at least one word, or decide that nothing belongs here.')
  const base = members[0]?.record
  const plain = { id: '', label, ...anchor, attributes, created: base?.created ?? '', modified: base?.modified ?? '' }
  return ok({ ...plain, ...(note === undefined || note.trim() === '' ? {} : { note }), ...(base?.extra ? { extra: base.extra } : {}) })
}

function boundariesOf(text: string, members: readonly Member[], base: Annotation, choice: BoundaryChoice | undefined): Result<Anchor> {
  if (choice === undefined) return ok({ fragments: base.fragments, prefix: base.prefix, suffix: base.suffix })
  const records = members.map(({ record }) => record)
  if (choice === 'union' || choice === 'intersection') {
    const anchor = anchorOf(text, choice === 'union' ? unionOf(records) : intersectionOf(records))
    return anchor ? ok(anchor) : fail('review.no_common_words', 'There are no words that all of them marked.', 'Take one annotator’s words, or all words together.')
  }
  const of = members.find(({ annotator }) => annotator === choice.of)?.record
  return of ? ok({ fragments: of.fragments, prefix: of.prefix, suffix: of.suffix }) : noSuchRecord()
}

function withAnswerOf(codebook: Codebook, attributes: Annotation['attributes'], id: string, from: Annotation): Annotation['attributes'] {
  const key = storedValue(codebook, attributes, id)?.key ?? id
  const { [key]: _, ...rest } = attributes
  const stored = storedValue(codebook, from.attributes, id)
  return stored ? { ...rest, [stored.key]: stored.value } : rest
}

export function noSuchRecord() {
  return fail('review.no_record', 'This annotator has no record here.', 'Choose one of those that have.')
}
