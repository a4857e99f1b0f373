import { join } from 'node:path'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { createQueue } from '../sets/queue.ts'
import { nodeTimer, type StartTimer } from '../sets/save-status.ts'
import { watchedFile, type WatchedFile } from './watched-file.ts'

export interface GathererOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly isOwn: (path: string, sha256: string | null) => boolean
  /** Told together what came in one go; waited for before the next. */
  readonly onChange: (files: readonly WatchedFile[]) => Promise<void>
  readonly startTimer?: StartTimer
  /** Milliseconds that it must be quiet before what came is looked at. */
  readonly quiet?: number
}

/** Makes few, whole pieces of news out of what a watcher reports file by file, several times, and too early. */
export interface ChangeGatherer {
  /** Something happened at this place, inside the project and with `/`. */
  report(path: string): void
  stop(): void
}

const QUIET = 300
/** So often a file that is no whole JSON is looked at again, each time after twice as long, before it is taken for damaged. */
const LOOKS = 5
const AT_ONCE = 8

export function createChangeGatherer(options: GathererOptions): ChangeGatherer {
  const { disk, folder, isOwn, onChange, startTimer = nodeTimer, quiet = QUIET } = options
  const inTurn = createQueue()
  /** How often each was looked at. */
  const waiting = new Map<string, number>()
  /** What was there when it was last told. */
  const told = new Map<string, string | null>()
  let stopTimer: (() => void) | null = null
  let stopped = false

  const wait = (ms: number): void => {
    stopTimer?.()
    stopTimer = startTimer(ms, () => {
      stopTimer = null
      void inTurn(look)
    })
  }

  const look = async (): Promise<void> => {
    const paths = [...waiting]
    waiting.clear()
    const files: WatchedFile[] = []
    let longest = 0
    await inParallel(paths, AT_ONCE, async ([path, looks]) => {
      const file = watchedFile(path)
      if (!file) return
      const absolute = join(folder, ...path.split('/'))
      const bytes = await disk.readBytes(absolute)
      if (!bytes.ok && bytes.error.code !== 'file.missing') return
      const hash = bytes.ok ? sha256(bytes.value) : null
      if (isOwn(absolute, hash) || (told.has(path) && told.get(path) === hash)) return
      if (bytes.ok && path.endsWith('.json') && looks < LOOKS && !isWhole(bytes.value)) {
        // Half a file: whoever writes it is not done.
        if (!waiting.has(path)) waiting.set(path, looks + 1)
        longest = Math.max(longest, quiet * 2 ** looks)
        return
      }
      told.set(path, hash)
      files.push(file)
    })
    if (longest > 0 && !stopTimer && !stopped) wait(longest)
    if (files.length > 0 && !stopped) await onChange(files)
  }

  return {
    report: (path) => {
      if (stopped || watchedFile(path) === null) return
      waiting.set(path, 1)
      wait(quiet)
    },
    stop: () => {
      stopped = true
      stopTimer?.()
    },
  }
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return true
  } catch {
    return false
  }
}
