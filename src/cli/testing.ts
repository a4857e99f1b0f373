import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from './run.ts'

const CLI = fileURLToPath(new URL('index.ts', import.meta.url))
const PACKAGED_NODE = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url))
/** The sources run as they are only in a Node that strips types. */
const NODE = process.features.typescript || !existsSync(PACKAGED_NODE) ? process.execPath : PACKAGED_NODE

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line here, as from `cwd`. */
export async function concord(cwd: string, ...args: string[]): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  const code = await run(args, { folder: cwd, out: (text) => (stdout += text), err: (text) => (stderr += text), progress: null })
  return { code, stdout, stderr }
}

/** The same in a process of its own, as a person or a pipeline starts it. */
export function startConcord(cwd: string, ...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(NODE, [CLI, ...args], { cwd, encoding: 'utf8' })
  return { code: status, stdout, stderr }
}
