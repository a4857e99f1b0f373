import { spawnSync } from 'node:child_process'
import type { Running } from '../../e2e/fixtures/launch-app-main.ts'

/** Who can be killed: main, the browser that shows the window (in Electron it is main), and what draws the page. */
export type Victim = 'main' | 'browser' | 'renderer'

/** Half of the time the page: it comes back quickly. `random`: from 0 to 1. */
export function chooseVictim(random: number): Victim {
  if (random < 0.3) return 'main'
  return random < 0.45 ? 'browser' : 'renderer'
}

interface Found {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

function everyProcess(): Found[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args=', '-ww'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  return stdout.split('\n').flatMap((line) => {
    const parts = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return parts ? [{ pid: Number(parts[1]), parent: Number(parts[2]), command: parts[3] ?? '' }] : []
  })
}

/** Every process of the running app, main first. */
export function processesOf(running: Running): { readonly victim: Victim | null; readonly pid: number }[] {
  const main = running.process.pid ?? -1
  const all = everyProcess()
  const family = new Set([main])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  const kindOf = ({ pid, command }: Found): Victim | null => {
    if (pid === main) return 'main'
    // A browser draws its own menus and extensions in processes of the same kind.
    if (command.includes('--type=renderer')) return /--(top-chrome-webui|extension-process)/.test(command) ? null : 'renderer'
    return command.includes('--user-data-dir=') && !command.includes('--type=') ? 'browser' : null
  }
  return all.filter(({ pid }) => family.has(pid)).map((found) => ({ pid: found.pid, victim: kindOf(found) }))
}

/** Every process that was started with these words. */
export function processesWith(words: string): number[] {
  return everyProcess().flatMap(({ pid, command }) => (pid !== process.pid && command.includes(words) ? [pid] : []))
}

/** What a kill that nobody can catch does. Answers when it has been sent; null: there is no such process. */
export function killAtOnce(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}
