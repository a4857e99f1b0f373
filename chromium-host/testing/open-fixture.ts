import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { findChromium, findNode } from '../../scripts/lib/runtime.mjs'
import { startHostProcess } from './host-process.ts'
import type { HostProcess } from './host-process.ts'

export interface Fixture {
  readonly host: HostProcess
  readonly page: Page
  readonly userData: string
  /** What the fixture app noted, line by line. */
  log(): string[]
  output(): string
  detach(): Promise<void>
}

const open: { host: HostProcess; userData: string }[] = []

/** What the fixture app offers its page. */
export interface Bridge {
  invoke(channel: string, value?: unknown): Promise<unknown>
  roundTrip(make: (n: number) => number): Promise<unknown[]>
  drop(file: File): Promise<{ path: string }>
  ping(value: unknown): void
  onPong(listener: (value: unknown, nothing: boolean) => void): () => void
  readonly powers: Record<string, string>
}

/** A fresh folder for the app's data, without links in its path. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'host-test-'))
}

export function start(userData: string, env: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  const browser = findChromium()
  const node = findNode()
  if (browser === null || node === null) throw new Error('Not set up. Run: node scripts/setup.mjs --for test')
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  let output = ''
  const host = startHostProcess({
    folder: join(import.meta.dirname, 'fixture-app'),
    args: [`--user-data-dir=${userData}`, ...args],
    env: { ...Object.fromEntries(inherited), CHROMIUM_HOST_BROWSER: browser, FIXTURE_LOG: join(userData, 'log'), ...env },
    node,
    onOutput: (text) => (output += text),
  })
  open.push({ host, userData })
  return { host, output: () => output }
}

/** Starts the fixture app and waits for its page. */
export async function openFixture(env: Readonly<Record<string, string>> = {}, userData = freshFolder()): Promise<Fixture> {
  const { host, output } = start(userData, env)
  const endpoint = await host.endpoint.catch((error: unknown) => {
    throw new Error(`${String(error)}\n${output()}`)
  })
  const browser = await chromium.connect(endpoint)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('no window')
  await page.waitForSelector('body[data-ready]')
  const log = (): string[] => {
    try {
      return readFileSync(join(userData, 'log'), 'utf8').split('\n').filter((line) => line !== '')
    } catch {
      return []
    }
  }
  return { host, page, userData, log, output, detach: () => browser.close() }
}

/** Ends whatever a test left running. */
export async function closeAll(): Promise<void> {
  for (const { host, userData } of open.splice(0)) {
    if (host.child.exitCode === null && host.child.signalCode === null) host.child.kill('SIGKILL')
    await host.ended
    rmSync(userData, { recursive: true, force: true })
  }
}
