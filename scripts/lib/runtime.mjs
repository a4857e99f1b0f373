// Finds what can run the app: Electron's binary, else an installed Chromium for the host. Node's built-ins only, Node 18+.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

const isWindows = process.platform === 'win32'

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The first of these names that is on PATH, or null. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, isWindows ? `${name}.exe` : name)
      if (isProgram(path)) return path
    }
  }
  return null
}

/** Electron's binary where it is installed. The `electron` package is never imported: importing it downloads. */
export function findElectron() {
  const folder = join(root, 'node_modules', 'electron')
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const pathFile = join(folder, 'path.txt')
  if (!own && !existsSync(pathFile)) return null
  const usual = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : usual
  const path = join(own || join(folder, 'dist'), name)
  return isProgram(path) ? path : null
}

function playwrightBrowsers() {
  const caches = {
    linux: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? '', 'ms-playwright'),
  }
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || caches[process.platform]
  if (!cache || !existsSync(cache)) return []
  const inside = {
    linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
    darwin: [
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
    win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
  }
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse()
  return builds.flatMap((build) => (inside[process.platform] ?? []).map((path) => join(cache, build, path)))
}

/** An installed Chromium, Chrome or Edge, or null. CONCORD_BROWSER names one outright. */
export function findChromium() {
  const named = process.env.CONCORD_BROWSER
  if (named) return isProgram(named) ? named : null
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
  const usual = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome for Testing'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((at) => `${at}/${name}.app/Contents/MacOS/${name}`),
    ),
    win32: programs.flatMap((at) => [
      join(at, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(at, 'Chromium', 'Application', 'chrome.exe'),
      join(at, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
    linux: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
  const found = (isWindows ? null : onPath(...names)) ?? (usual[process.platform] ?? []).find(isProgram)
  return found ?? playwrightBrowsers().find(isProgram) ?? null
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Ubuntu forbids the sandbox of programs that it does not know; Electron's binary in node_modules is one of them. */
function sandboxForbidden(electron) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return false
  try {
    if (readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() !== '1') return false
    const helper = statSync(join(electron, '..', 'chrome-sandbox'))
    return helper.uid !== 0 || (helper.mode & 0o4000) === 0
  } catch {
    return false
  }
}

/** Why an installed Electron cannot be used here, or ''. */
function electronTrouble(electron) {
  if (sandboxForbidden(electron)) return "this system forbids Electron's sandbox"
  if (!hasDisplay() && onPath('xvfb-run') === null) return 'Electron needs a display, and there is neither one nor xvfb-run'
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const run = spawnSync(electron, ['-e', '0'], { env, encoding: 'utf8', timeout: 20_000 })
  if (run.status === 0) return ''
  return `Electron does not start (${(run.stderr || String(run.error ?? run.status)).trim().split('\n')[0]})`
}

/**
 * Electron when it is installed and works, else the Chromium host, else null. CONCORD_RUNTIME=electron|host forces one.
 * `command` and `args` run the app in `folder`; `reason` is for the person.
 */
export function chooseRuntime({ folder = root, node = process.execPath } = {}) {
  const wanted = process.env.CONCORD_RUNTIME ?? ''
  const electron = wanted === 'host' ? null : findElectron()
  const trouble = electron === null ? '' : electronTrouble(electron)
  if (electron !== null && (trouble === '' || wanted === 'electron')) {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0
    const own = [...(asRoot ? ['--no-sandbox'] : []), folder]
    const virtual = hasDisplay() ? null : onPath('xvfb-run')
    const launch = virtual === null ? { command: electron, args: own } : { command: virtual, args: ['-a', electron, ...own] }
    const where = virtual === null ? '' : ', on a virtual display as there is none here'
    return { kind: 'electron', binary: electron, headless: false, env: {}, ...launch, reason: `its binary is installed${where}` }
  }
  const browser = wanted === 'electron' ? null : findChromium()
  if (browser === null) return null
  const headless = !hasDisplay()
  const why = wanted === 'host' ? 'CONCORD_RUNTIME asks for it' : trouble || "Electron's binary is not installed"
  return {
    kind: 'host',
    binary: browser,
    headless,
    env: { CHROMIUM_HOST_BROWSER: browser },
    command: node,
    args: [join(root, 'chromium-host', 'run.ts'), folder],
    reason: `${why}; windows by ${browser}${headless ? ', without showing them, as there is no display here' : ''}`,
  }
}

/** Node that runs TypeScript as it is: the one in node_modules, else the person's own; null when neither will do. */
export function findNode() {
  const own = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')
  if (isProgram(own)) return own
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : null
}
