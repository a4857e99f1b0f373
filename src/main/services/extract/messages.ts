import type { Extracted } from '../../../core/extract/extracted.ts'
import type { OriginalKind } from '../../../core/extract/kinds.ts'
import type { Result } from '../../../core/result.ts'

/** What the worker is asked; one document at a time. To give up on one, the worker is ended. */
export interface ExtractQuestion {
  readonly kind: OriginalKind
  readonly name: string
  readonly bytes: Uint8Array
}

export type ExtractAnswer = Result<Extracted, string>
