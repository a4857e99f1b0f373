import type { Annotation } from '../../../../core/model/annotation.ts'
import type { Attribute, Codebook } from '../../../../core/model/codebook.ts'
import type { Payload } from '../../../../core/model/value.ts'

/** What the editor of every type of attribute gets. */
export interface EditorProps {
  readonly attribute: Attribute
  readonly codebook: Codebook
  /** The one that is edited; the first of them where several are. */
  readonly annotation: Annotation
  /** What is recorded, decided or filled in; null: nothing, or an answer without content. */
  readonly payload: Payload | null
  /** Filled in by rule and not confirmed. */
  readonly tentative: boolean
  readonly onChange: (payload: Payload | null) => void
  /** An answer without content in words, `Not stated`, or null. */
  readonly answer: string | null
  /** Stands where nothing is recorded: that answer, or what to do. */
  readonly placeholder: string
  readonly labelledBy: string
  readonly describedBy: string
}
