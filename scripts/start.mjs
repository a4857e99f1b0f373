// `npm start [-- arguments]`: builds when needed, says in one line which runtime was chosen and why, and runs the app.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded } from './lib/build.mjs'
import { chooseRuntime, findNode, root } from './lib/runtime.mjs'

const given = process.argv.slice(2)
const dev = given[0] === '--dev'
const args = dev ? given.slice(1) : given

const node = findNode()
const runtime = node === null ? null : chooseRuntime({ node })
if (node === null || runtime === null) {
  console.error('Concord is not set up. Run: node scripts/setup.mjs --for start')
  process.exit(1)
}

// The development server reloads in Electron only; the host shows a fresh build.
const live = dev && runtime.kind === 'electron'
const failure = live ? null : buildIfNeeded(node)
if (failure !== null) {
  console.error(failure)
  process.exit(1)
}
console.log(`Running in ${runtime.kind === 'electron' ? 'Electron' : 'the Chromium host'}: ${runtime.reason}.`)

const [command, before] = live
  ? [node, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--']]
  : [runtime.command, runtime.args]
// npm runs scripts in the package's folder; a path on the command line is meant from where the person stands.
const cwd = live ? root : (process.env.INIT_CWD ?? process.cwd())
const child = spawn(command, [...before, ...args], { cwd, stdio: 'inherit', env: { ...process.env, ...runtime.env } })
child.on('error', (error) => {
  console.error(`The app could not be started: ${error.message}`)
  process.exit(1)
})
// A terminal's Ctrl+C reaches the child by itself; what is sent to this process alone is handed on.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
