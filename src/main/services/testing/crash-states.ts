import fc from 'fast-check'
import type { Environment } from '../../../core/model/environment.ts'
import { createDisk, type Disk } from '../disk/disk.ts'
import { failingOps, type FileCall } from './failing-ops.ts'
import { createForgetfulOps } from './forgetful-disk.ts'

const CHANGING: ReadonlySet<FileCall> = new Set(['create', 'openToAppend', 'rename', 'removeFile', 'makeFolder', 'syncFolder', 'write', 'sync', 'truncate'])

export interface CrashRun<T> {
  /** Does the work, from the beginning, and notes in `acknowledged` whatever it may call done. The machine may stop at any call. */
  readonly work: (disk: Disk, acknowledged: T[]) => Promise<void>
  /** Looks at what a restart finds. */
  readonly check: (disk: Disk, acknowledged: readonly T[]) => Promise<void>
  readonly environment: () => Environment
}

/**
 * Stops the machine before each call in turn that changes the disk, takes away what was not flushed (all of it, none of it, and any part
 * of it), and looks. Answers how many such states there were.
 */
export async function everyCrashState<T>({ work, check, environment }: CrashRun<T>): Promise<number> {
  const calls = await runUntil(Number.POSITIVE_INFINITY)
  let states = 0
  for (let stopAt = 0; stopAt <= calls.made; stopAt += 1) {
    const seeds = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), { numRuns: 2, seed: stopAt })
    for (const luck of [() => 0, () => 1, ...seeds.map((stream) => () => stream.next().value ?? 0)]) {
      const { ops, acknowledged } = await runUntil(stopAt)
      ops.powerCut(luck)
      await check(createDisk(ops, environment()), acknowledged)
      states += 1
    }
  }
  return states

  async function runUntil(stopAt: number) {
    const ops = createForgetfulOps()
    await ops.makeFolder('/project')
    await ops.makeFolder('/data')
    await ops.syncFolder('/')
    let made = 0
    let stopped = false
    const disk = createDisk(
      failingOps(ops, (call) => {
        if (CHANGING.has(call)) {
          stopped ||= made >= stopAt
          if (!stopped) made += 1
        }
        // A machine that has stopped does nothing any more, not even tidy up.
        return stopped ? 'EIO' : null
      }),
      environment(),
    )
    const acknowledged: T[] = []
    await work(disk, acknowledged)
    return { ops, acknowledged, made }
  }
}
