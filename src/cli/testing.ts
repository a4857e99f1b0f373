import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('index.ts', import.meta.url))
const PACKAGED_NODE = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url))
/** The sources run as they are only in a Node that strips types. */
const NODE = process.features.typescript || !existsSync(PACKAGED_NODE) ? process.execPath : PACKAGED_NODE

/** Half of the time that a command takes is reading its own sources. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/concord-cli', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as its own process, in `cwd`. */
export function concord(cwd: string, ...args: string[]): Ran {
  const env = { ...process.env, NODE_COMPILE_CACHE: CACHE }
  const { status, stdout, stderr } = spawnSync(NODE, [CLI, ...args], { cwd, env, encoding: 'utf8' })
  return { code: status, stdout, stderr }
}
