export type QueryProblemCode =
  | 'quote.open'
  | 'regex.open'
  | 'regex.bad'
  | 'bracket.open'
  | 'bracket.close'
  | 'group.empty'
  | 'not.nothing'
  | 'or.nothing'
  | 'near.sides'
  | 'near.number'
  | 'value.missing'
  | 'key.unknown'
  | 'label.unknown'
  | 'value.unknown'
  | 'date.bad'
  | 'number.bad'

/** Why a query cannot be asked, and where in it (UTF-16). */
export interface QueryProblem {
  readonly code: QueryProblemCode
  readonly start: number
  readonly end: number
  /** What was written there. */
  readonly given: string
  /** What was most likely meant. */
  readonly nearest: string | null
}
