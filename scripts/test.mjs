// `npm test`: every check in order, whatever fails; ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from './lib/build.mjs'
import { playwrightCounts, vitestCounts } from './lib/report.mjs'
import { chooseRuntime, findNode, hasDisplay, onPath, root } from './lib/runtime.mjs'

const node = findNode()
const runtime = node === null ? null : chooseRuntime({ node })
if (node === null || runtime === null) {
  console.error('The tests are not set up. Run: node scripts/setup.mjs --for test')
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const reports = join(root, 'test-results')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

const packages = join(root, 'node_modules')
// Node starts some two hundred times, mostly for the same modules: it compiles each only once.
process.env.NODE_COMPILE_CACHE ??= join(packages, '.cache/node')
const script = (path, ...args) => program(node, path, ...args)
const program = (command, ...args) => (env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, note: '' })
/** A runner that fails although its report shows no failure has failed all the same. */
const counted = (ok, counts) => (ok || counts.failed > 0 ? counts : { ...counts, failed: 1, note: 'the runner itself failed' })

const steps = [
  ['Type check', () => one(script(join(root, 'scripts/typecheck.mjs'))())],
  ['Lint', () => one(script(join(packages, 'oxlint/bin/oxlint'), '--deny-warnings')())],
  [
    'Unit tests',
    () => {
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
      return counted(script(join(packages, 'vitest/vitest.mjs'), ...args)(), vitestCounts(vitestReport))
    },
  ],
  ['Build', () => one(buildIfNeeded(node, { force: true, inherit: true }) === null)],
  [
    'End-to-end tests',
    () => {
      const cli = [join(packages, '@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json']
      const virtual = runtime.kind === 'electron' && !hasDisplay() ? onPath('xvfb-run') : null
      const ok = (virtual === null ? script(...cli) : program(virtual, '-a', node, ...cli))({ PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport })
      return counted(ok, playwrightCounts(playwrightReport))
    },
  ],
]

const results = steps.map(([name, run]) => {
  console.log(`\n— ${name}`)
  return { name, ...run() }
})
console.log('')
for (const { name, passed, failed, note } of results) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`)
}
const total = (key) => results.reduce((sum, one) => sum + (one[key] ?? 0), 0)
const skipped = total('skipped')
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(total('failed') === 0 ? 0 : 1)
