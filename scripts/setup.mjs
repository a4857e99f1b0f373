// Makes a fresh clone ready: npm runs this before `start`, `test` and `concord`, when nothing may be installed yet.
// Node's built-ins only, Node 18+. Says nothing when there is nothing to do, and never writes to standard output.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseRuntime, findChromium, findElectron, findNode, onPath, root } from './lib/runtime.mjs'

const purpose = process.argv[process.argv.indexOf('--for') + 1]
if (!['start', 'test', 'cli'].includes(purpose)) fail('Usage: node scripts/setup.mjs --for start|test|cli')

function say(text) {
  process.stderr.write(`${text}\n`)
}
function fail(text) {
  say(text)
  process.exit(1)
}
/** Everything a child prints goes to standard error, so that `concord` keeps standard output for its own. */
function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
}
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** npm writes what it installed at the very end, so this also notices an installation that was interrupted. */
function packagesAreCurrent() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {}
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!installed) return false
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link || optional) return true
    return installed[path]?.version === version && existsSync(join(root, path, 'package.json'))
  })
}

function installPackages() {
  if (packagesAreCurrent()) return
  say('Installing the packages of package-lock.json…')
  const cli = process.env.npm_execpath
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const npm = (...args) =>
    run(command, [...before, ...args, '--no-fund', '--no-audit', '--loglevel=error'], {
      shell: command === 'npm' && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    })
  let result = npm('ci')
  // `npm ci` refuses a lock made where a package for another platform could not be had; `npm install` keeps to the lock
  // for everything that is in it, and adds what this platform needs.
  if (result.status !== 0 && /EUSAGE/.test(result.stderr)) result = npm('install', '--no-save')
  if (result.status === 0) return
  say(`${result.stdout}${result.stderr}`)
  fail('The packages could not be installed. Check the connection to the registry, then run: npm install --no-save')
}

function ensureNode() {
  if (findNode() !== null && existsSync(join(root, 'node_modules', 'node', 'bin'))) return
  const folder = join(root, 'node_modules', 'node')
  if (existsSync(join(folder, 'installArchSpecificPackage.js'))) {
    say('Installing Node 24 for this folder…')
    run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder })
  }
  if (findNode() === null) {
    fail(`Concord needs Node 22.18 or later, and this is ${process.versions.node}. Install Node 24 from https://nodejs.org/, then try again.`)
  }
}

/** One bounded attempt a day to fetch Electron's binary, which many networks block. */
function fetchElectron() {
  if (findElectron() !== null || process.env.CONCORD_NO_DOWNLOAD || process.env.CI || process.env.CONCORD_RUNTIME === 'host') return
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  const version = readJson(join(root, 'node_modules', 'electron', 'package.json'))?.version
  const memory = join(root, 'node_modules', '.cache', 'concord', 'electron-download.json')
  const last = readJson(memory)
  if (last?.version === version && Date.now() - last.failed < 24 * 3600 * 1000) return
  const seconds = Number(process.env.CONCORD_DOWNLOAD_SECONDS) || 60
  say(`Fetching Electron ${version} (at most ${seconds} s; set CONCORD_NO_DOWNLOAD=1 to leave it out)…`)
  const result = run(process.execPath, [installer], { timeout: seconds * 1000, killSignal: 'SIGKILL', stdio: 'ignore' })
  if (result.status === 0 && findElectron() !== null) return
  mkdirSync(join(memory, '..'), { recursive: true })
  writeFileSync(memory, JSON.stringify({ version, failed: Date.now() }))
  say('Electron could not be fetched; a Chromium, Chrome or Edge of this machine will show the window. Next attempt: tomorrow.')
}

/** How to run apt-get here: as root, with sudo that asks for no password, or not at all. */
function apt() {
  if (process.platform !== 'linux' || onPath('apt-get') === null) return null
  if (process.getuid() === 0) return ['apt-get']
  const sudo = onPath('sudo')
  return sudo !== null && spawnSync(sudo, ['-n', 'true']).status === 0 ? [sudo, '-n', 'apt-get'] : null
}

let updated = false
function aptInstall(packages) {
  const [command, ...before] = apt() ?? []
  if (command === undefined) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  say(`Installing ${packages.join(', ')} (apt-get)…`)
  if (!updated) run(command, [...before, 'update', '-qq'], { env })
  updated = true
  return run(command, [...before, 'install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', ...packages], { env }).status === 0
}

const remedies = {
  linux: onPath('apt-get') ? 'sudo apt-get update && sudo apt-get install -y chromium' : onPath('dnf') ? 'sudo dnf install chromium' : 'npx playwright install --with-deps chromium',
  darwin: 'brew install --cask google-chrome',
  win32: 'winget install Google.Chrome',
}

function ensureRuntime() {
  // The host has tests of its own, which need a browser even where Electron runs the app.
  const ready = () => chooseRuntime() !== null && (purpose !== 'test' || findChromium() !== null)
  if (ready()) return
  // On Ubuntu, `chromium` is a snap, which a container cannot run: hence the second look.
  if (process.env.CONCORD_RUNTIME !== 'electron' && aptInstall(['chromium']) && ready()) return
  fail(
    `Concord needs ${purpose === 'test' ? '' : "Electron's binary, or "}an installed Chromium, Chrome or Edge, and found none.\nRun this, then try again:\n\n  ${remedies[process.platform] ?? remedies.linux}\n`,
  )
}

/** Screenshots and layout tests show Chinese, Arabic and emoji: without fonts they would show boxes. */
function ensureFonts() {
  if (process.platform !== 'linux') return
  const fonts = { 'fonts-noto-core': ':lang=ar', 'fonts-noto-cjk': ':lang=zh', 'fonts-noto-color-emoji': ':lang=und-zsye' }
  const lister = onPath('fc-list')
  const missing = Object.entries(fonts).filter(([, pattern]) => lister === null || spawnSync(lister, [pattern]).stdout.length === 0)
  const names = missing.map(([name]) => name)
  if (names.length === 0 || aptInstall(names)) return
  say(`Fonts are missing, so tests may show boxes in place of letters. Run: sudo apt-get install -y ${names.join(' ')}`)
}

installPackages()
ensureNode()
if (purpose === 'start') fetchElectron()
if (purpose !== 'cli') ensureRuntime()
if (purpose === 'test') ensureFonts()
