// Installs what the bench compares with, on first use and when its lock has changed. Node's built-ins only.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

function isCurrent() {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {}
  const installed = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages
  if (!installed) return false
  return Object.entries(wanted).every(([path, { version }]) => path === '' || installed[path]?.version === version)
}

export function ensurePackages() {
  if (isCurrent()) return
  process.stderr.write('Installing what the bench compares with, into bench/node_modules (first use only)…\n')
  const cli = process.env.npm_execpath
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const result = spawnSync(command, [...before, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (result.status === 0) return
  process.stderr.write('The packages could not be installed. Check the connection to the registry, then try again.\n')
  process.exit(1)
}
