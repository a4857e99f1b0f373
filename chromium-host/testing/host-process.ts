import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type * as Electron from 'electron'

export type ElectronModule = typeof Electron
export type InMain<A, R> = (electron: ElectronModule, argument: A) => R | Promise<R>

export interface HostStart {
  readonly folder: string
  readonly args: readonly string[]
  /** The whole environment, CHROMIUM_HOST_BROWSER included. */
  readonly env: Readonly<Record<string, string>>
  readonly node: string
  readonly onOutput: (text: string) => void
}

export interface HostProcess {
  readonly child: ChildProcess
  /** Every address that a page asked for, in the app's own words. */
  readonly requests: string[]
  /** Where a Playwright client joins the host's browser; rejects when the app ends without a window. */
  readonly endpoint: Promise<string>
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Runs a function in main; only its text gets there. */
  evaluate<A, R>(run: InMain<A, R>, argument: A): Promise<R>
}

type Answer = { type: 'answer'; id: number; value?: unknown; error?: string }
type FromHost =
  | { type: 'request'; url: string }
  | { type: 'endpoint'; endpoint: string }
  | { type: 'failed'; message: string }
  | Answer

/** Starts an app on the host, as a process of its own with the test's channel open. */
export function startHostProcess({ folder, args, env, node, onOutput }: HostStart): HostProcess {
  const child = fork(join(import.meta.dirname, '..', 'run.ts'), [folder, ...args], {
    execPath: node,
    execArgv: [],
    env: { ...env, CHROMIUM_HOST_CONTROL: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => onOutput(String(part)))
  const requests: string[] = []
  const waiting = new Map<number, (message: Answer) => void>()
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  const endpoint = new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromHost) => {
      if (message.type === 'request') requests.push(message.url)
      if (message.type === 'endpoint') resolve(message.endpoint)
      if (message.type === 'failed') reject(new Error(message.message))
      if (message.type === 'answer') waiting.get(message.id)?.(message)
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      reject(new Error(`The app ended (${signal ?? code}) before it showed a window.`))
      for (const answer of waiting.values()) answer({ type: 'answer', id: 0, error: 'The app ended.' })
    })
  })
  endpoint.catch(() => undefined)

  let lastId = 0
  function evaluate<A, R>(run: InMain<A, R>, argument: A): Promise<R> {
    if (!child.connected) return Promise.reject(new Error('The app has ended.'))
    const id = (lastId += 1)
    return new Promise((resolve, reject) => {
      waiting.set(id, (message) => {
        waiting.delete(id)
        if (message.error === undefined) resolve(message.value as R)
        else reject(new Error(message.error))
      })
      child.send({ id, source: String(run), argument })
    })
  }
  return { child, requests, endpoint, ended, evaluate }
}
