import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** New folders on the real disk, removed when the test file ends. */
export function temporaryFolders(): () => Promise<string> {
  const made: string[] = []
  afterAll(async () => {
    for (const folder of made) await rm(folder, { recursive: true, force: true })
  })
  return async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'concord-')))
    made.push(folder)
    return folder
  }
}

/** Clock and ids that start at the same place in each test. */
export function testEnvironment(): { now: () => number; random: (count: number) => Uint8Array } {
  let now = Date.UTC(2031, 2, 4, 9, 15)
  let seed = 1
  return {
    now: () => (now += 1000),
    random: (count) =>
      Uint8Array.from({ length: count }, () => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed & 0xff
      }),
  }
}
