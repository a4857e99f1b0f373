import type { Annotation, Relation } from '../model/annotation.ts'
import type { GestureKind } from '../model/gesture.ts'
import type { Value } from '../model/value.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Environment } from '../model/environment.ts'
import type { Range } from '../text/ranges.ts'
import type { PlaceEdit } from './place-unplaced.ts'
import type { RowEdit } from './set-values.ts'

/**
 * What a person can do to an annotation set. Ranges are UTF-16 over the article's normalised text and need not be tidy:
 * blank ends are trimmed and grapheme clusters kept whole when the command is applied.
 */
export type Command =
  | { readonly kind: 'annotate'; readonly label: string; readonly spans: readonly (readonly Range[])[] }
  | { readonly kind: 'relabel'; readonly ids: readonly string[]; readonly label: string }
  | { readonly kind: 'move_boundary'; readonly id: string; readonly fragment: number; readonly range: Range }
  | { readonly kind: 'edit_fragments'; readonly id: string; readonly ranges: readonly Range[] }
  | { readonly kind: 'set_attribute'; readonly ids: readonly string[]; readonly attribute: string; readonly value: Value | null }
  /** Several annotations filled in at once, each in its own way: one gesture. */
  | { readonly kind: 'set_values'; readonly rows: readonly RowEdit[] }
  /** `attribute`: only that one, or only those; absent: all. */
  | { readonly kind: 'confirm_defaults'; readonly ids: readonly string[]; readonly attribute?: string | readonly string[] | undefined }
  | { readonly kind: 'set_note'; readonly id: string; readonly note: string }
  | { readonly kind: 'delete'; readonly ids: readonly string[] }
  | { readonly kind: 'link'; readonly type: string; readonly from: string; readonly to: RelationTarget | readonly RelationTarget[] }
  | { readonly kind: 'unlink'; readonly relation: string }
  /** What waits for a place since the text changed: several at once are one gesture. */
  | { readonly kind: 'place'; readonly places: readonly PlaceEdit[] }
  | { readonly kind: 'place_aside' | 'place_delete'; readonly ids: readonly string[] }
  | { readonly kind: 'set_status'; readonly status: 'in_progress' | 'done' }

/** The far end of a relation; `article` is the path inside `articles/`, absent for the same article. */
export interface RelationTarget {
  readonly annotation: string
  readonly article?: string
}

/** What a command needs to know besides the set. */
export interface CommandContext {
  readonly text: string
  readonly codebook: Codebook
  /** ISO date of the article, for defaults. */
  readonly articleDate: string | null
  readonly environment: Environment
}

/** Every command is one kind of gesture, so that the history and "Undo …" name it alike. */
export function gestureKindOf(command: Command): GestureKind {
  return command.kind
}

export function annotationById(set: AnnotationSet, id: string): Annotation | undefined {
  return set.annotations.find((annotation) => annotation.id === id)
}

export function relationsFrom(set: AnnotationSet, id: string, type?: string): Relation[] {
  return set.relations.filter(
    (relation) => relation.from.annotation === id && relation.from.article === set.article.path && (!type || relation.type === type),
  )
}
