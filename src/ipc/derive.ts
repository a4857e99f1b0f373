import type { Result } from '../core/result.ts'
import type { RequestAnswer, RequestInput, RequestName } from './contract.ts'

/** One handler for each request, typed from the table: a missing one or a drifting type fails the type check. */
export type Handlers = {
  readonly [N in RequestName]: (input: RequestInput<N>) => Promise<Result<RequestAnswer<N>>>
}

/** Some of the handlers, so that each subject has a file of its own. */
export type SomeHandlers<Prefix extends string> = Pick<Handlers, Extract<RequestName, `${Prefix}.${string}`>>
