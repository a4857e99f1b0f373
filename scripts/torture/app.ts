import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as playwright from 'playwright'
import { installDesk, putAnswer } from '../../e2e/fixtures/launch-app-dialogs.ts'
import { startElectron, startHost, type Running } from '../../e2e/fixtures/launch-app-main.ts'
import { chooseRuntime, findNode, root } from '../lib/runtime.mjs'

/** The app as a person starts it, on a profile and a project of its own. */
export async function startApp(userData: string, project: string): Promise<Running> {
  const node = findNode()
  const runtime = node === null ? null : chooseRuntime({ node })
  if (runtime === null) throw new Error('Not set up. Run: node scripts/setup.mjs --for test')
  const home = join(userData, 'home')
  await mkdir(home, { recursive: true })
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  let output = ''
  const start = runtime.kind === 'electron' ? startElectron : startHost
  const running = await start(playwright, {
    runtime,
    folder: root,
    args: [`--user-data-dir=${userData}`, project],
    env: { ...Object.fromEntries(inherited), HOME: home },
    onOutput: (text) => (output += text),
  }).catch((error: unknown) => {
    throw new Error(`The app did not start: ${String(error)}\n${output}`)
  })
  await running.evaluate(installDesk, undefined)
  // A window whose page dies is offered anew: the person says yes.
  await running.evaluate(putAnswer, { message: 0 })
  return running
}

/** Waits until the process is gone; answers whether it went by itself in that time. */
export function ended({ process: child }: Running, ms: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(true)
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms, false)
    child.once('exit', () => {
      clearTimeout(late)
      resolve(true)
    })
  })
}
