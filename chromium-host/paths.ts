import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const fromEnv = (name: string, otherwise: string): string => process.env[name] ?? otherwise

function appData(): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  if (process.platform === 'win32') return fromEnv('APPDATA', join(home, 'AppData', 'Roaming'))
  return fromEnv('XDG_CONFIG_HOME', join(home, '.config'))
}

/** Where a Linux desktop keeps its documents, music and so on: the names are translated, so they are looked up. */
function xdgFolder(key: string, otherwise: string): string {
  const home = homedir()
  try {
    const text = readFileSync(join(fromEnv('XDG_CONFIG_HOME', join(home, '.config')), 'user-dirs.dirs'), 'utf8')
    const found = new RegExp(`^XDG_${key}_DIR="(.*)"$`, 'm').exec(text)?.[1]
    return found === undefined ? join(home, otherwise) : found.replace('$HOME', home)
  } catch {
    return join(home, otherwise)
  }
}

/** The default paths of `app.getPath`, as Electron chooses them. */
export function defaultPaths(appName: string): Map<string, string> {
  const userData = join(appData(), appName)
  const paths = new Map([
    ['home', homedir()],
    ['appData', appData()],
    ['userData', userData],
    ['sessionData', userData],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['module', process.execPath],
    ['crashDumps', join(userData, 'Crashpad')],
    ['logs', process.platform === 'darwin' ? join(homedir(), 'Library', 'Logs', appName) : join(userData, 'logs')],
  ])
  for (const name of ['Desktop', 'Documents', 'Downloads', 'Music', 'Pictures', 'Videos']) {
    const folder = name === 'Videos' && process.platform === 'darwin' ? 'Movies' : name
    const key = name === 'Downloads' ? 'DOWNLOAD' : name.toUpperCase()
    paths.set(name.toLowerCase(), process.platform === 'linux' ? xdgFolder(key, folder) : join(homedir(), folder))
  }
  return paths
}
