import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { fail, ok, type Result } from '../../core/result.ts'
import { DROP_WIRE, EVENT_WIRE, REQUEST_WIRE } from '../../ipc/bridge.ts'
import { events, requests, type EventName, type EventPayload, type RequestName } from '../../ipc/contract.ts'
import type { Handlers } from '../../ipc/derive.ts'
import { isOwnUrl } from '../origin.ts'
import type { PathTokens } from '../tokens.ts'

export interface RouterOptions {
  readonly handlers: Handlers
  readonly tokens: PathTokens
  readonly development: string | null
  /** Told of what no handler expected; the renderer gets a plain error. */
  readonly onUnexpected: (name: string, error: unknown) => void
  /** Told of what was refused, by the name of the question and nothing of what was in it. */
  readonly onRefused: (name: string) => void
}

/** Answers the renderer: who asks is checked, what is asked is parsed, and an answer is always a `Result`, never a throw. */
export function routeRequests({ handlers, tokens, development, onUnexpected, onRefused }: RouterOptions): void {
  const refused = (message: string, name: string) => {
    onRefused(name)
    return fail('ipc.refused', message, 'This is a fault in Concord: please report it.')
  }
  ipcMain.handle(REQUEST_WIRE, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOwnSender(event, development)) return refused('The question did not come from a page of Concord.', 'a foreign page')
    if (!isRequestName(name)) return refused('There is no such question.', 'an unknown question')
    const parsed = requests[name].input.safeParse(input)
    if (!parsed.success) return refused(`The question ${name} was not well formed: ${parsed.error.message}`, name)
    try {
      // The table ties each name to its handler; the compiler cannot follow a name that is only known at run time.
      const handler = handlers[name] as (input: unknown) => Promise<Result<unknown>>
      return await handler(parsed.data)
    } catch (error) {
      onUnexpected(name, error)
      const message = error instanceof Error ? error.message : String(error)
      return fail('app.unexpected', `Something went wrong inside Concord: ${message}`, 'Try again; your work so far is kept.', { retry: true })
    }
  })
  ipcMain.handle(DROP_WIRE, (event, paths: unknown): Result<string> => {
    if (!isOwnSender(event, development)) return refused('The files did not come from a page of Concord.', 'a foreign page')
    if (!Array.isArray(paths)) return refused('Nothing was dropped.', 'dropped files')
    const files = paths.filter((path): path is string => typeof path === 'string' && path !== '')
    if (files.length === 0) return fail('drop.empty', 'What was dropped is not a file.', 'Drop files or folders from the file manager.')
    return ok(tokens.give(files))
  })
}

/** Tells a window something, checked against the table, so that both ends agree. Answers whether there is a window. */
export function sendEvent<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): boolean {
  if (!window || window.isDestroyed()) return false
  window.webContents.send(EVENT_WIRE, name, events[name].parse(payload))
  return true
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name)
}

/** Only the top frame of an own page may ask. */
function isOwnSender(event: IpcMainInvokeEvent, development: string | null): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnUrl(frame.url, development)
}
