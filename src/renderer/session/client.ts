import { z } from 'zod'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Bridge } from '../../ipc/bridge.ts'
import { events, requests, type EventName, type EventPayload, type RequestInput, type RequestName, type RequestOutput } from '../../ipc/contract.ts'
import { appErrorSchema, tokenSchema } from '../../ipc/shapes.ts'

/** The bridge with types: whatever comes in was parsed by the table, and nothing throws. */
export interface Client {
  readonly ask: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Result<RequestOutput<N>>>
  readonly on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void
  /** Hands dropped files to main; the answer is a token for `articles.addDropped`. */
  readonly drop: (files: readonly unknown[]) => Promise<Result<string>>
}

// The same tables, seen so that a name gives its own type.
const answers: { readonly [N in RequestName]: { readonly output: z.ZodType<RequestOutput<N>> } } = requests
const payloads: { readonly [N in EventName]: z.ZodType<EventPayload<N>> } = events

export function createClient(bridge: Bridge): Client {
  return {
    ask: (name, input) => readAnswer(name, () => bridge.request(name, input), answers[name].output),
    on: (name, listener) =>
      bridge.on((heard, payload) => {
        if (heard !== name) return
        const parsed = payloads[name].safeParse(payload)
        if (parsed.success) listener(parsed.data)
        else console.error(`The event ${name} is not as agreed`, z.prettifyError(parsed.error))
      }),
    drop: (files) => readAnswer('drop', () => bridge.drop(files), tokenSchema),
  }
}

async function readAnswer<T>(name: string, send: () => Promise<unknown>, schema: z.ZodType<T>): Promise<Result<T>> {
  let answer: unknown
  try {
    answer = await send()
  } catch (error) {
    console.error(`The request ${name} was not answered`, error)
    return fail('ipc.lost', 'The app’s own background part did not answer.', 'Try again. If it happens twice, restart Concord: what was saved is safe.', { retry: true })
  }
  const parsed = answerSchema(schema).safeParse(answer)
  if (!parsed.success) {
    console.error(`The answer to ${name} is not as agreed`, z.prettifyError(parsed.error))
    return fail('ipc.shape', 'The app’s own background part gave an answer that cannot be read.', 'Restart Concord and report this: it is a mistake in the app.')
  }
  return parsed.data.ok ? ok(parsed.data.value) : parsed.data
}

function answerSchema<T>(value: z.ZodType<T>) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ])
}
