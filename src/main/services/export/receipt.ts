import type { Omitted } from '../../../core/formats/export-record.ts'
import type { Problem } from '../sets/problem.ts'

/** What an export wrote, read back and compared. */
export interface Receipt {
  readonly files: { readonly name: string; readonly bytes: number; readonly sha256: string }[]
  /** The folder. */
  readonly location: string
  /** Articles and annotators with a set that was exported. */
  readonly articles: number
  readonly annotators: number
  readonly annotations: number
  /**
   * The file was read back and equals the sets record by record, and its offsets cut its quotes out of the articles.
   */
  readonly verified: boolean
  /** Each kind of thing that the format could not hold, with its count. */
  readonly omitted: Omitted[]
  /** Sets left out because they cannot be used, with why; and what was wrong when the file was read back. */
  readonly problems: Problem[]
  /** Colleagues' sets left out because whoever exports may not see them yet. */
  readonly hidden: number
}
