// Type-checks every layer with its own configuration, so that core cannot see Node or the DOM.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

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

/** What was checked last, so that only what changed is checked again. */
const known = 'node_modules/.cache/typecheck'
mkdirSync(known, { recursive: true })

let failed = 0
for (const project of projects) {
  const remember = ['--incremental', '--tsBuildInfoFile', `${known}/${project.replaceAll('/', '-')}.tsbuildinfo`]
  const result = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, ...remember], { stdio: 'inherit' })
  if (result.status !== 0) {
    console.error(`type check failed: ${project}`)
    failed += 1
  }
}
process.exit(failed === 0 ? 0 : 1)
