export interface Counts {
  readonly passed: number
  readonly failed: number
  /** Tests that said why they were skipped. */
  readonly skipped?: number
  readonly note: string
}
export declare function vitestCounts(file: string): Counts
export declare function playwrightCounts(file: string): Counts
