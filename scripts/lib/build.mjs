// Builds the app with electron-vite when what it is built from has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const stamp = join(root, 'out', '.built-from')

function* files(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (stats === undefined) return
  if (!stats.isDirectory()) return void (yield path)
  for (const name of readdirSync(join(root, path)).sort()) yield* files(`${path}/${name}`)
}

/** One hash over every source file's name and content; tests leave nothing in the build. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const path of files(source)) {
      if (/\.test\.tsx?$/.test(path)) continue
      const bytes = readFileSync(join(root, path))
      hash.update(`${path}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/** Null when the build is current or was made; otherwise what the builder printed. */
export function buildIfNeeded(node, { force = false, inherit = false } = {}) {
  const now = fingerprint()
  const current = existsSync(join(root, 'out/main/index.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
  if (current && !force) return null
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const result = spawnSync(node, [cli, 'build'], { cwd: root, encoding: 'utf8', stdio: inherit ? 'inherit' : 'pipe' })
  if (result.status !== 0) return `${result.stdout ?? ''}${result.stderr ?? ''}` || 'electron-vite build failed'
  writeFileSync(stamp, now)
  return null
}
