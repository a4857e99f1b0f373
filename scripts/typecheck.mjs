// Type-checks every layer with its own configuration, so that core cannot see Node or the DOM.
import { spawnSync } from 'node:child_process'

const projects = [
  'tsconfig.json',
  'src/core',
  'src/ipc',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/cli',
  'chromium-host',
  'e2e',
  'scripts/pictures',
  'bench',
  'tsconfig.tests.json',
]

let failed = 0
for (const project of projects) {
  const result = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { stdio: 'inherit' })
  if (result.status !== 0) {
    console.error(`type check failed: ${project}`)
    failed += 1
  }
}
process.exit(failed === 0 ? 0 : 1)
