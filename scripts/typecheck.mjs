// Type-checks every layer with its own configuration, so that core cannot see Node or the DOM.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** The largest first, so that all of them end together. */
const projects = [
  'src/renderer',
  'bench',
  'src/main',
  'src/cli',
  'tsconfig.tests.json',
  'tsconfig.json',
  'src/ipc',
  'chromium-host',
  'e2e',
  'scripts/pictures',
  'scripts/torture',
  'src/preload',
  'src/core',
]

/** What was checked last, so that only what changed is checked again. */
const known = 'node_modules/.cache/typecheck'
mkdirSync(known, { recursive: true })

/** One thread each: threads of one check work out the same types again, each for itself. */
function check(project) {
  const remember = ['--incremental', '--tsBuildInfoFile', `${known}/${project.replaceAll('/', '-')}.tsbuildinfo`]
  const args = ['node_modules/typescript/bin/tsc', '-p', project, ...remember, '--singleThreaded', '--pretty', String(process.stdout.isTTY === true)]
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  run.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((done) => {
    run.on('error', (error) => done({ ok: false, output: String(error) }))
    run.on('close', (code) => done({ ok: code === 0, output }))
  })
}

let failed = 0
const waiting = projects.values()
async function checkNext() {
  for (const project of waiting) {
    const { ok, output } = await check(project)
    process.stdout.write(output)
    if (ok) continue
    console.error(`type check failed: ${project}`)
    failed += 1
  }
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, checkNext))
process.exit(failed === 0 ? 0 : 1)
