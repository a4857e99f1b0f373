import { browser } from './browser.ts'
import { electron } from './electron.ts'
import { onRequest } from './session.ts'

interface Ask {
  readonly id: number
  readonly source: string
  readonly argument: unknown
}

type Evaluated = (module: typeof electron, argument: unknown) => unknown

/**
 * For end-to-end tests only (CHROMIUM_HOST_CONTROL=1 and a parent that opened an IPC channel): hands out an endpoint for
 * a second Playwright client, names every request, and evaluates functions in main as `electronApp.evaluate` does.
 */
export function listenToParent(): void {
  if (process.env['CHROMIUM_HOST_CONTROL'] !== '1' || process.send === undefined) return
  const tell = (message: object): void => {
    if (process.connected) process.send?.(message)
  }
  onRequest.tell = (url) => tell({ type: 'request', url })
  electron.app.once('browser-window-created', () => {
    const shared = browser.context?.browser()?.bind('app', { host: '127.0.0.1', port: 0 })
    shared?.then(
      ({ endpoint }) => tell({ type: 'endpoint', endpoint }),
      (error: unknown) => tell({ type: 'failed', message: String(error) }),
    )
  })
  process.on('message', (message: Ask) => {
    void evaluate(message).then(
      (value) => tell({ type: 'answer', id: message.id, value }),
      (error: unknown) => tell({ type: 'answer', id: message.id, error: error instanceof Error ? error.message : String(error) }),
    )
  })
  process.on('disconnect', () => electron.app.exit(0))
}

async function evaluate({ source, argument }: Ask): Promise<unknown> {
  const run = new Function(`return (${source})`)() as Evaluated
  return run(electron, argument)
}
